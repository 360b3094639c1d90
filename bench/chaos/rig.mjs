// One scenario with one sender in one engine: a fresh profile, a collector of its own, and what arrived in the end.
import { setTimeout as wait } from 'node:timers/promises';
import { startCollector } from './collector.mjs';
import { openChromium } from './chromium.mjs';
import { openBrowser } from '../../journeys/end-to-end/browser.mjs';

/**
 * @typedef {object} Tab
 * @property {(url: string) => Promise<void>} goTo
 * @property {(expression: string) => Promise<any>} read
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Rig
 * @property {string} sender
 * @property {Awaited<ReturnType<typeof startCollector>>} collector
 * @property {import('./chromium.mjs').Chromium | undefined} chromium what only Chromium can do
 * @property {(query?: string) => Promise<Tab>} openTab a page with the sender ready
 * @property {(tab: Tab, options?: {count?: number, from?: number, payloadBytes?: number, then?: string}) => Promise<void>} track
 * @property {(tab: Tab) => Promise<void>} ready
 * @property {(isOffline: boolean) => Promise<void>} setOffline
 */

// Once a scenario is over: ours waits up to five minutes when chance has it so, others seldom bring anything later.
const longestWaitMs = 320_000;

/**
 * @param {import('./scenarios.mjs').Scenario} scenario
 * @param {string} sender
 * @param {import('../../scripts/engines.mjs').EngineName} engine
 * @param {Map<string, string>} bundles
 * @param {{chance?: number}} [options] chance: what `Math.random()` of the pages answers, for a run that takes equally long each time
 */
export async function runScenario(scenario, sender, engine, bundles, { chance } = {}) {
  const collector = await startCollector(bundles, chance);
  const limitMs = sender === 'ours' ? longestWaitMs : 20_000;
  const chromium = engine === 'chromium' ? await openChromium() : undefined;
  // Before anything is recorded, a busy machine may be too slow for a browser to start in.
  const other = chromium ? undefined : await openBrowser(engine).catch(() => openBrowser(engine));
  const run = Math.random().toString(36).slice(2, 8);
  const pageOf = (query = '') => `${collector.origin}/page/${sender}${query}`;

  /** @type {Rig} */
  const rig = {
    sender,
    collector,
    chromium,
    async openTab(query) {
      const tab = chromium
        ? await chromium.newTab()
        : { ...(await /** @type {NonNullable<typeof other>} */ (other).newProfile()), close: async () => undefined };
      await tab.goTo(pageOf(query));
      await rig.ready(tab);
      return tab;
    },
    async ready(tab) {
      for (let attempt = 0; attempt < 300; attempt += 1) {
        // While a page is left, there is nobody to ask.
        if (
          await tab.read("document.readyState === 'complete' && typeof window.track === 'function'").catch(() => false)
        )
          return;
        await wait(50);
      }
      throw new Error(`${sender} did not start in 15 s.`);
    },
    async track(tab, { count = 100, from = 0, payloadBytes = 0, then = '' } = {}) {
      const calls = `
        const random = () => Array.from(crypto.getRandomValues(new Uint32Array(${Math.ceil(payloadBytes / 6)})), (part) =>
          part.toString(36).padStart(7, '0').slice(1)).join('');
        for (let index = ${from}; index < ${from + count}; index += 1)
          track('marker-${run}-' + String(index).padStart(4, '0'), ${payloadBytes} ? random() : undefined);`;
      // What leaves the page takes the answer with it.
      const told = tab.read(`(() => { ${calls} ${then} })()`);
      await (then ? told.catch(() => undefined) : told);
    },
    async setOffline(isOffline) {
      collector.state.answer = () => (isOffline ? null : undefined);
      await chromium?.setOffline(isOffline);
    },
  };

  const began = Date.now();
  let failure = '';
  try {
    await scenario.run(rig);
    const deadline = Date.now() + limitMs;
    while (Date.now() < deadline && collector.count().delivered < scenario.expected) await wait(100);
    // A repeat may be on its way.
    await wait(1_500);
  } catch (error) {
    failure = String(error);
  }
  const result = {
    ...collector.count(),
    expected: scenario.expected,
    seconds: Math.round((Date.now() - began) / 1_000),
  };
  await chromium?.close();
  await other?.close();
  collector.close();
  return { ...result, ...(failure && { failure }) };
}
