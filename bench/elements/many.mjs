// node bench/elements/many.mjs [--json]: 300 ratings on one page, ours beside Shoelace's, and 1 000 mounts and unmounts of ours.
// Once before: npm --prefix bench/elements install; npm run build:cdn.
import { launch } from 'puppeteer-core';
import { chromiumFlags, findEngine } from '../../scripts/engines.mjs';
import { servePeers } from './peer-pages.mjs';
import { chosenPeers } from './peers-list.mjs';

const count = 300;
const rounds = 15;

const peers = chosenPeers(['Collateral', 'Shoelace']);
const { origin, close } = await servePeers(peers);
const browser = await launch({
  executablePath: findEngine('chromium') ?? 'chromium',
  args: [...chromiumFlags, '--js-flags=--expose-gc'],
});
try {
  const subjects = [
    { name: 'Collateral', tag: 'collateral-rating', attribute: 'compact' },
    { name: 'Collateral', tag: 'collateral-rating', attribute: '' },
    { name: 'Shoelace', tag: 'sl-rating', attribute: '' },
  ].map((subject) => ({ ...subject, times: /** @type {number[]} */ ([]), nodes: 0 }));
  // In turns, so that whatever else the machine does hits all of them.
  for (let round = 0; round < rounds; round += 1) for (const subject of subjects) await measure(subject);
  const rows = subjects.map(({ tag, attribute, times, nodes }) => ({
    element: `${tag} ${attribute}`.trim(),
    'first paint, best ms': quantile(times, 0),
    'median ms': quantile(times, 0.5),
    'p90 ms': quantile(times, 0.9),
    'nodes each': nodes,
  }));
  const memory = await measureMemory('collateral-rating');
  if (process.argv.includes('--json')) console.log(JSON.stringify({ rows, memory }));
  else {
    console.table(rows);
    console.log(
      `1 000 mounts and unmounts of collateral-rating keep ${memory.keptKilobytes} kB and ${memory.hosts} elements.`,
    );
  }
} finally {
  await browser.close();
  close();
}

/**
 * Each round is a page of its own, so that none profits from the one before.
 *
 * @param {{name: string, tag: string, attribute: string, times: number[], nodes: number}} subject
 */
async function measure(subject) {
  const { name, tag, attribute, times } = subject;
  const page = await openPage(name, tag);
  const { firstPaintMs, nodes } = await page.evaluate(mountMany, { tag, attribute, count });
  times.push(firstPaintMs);
  subject.nodes = nodes;
  await page.close();
}

/** @param {readonly number[]} times @param {number} share */
function quantile(times, share) {
  const sorted = times.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
}

/** Time from a list of ratings in hand until the frame that shows them all has been painted. @param {{tag: string, attribute: string, count: number}} options */
async function mountMany({ tag, attribute, count }) {
  const list = document.createElement('ul');
  for (let index = 0; index < count; index += 1) {
    const item = document.createElement('li');
    const rating = document.createElement(tag);
    if (attribute) rating.setAttribute(attribute, '');
    rating.setAttribute('label', `Deck ${index}`);
    rating.setAttribute('value', String((index % 5) + 1));
    item.append(rating);
    list.append(item);
  }
  const began = performance.now();
  document.body.append(list);
  await new Promise((resolve) => requestAnimationFrame(() => resolve(undefined)));
  // A message after the frame's callback arrives when the frame is done.
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  const firstPaintMs = performance.now() - began;
  const one = list.querySelector(tag);
  return { firstPaintMs, nodes: 1 + countIn(one?.shadowRoot ?? null) };

  /** @param {ShadowRoot | null} root @returns {number} */
  function countIn(root) {
    const all = [...(root?.querySelectorAll('*') ?? [])];
    return all.length + all.reduce((sum, each) => sum + (each.shadowRoot ? countIn(each.shadowRoot) : 0), 0);
  }
}

/** @param {string} tag */
async function measureMemory(tag) {
  const page = await openPage('Collateral', tag);
  const devtools = await page.createCDPSession();
  await page.evaluate(cycle, { tag, times: 200 });
  const before = await heap();
  await page.evaluate(cycle, { tag, times: 1_000 });
  const keptKilobytes = Math.round(((await heap()) - before) / 1_000);
  const { result } = await devtools.send('Runtime.evaluate', { expression: `customElements.get('${tag}').prototype` });
  const { objects } = await devtools.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
  const { result: length } = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await page.close();
  return { keptKilobytes, hosts: Number(length.value) };

  async function heap() {
    for (let round = 0; round < 3; round += 1) await devtools.send('HeapProfiler.collectGarbage');
    return (await devtools.send('Runtime.getHeapUsage')).usedSize;
  }

  /** @param {{tag: string, times: number}} options */
  async function cycle({ tag, times }) {
    for (let round = 0; round < times; round += 1) {
      const rating = /** @type {HTMLElement & {updateComplete: Promise<unknown>}} */ (document.createElement(tag));
      rating.setAttribute('collateral-id', `deck-${round}`);
      rating.setAttribute('label', 'Deck');
      document.body.append(rating);
      await rating.updateComplete;
      rating.remove();
    }
    // Timers that were stopped leave their last references with the next task.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** @param {string} name @param {string} tag */
async function openPage(name, tag) {
  const page = await browser.newPage();
  await page.goto(`${origin}/${name}/`);
  await page.waitForFunction((tag) => customElements.get(tag) !== undefined, {}, tag);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
}
