// Eight tabs of one profile record a thousand events each while tabs crash and the browser is killed; the real handler stores
// them in SQLite. Every event a page was told is stored must be in the file once. On a calm day nothing crashes, and no event
// may be sent twice. --switching: on a calm day the person goes from tab to tab as well; a tab that hides sends in that task, without
// asking whose turn it is, so now and then an event is sent twice.
import { createHandler } from '@collateral/server-adapter';
import { toNodeListener } from '@collateral/server-adapter/node';
import { createSqliteStore } from '@collateral/server-adapter/sqlite';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { setTimeout as wait } from 'node:timers/promises';
import { bundle } from './bundle.mjs';
import { openChromium } from './chromium.mjs';

const tabs = 8;
const eventsPerTab = 1_000;
const burst = 50;

/**
 * Runs once and says what was seen; throws when an event is missing or there twice, or on a calm day sent twice.
 *
 * @param {{random?: () => number, isCalm?: boolean, isSwitching?: boolean}} [options]
 */
export async function runEightTabs({ random = Math.random, isCalm = false, isSwitching = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'collateral-eight-tabs-'));
  const store = createSqliteStore({ path: join(folder, 'facts.sqlite') });
  const script = (await bundle(['ours'])).get('ours') ?? '';
  const { origin, timesSent, close } = await serve(store, script);
  const chromium = await openChromium();
  /** @type {Map<string, string>} id by marker */
  const acknowledged = new Map();
  let crashes = 0;
  let kills = 0;
  let opened = 0;
  let isKilling = false;

  /** Tries until there is a page: the browser may be killed at any moment. */
  async function openTab() {
    for (;;) {
      while (isKilling) await wait(50);
      try {
        const tab = await soon(chromium.newTab());
        const exposed = tab.page.exposeFunction('acknowledge', (/** @type {[string, string][]} */ pairs) => {
          for (const [marker, id] of pairs) acknowledged.set(marker, id);
        });
        // Nothing asked of a browser that was killed in between ever settles.
        await soon(exposed);
        await soon(tab.goTo(`${origin}/page`));
        await soon(tab.page.waitForFunction("typeof track === 'function'"));
        return tab;
      } catch {
        await wait(100);
      }
    }
  }

  /** @param {number} index */
  async function work(index) {
    let tab = await openTab();
    // A tab that is opened hides those before it.
    opened += 1;
    while (isCalm && opened < tabs) await wait(50);
    for (let from = 0; from < eventsPerTab; from += burst) {
      const calls = `Promise.all(Array.from({ length: ${burst} }, async (_, at) => {
        const marker = 'marker-eight0-' + String(${index * eventsPerTab + from} + at).padStart(4, '0');
        // About no item: a server takes only so many made-up items from one person.
        const { id, state } = await track(marker, 'eight tabs');
        return state === 'stored' ? [[marker, id]] : [];
      })).then((all) => acknowledge(all.flat()))`;
      const told = soon(tab.read(calls)).then(
        () => true,
        () => false,
      );
      if (isCalm) {
        if (isSwitching && random() < 0.2) await tab.page.bringToFront();
        await told;
      } else if (random() < 0.04) {
        crashes += 1;
        await wait(random() * 30);
        await soon(tab.crash()).catch(() => undefined);
        tab = await openTab();
      } else if (!(await told)) tab = await openTab();
      await wait(random() * 60);
    }
  }

  // The driver of the browser leaves promises of its own to pages that were killed.
  const ignore = () => undefined;
  process.on('unhandledRejection', ignore);
  const working = Promise.all(Array.from({ length: tabs }, (_, index) => work(index)));
  for (let round = 0; round < 3 && !isCalm; round += 1) {
    await wait(1_000 + random() * 2_000);
    isKilling = true;
    kills += 1;
    await chromium.kill();
    await chromium.restart();
    isKilling = false;
  }
  await working;
  const last = await openTab();
  /** @type {Map<string, number>} */
  const stored = new Map();
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await wait(500)) {
    await soon(last.read('void client.flush()')).catch(() => undefined);
    stored.clear();
    for await (const { facts } of store.read('main', {})) {
      for (const { id } of facts) stored.set(id, (stored.get(id) ?? 0) + 1);
    }
    if ([...acknowledged.values()].every((id) => stored.has(id))) break;
  }
  await chromium.close();
  close();
  await store.close();
  await rm(folder, { recursive: true, force: true });

  const missing = [...acknowledged.values()].filter((id) => !stored.has(id)).length;
  const twice = [...stored.values()].filter((times) => times > 1).length;
  const sentTwice = [...timesSent.values()].filter((times) => times > 1).length;
  const seen = `${acknowledged.size} events acknowledged in ${tabs} tabs, ${crashes} crashes, ${kills} kills; ${stored.size} in SQLite, ${missing} missing, ${twice} twice; ${sentTwice} sent twice`;
  if (missing + twice > 0 || (isCalm && !isSwitching && sentTwice > 0)) throw new Error(seen);
  return seen;
}

/** A page that was killed may never answer. @template Value @param {Promise<Value>} promise */
function soon(promise) {
  const late = wait(10_000, undefined, { ref: false }).then(() => {
    throw new Error('No answer in 10 s.');
  });
  return Promise.race([promise, late]);
}

/** @param {import('@collateral/server-adapter').Store} store @param {string} script */
async function serve(store, script) {
  const holder = { origin: '' };
  /** @type {Map<string, number>} requests that carried an id, whatever came of them */
  const timesSent = new Map();
  const server = createServer((request, response) => {
    if (request.url === '/page') {
      response
        .setHeader('content-type', 'text/html')
        .end('<!doctype html><script type="module" src="/sender"></script>');
    } else if (request.url === '/sender') response.setHeader('content-type', 'text/javascript').end(script);
    else void listener(request, response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  holder.origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const handler = createHandler({
    store,
    publicOrigin: holder.origin,
    authenticate: () => ({ actorId: 'ana', kind: 'person', roles: ['viewer'] }),
    rateLimit: false,
  });
  const listener = toNodeListener(async (request) => {
    if (request.url.endsWith('/v1/events')) {
      for (const { id } of await readEvents(request.clone())) timesSent.set(id, (timesSent.get(id) ?? 0) + 1);
    }
    return handler(request);
  });
  return { origin: holder.origin, timesSent, close: () => (server.closeAllConnections(), server.close()) };
}

/** @param {Request} request @returns {Promise<readonly {id: string}[]>} */
async function readEvents(request) {
  const body = Buffer.from(await request.arrayBuffer());
  const text = (request.headers.get('content-encoding') === 'gzip' ? gunzipSync(body) : body).toString();
  return JSON.parse(text).events;
}

if (process.argv[1] === import.meta.filename) {
  console.log(
    await runEightTabs({
      isCalm: ['--calm', '--switching'].some((word) => process.argv.includes(word)),
      isSwitching: process.argv.includes('--switching'),
    }),
  );
  process.exit(0);
}
