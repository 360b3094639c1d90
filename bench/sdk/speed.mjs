// node bench/sdk/speed.mjs [times]: how fast the SDK records, stores and delivers in Chromium, beside bare IndexedDB on this machine.
import { cpus } from 'node:os';
import { bundle } from '../chaos/bundle.mjs';
import { openChromium } from '../chaos/chromium.mjs';
import { startCollector } from '../chaos/collector.mjs';

const times = Number(process.argv[2] ?? 3);
const bundles = await bundle(['ours']);
/** @type {Record<string, number[]>} */
const figures = {};

for (let time = 0; time < times; time += 1) {
  await measure('call with 10 000 rows waiting', backlog, true);
  await measure('one call at a time', oneByOne, false);
  await measure('burst of 10 000', burst, false);
  await measure('bare IndexedDB', bare, false);
}
const median = (/** @type {number[]} */ values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
console.log(`${cpus()[0]?.model}, ${cpus().length} cores; median of ${times}`);
for (const [name, values] of Object.entries(figures)) console.log(`${name}: ${Number(median(values).toPrecision(3))}`);
const rate = median(figures['burst of 10 000, stored per second'] ?? []);
const bareRate = median(figures['bare IndexedDB, stored per second'] ?? []);
console.log(`stored per second, of bare IndexedDB: ${Math.round((100 * rate) / bareRate)} %`);
process.exit(0);

/**
 * Runs a function of this file in a page of its own profile and keeps the figures it gives.
 *
 * @param {string} name
 * @param {() => Promise<Record<string, number>>} inPage
 * @param {boolean} isOffline
 */
async function measure(name, inPage, isOffline) {
  const collector = await startCollector(bundles);
  const chromium = await openChromium();
  const tab = await chromium.newTab();
  await tab.goTo(`${collector.origin}/page/ours`);
  await tab.page.waitForFunction("typeof track === 'function'");
  if (isOffline) collector.state.answer = () => null;
  const seen = await tab.read(`(${inPage})()`);
  const { requests } = collector.count();
  await chromium.close();
  collector.close();
  if (name.startsWith('burst')) seen['requests'] = requests;
  for (const [what, value] of Object.entries(/** @type {Record<string, number>} */ (seen))) {
    (figures[`${name}, ${what}`] ??= []).push(value);
  }
}

/** What a call costs the page; the clock of a page is too coarse for one, so blocks of a hundred are timed. */
async function backlog() {
  for (let block = 0; block < 100; block += 1) {
    await Promise.all(Array.from({ length: 100 }, (_, index) => window.track(`marker-speed0-${index}`)));
  }
  const costs = [];
  for (let block = 0; block < 100; block += 1) {
    const begun = performance.now();
    const all = Array.from({ length: 100 }, (_, index) => window.track(`marker-speed1-${index}`));
    costs.push((performance.now() - begun) / 100);
    await Promise.all(all);
  }
  costs.sort((a, b) => a - b);
  return { 'median ms': costs[50] ?? 0, 'p99 ms': costs[98] ?? 0 };
}

async function oneByOne() {
  const costs = [];
  for (let index = 0; index < 500; index += 1) {
    const begun = performance.now();
    await window.track(`marker-speed0-${index}`);
    costs.push(performance.now() - begun);
  }
  costs.sort((a, b) => a - b);
  return { 'to disk, p50 ms': costs[250] ?? 0, 'to disk, p99 ms': costs[494] ?? 0 };
}

async function burst() {
  const heap = () => performance.memory?.usedJSHeapSize ?? 0;
  const before = heap();
  let most = before;
  const watching = setInterval(() => (most = Math.max(most, heap())), 20);
  const drained = new Promise((resolve) => {
    window.client.addEventListener('drained', () => window.client.status().pending === 0 && resolve(undefined));
  });
  const begun = performance.now();
  const all = [];
  for (let task = 0; task < 10; task += 1) {
    for (let index = 0; index < 1_000; index += 1) all.push(window.track(`marker-speed0-${task * 1_000 + index}`));
    await new Promise((resolve) => setTimeout(resolve));
  }
  await Promise.all(all);
  const stored = performance.now() - begun;
  while (window.client.status().delivered < 10_000)
    await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, 50))]);
  clearInterval(watching);
  return {
    'stored ms': stored,
    'stored per second': 10_000_000 / stored,
    'drained ms': performance.now() - begun,
    'heap MB': (most - before) / 1e6,
  };
}

/** The same rows in a store without indexes, a thousand in a transaction. */
async function bare() {
  const database = await new Promise((resolve) => {
    const opening = indexedDB.open('bare');
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
    opening.onsuccess = () => resolve(opening.result);
  });
  const begun = performance.now();
  const ends = [];
  for (let task = 0; task < 10; task += 1) {
    const transaction = database.transaction('rows', 'readwrite', { durability: 'relaxed' });
    for (let index = 0; index < 1_000; index += 1) {
      const id = crypto.randomUUID();
      transaction
        .objectStore('rows')
        .put({ id, json: 'x'.repeat(220), storedAt: new Date().toISOString(), bytes: 300 });
    }
    ends.push(new Promise((resolve) => (transaction.oncomplete = resolve)));
    await new Promise((resolve) => setTimeout(resolve));
  }
  await Promise.all(ends);
  return { 'stored per second': 10_000_000 / (performance.now() - begun) };
}
