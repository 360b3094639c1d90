// What happens to a page. Each scenario ends where the page, or the next one, is well again.
import { setTimeout as wait } from 'node:timers/promises';

/**
 * @typedef {object} Scenario
 * @property {string} name
 * @property {number} expected good events recorded
 * @property {boolean} [needsChromium]
 * @property {boolean} [isOurs] about something only ours has
 * @property {(rig: import('./rig.mjs').Rig) => Promise<void>} run
 */

/** @type {readonly Scenario[]} */
export const scenarios = [
  {
    name: 'tab crash 100 ms after 100 events',
    expected: 100,
    needsChromium: true,
    async run(rig) {
      const tab = await rig.openTab();
      await rig.track(tab);
      await wait(100);
      rig.chromium?.tell('Page.crash', {}).catch(() => undefined);
      await wait(500);
      await rig.openTab();
    },
  },
  {
    name: 'browser SIGKILL 100 ms after 100 events',
    expected: 100,
    needsChromium: true,
    async run(rig) {
      const tab = await rig.openTab();
      await rig.track(tab);
      await wait(100);
      await rig.chromium?.kill();
      await rig.chromium?.restart();
      await rig.openTab();
    },
  },
  {
    name: 'offline, SIGKILL, restart online',
    expected: 100,
    needsChromium: true,
    async run(rig) {
      const tab = await rig.openTab();
      await rig.setOffline(true);
      await rig.track(tab);
      await wait(2_000);
      await rig.chromium?.kill();
      await rig.chromium?.restart();
      await rig.setOffline(false);
      await rig.openTab();
    },
  },
  {
    name: 'offline 8 s, close the tab, reopen online',
    expected: 100,
    needsChromium: true,
    async run(rig) {
      // A browser without a tab ends.
      await rig.openTab('?other');
      const tab = await rig.openTab();
      await rig.setOffline(true);
      await rig.track(tab);
      await wait(8_000);
      await tab.close();
      await rig.setOffline(false);
      await rig.openTab();
    },
  },
  {
    name: 'collector 503 for 20 s',
    expected: 100,
    async run(rig) {
      const tab = await rig.openTab();
      rig.collector.state.answer = () => 503;
      await rig.track(tab);
      await wait(20_000);
      rig.collector.state.answer = () => undefined;
    },
  },
  {
    name: 'one poison event, its batch is refused with 400',
    expected: 99,
    async run(rig) {
      rig.collector.state.answer = ({ text }) => (text.includes('poison') ? 400 : undefined);
      const tab = await rig.openTab();
      await rig.track(tab, { count: 99, then: "track('poison');" });
    },
  },
  {
    name: 'navigation in the same task',
    expected: 100,
    run: (rig) => leave(rig, {}, 0),
  },
  {
    name: 'navigation after 500 ms',
    expected: 100,
    run: (rig) => leave(rig, {}, 500),
  },
  {
    name: 'navigation in the same task, 2 kB each',
    expected: 100,
    run: (rig) => leave(rig, { payloadBytes: 1_970 }, 0),
  },
  {
    name: 'slow link (200 ms, 90 kB/s), navigation after 500 ms',
    expected: 100,
    needsChromium: true,
    async run(rig) {
      const tab = await rig.openTab();
      const bytesPerSecond = 90_000;
      await rig.chromium?.tell('Network.enable', {});
      await rig.chromium?.tell('Network.emulateNetworkConditions', {
        offline: false,
        latency: 200,
        downloadThroughput: bytesPerSecond * 5,
        uploadThroughput: bytesPerSecond,
      });
      await rig.track(tab);
      await wait(500);
      await tab.goTo(await tab.read('location.href'));
    },
  },
  {
    name: 'four tabs of 100 events, each reloaded',
    expected: 400,
    needsChromium: true,
    async run(rig) {
      const tabs = [];
      for (let index = 0; index < 4; index += 1) tabs.push(await rig.openTab());
      await Promise.all(tabs.map((tab, index) => rig.track(tab, { from: index * 100, then: 'location.reload();' })));
      for (const tab of tabs) await rig.ready(tab);
    },
  },
  {
    name: 'disk full',
    expected: 100,
    needsChromium: true,
    isOurs: true,
    async run(rig) {
      const tab = await rig.openTab();
      await rig.chromium?.tell('Storage.overrideQuotaForOrigin', { origin: rig.collector.origin, quotaSize: 1 });
      await rig.track(tab, { payloadBytes: 1_900 });
    },
  },
  {
    name: 'database closed in the middle of a write',
    expected: 100,
    isOurs: true,
    async run(rig) {
      const tab = await rig.openTab();
      await rig.track(tab, { count: 50 });
      // Another page wants a newer version: the connection of this one is closed at once.
      await tab.read(`indexedDB.databases().then(([{ name }]) => void indexedDB.open(name, 9))`);
      await rig.track(tab, { count: 50, from: 50 });
    },
  },
  {
    name: 'opening blocked by an upgrade that waits',
    expected: 100,
    needsChromium: true,
    isOurs: true,
    async run(rig) {
      const holder = await rig.openTab();
      await holder.read(`client.close().then(() => indexedDB.databases()).then(([{ name }]) => new Promise((resolve) => {
        indexedDB.open(name).onsuccess = ({ target }) => {
          // It never lets go, so the upgrade waits, and every later opening behind it.
          window.held = target.result;
          indexedDB.open(name, 9).onblocked = () => resolve();
        };
      }))`);
      await rig.track(await rig.openTab());
    },
  },
  {
    name: 'the tab that sends is frozen',
    expected: 100,
    needsChromium: true,
    isOurs: true,
    async run(rig) {
      const leader = await rig.openTab();
      let isHeld = true;
      rig.collector.state.answer = ({ path, text }) =>
        path.endsWith('/events') && isHeld && text.includes('-0000') ? 'hang' : undefined;
      await rig.track(leader, { count: 1, then: 'void client.flush();' });
      await wait(500);
      await rig.chromium?.tell('Page.setWebLifecycleState', { state: 'frozen' });
      isHeld = false;
      const tab = await rig.openTab();
      await rig.track(tab, { count: 99, from: 1 });
    },
  },
  {
    name: '401, then another token',
    expected: 100,
    isOurs: true,
    async run(rig) {
      rig.collector.state.answer = ({ token }) => (token === 'old' ? 401 : undefined);
      await rig.track(await rig.openTab('?token'));
    },
  },
  {
    name: '413 above 4 kB',
    expected: 100,
    isOurs: true,
    async run(rig) {
      rig.collector.state.answer = ({ text }) => (text.length > 4_000 ? 413 : undefined);
      await rig.track(await rig.openTab());
    },
  },
  {
    name: 'a sign-in page answers 200 for 5 s',
    expected: 100,
    isOurs: true,
    async run(rig) {
      const tab = await rig.openTab();
      rig.collector.state.answer = () => 'page';
      await rig.track(tab);
      await wait(5_000);
      rig.collector.state.answer = () => undefined;
    },
  },
];

/** @param {import('./rig.mjs').Rig} rig @param {{payloadBytes?: number}} options @param {number} afterMs */
async function leave(rig, options, afterMs) {
  const tab = await rig.openTab();
  const next = "location.href = location.pathname + '?next';";
  if (afterMs === 0) await rig.track(tab, { ...options, then: next });
  else {
    await rig.track(tab, options);
    await wait(afterMs);
    await tab.read(`void (${next.slice(0, -1)})`).catch(() => undefined);
  }
  await wait(500);
  await rig.ready(tab);
}
