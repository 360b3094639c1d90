// What 200 pages that watch suggestions cost a server that has nothing to tell: `node bench/suggestions/streams.mjs`.
// The server is a process of its own over a SQLite file with 50 items and 30 suggestions each; its CPU time is what the
// operating system says. The baseline in the same run is the same server with the pages asking every 20 seconds instead.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pages = 200;
const items = 50;
const seconds = Number(process.argv[2] ?? 30);

const folder = await mkdtemp(join(tmpdir(), 'collateral-streams-'));
const child = spawn(
  process.execPath,
  [fileURLToPath(new URL('serve.mjs', import.meta.url)), join(folder, 'store.sqlite')],
  {
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
  },
);
try {
  const { port } = await message('ready');
  const rest = await measure(async () => undefined);
  const streams = await measure(() => openStreams(port));
  const asking = await measure(() => askAll(port));
  console.table([
    { pages: 'none', 'CPU, % of one core': rest.toFixed(2), ratio: '' },
    { pages: `${pages} that ask every 20 s (baseline)`, 'CPU, % of one core': asking.toFixed(2), ratio: '1.00' },
    {
      pages: `${pages} with an open stream`,
      'CPU, % of one core': streams.toFixed(2),
      ratio: (streams / asking).toFixed(2),
    },
  ]);
} finally {
  child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
}

/** @param {string} name */
function message(name) {
  return new Promise((resolve) => {
    const listener = (/** @type {{ name: string }} */ told) => {
      if (told.name !== name) return;
      child.off('message', listener);
      resolve(told);
    };
    child.on('message', listener);
  });
}

/** CPU time of the server while something goes on, in per cent of one core. */
async function measure(/** @type {() => Promise<undefined | (() => void)>} */ begin) {
  const stop = await begin();
  // What opening costs is not what keeping open costs.
  await pause(3);
  const before = await cpu();
  const at = performance.now();
  await pause(seconds);
  const used = (await cpu()) - before;
  const share = (used / 1_000 / (performance.now() - at)) * 100;
  stop?.();
  await pause(1);
  return share;
}

async function cpu() {
  const told = message('cpu');
  child.send('cpu');
  return (await told).microseconds;
}

async function openStreams(/** @type {number} */ port) {
  const streams = await Promise.all(
    Array.from({ length: pages }, (_, page) => {
      const names = [0, 1, 2].map((index) => `collateralId=item-${(page * 3 + index) % items}`);
      return new Promise((resolve, reject) => {
        const outgoing = request({ port, path: `/v1/changes?${names.join('&')}`, headers: headers(page) }, (reply) => {
          reply.once('data', () => resolve(outgoing));
        });
        outgoing.on('error', reject).end();
      });
    }),
  );
  return () => {
    for (const stream of streams) stream.on('error', () => undefined).destroy();
  };
}

async function askAll(/** @type {number} */ port) {
  const tags = new Map();
  const ask = async (/** @type {number} */ page) => {
    const path = `/v1/suggestions?collateralId=item-${page % items}`;
    const known = tags.get(page);
    const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { ...headers(page), ...(known && { 'if-none-match': known }) },
    });
    tags.set(page, reply.headers.get('etag'));
    await reply.arrayBuffer();
  };
  const timers = Array.from({ length: pages }, (_, page) => {
    const every = { timer: setTimeout(again, (page / pages) * 20_000) };
    function again() {
      void ask(page);
      every.timer = setTimeout(again, 20_000);
    }
    return every;
  });
  return () => {
    for (const { timer } of timers) clearTimeout(timer);
  };
}

function headers(/** @type {number} */ page) {
  return { authorization: `Bearer person-${page}` };
}

function pause(/** @type {number} */ wait) {
  return new Promise((resolve) => setTimeout(resolve, wait * 1_000));
}
