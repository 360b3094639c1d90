// npm run bench:insights:postgres [days]: what pages ask about the last 90 days, of a PostgreSQL schema that holds so many days of a company
// of size M (13 500 events a day): the store's questions first and again, then the routes of insights and scorecards. The server is
// started for it and deleted afterwards.
import { createHandler } from '@collateral/server-adapter';
import { createPostgresStore } from '@collateral/server-adapter/postgres';
import pg from 'pg';
import { startPostgres } from '../../packages/server-adapter/dist/sql/postgres-server.fixture.js';
import { bytesOf } from '../ingest/raw-postgres.mjs';
import { catalogue, get, put, routes, teams, timed } from './ask-routes.mjs';
import { questionsOf } from './questions.mjs';
import { factsOfDay, factsPerDay, firstDay } from './sample-facts.mjs';

const dayMs = 86_400_000;
const days = Number(process.argv[2] ?? 90);
const events = days * factsPerDay;
const scorecards = [
  '/v1/scorecards?subject=producer&id=producer-7',
  '/v1/scorecards/comparison?subject=producer',
  '/v1/scorecards?subject=team&id=team-3',
  '/v1/scorecards',
];
const server = await startPostgres();
const pool = new pg.Pool({ connectionString: server.connectionString });
// The server may stop before the last idle connection has heard of the end.
pool.on('error', () => undefined);
try {
  const store = createPostgresStore({ pool });
  const seconds = (await timed(() => load(store))) / 1_000;
  const bytes = (await bytesOf(pool, 'collateral')) / events;
  console.log(`loaded ${events} events in ${seconds.toFixed(0)} s, ${(events / seconds).toFixed(0)} a second`);
  console.log(`${bytes.toFixed(0)} bytes an event, node ${process.version}\n`);
  await askStore(store);
  await askRoutes(store);
  await store.close();
} finally {
  await pool.end();
  await server.stop();
}

/** @param {import('@collateral/server-adapter').Store} store */
async function load(store) {
  for (let day = 0; day < days; day += 1) {
    const facts = factsOfDay(day);
    const calls = [];
    for (let first = 0; first < facts.length; first += 1_000)
      calls.push(store.append('main', facts.slice(first, first + 1_000)));
    await Promise.all(calls);
  }
}

/** @param {import('@collateral/server-adapter').Store} store */
async function askStore(store) {
  const dayOf = (/** @type {number} */ number) => new Date(firstDay + number * dayMs).toISOString().slice(0, 10);
  console.log('| question | first ms | p50 ms | p95 ms |\n| --- | ---: | ---: | ---: |');
  for (const { name, query } of questionsOf(dayOf(Math.max(0, days - 90)), dayOf(days)))
    await ask(name, 20, () => store.aggregate?.('main', query) ?? Promise.resolve());
}

/** @param {import('@collateral/server-adapter').Store} store */
async function askRoutes(store) {
  const started = performance.now();
  const end = firstDay + days * dayMs - 60_000;
  const newHandler = () =>
    createHandler({
      store,
      publicOrigin: 'https://intranet.example',
      rateLimit: false,
      policy: { producerScorecards: 'individual' },
      authenticate: () => ({ actorId: 'boss', kind: 'person', roles: ['admin'] }),
      now: () => end + (performance.now() - started),
      onError: (error) => console.error(error),
    });
  const handler = newHandler();
  await put(handler, '/v1/items', { items: catalogue() });
  await put(handler, '/v1/groups', { groups: teams() });
  await get(handler, '/v1/insights/overview'); // releases the ratings, once in the life of a store
  for (const route of [...routes, ...scorecards]) {
    // The first is asked of a process that has just started.
    let asked = newHandler();
    await ask(route, 30, async () => {
      const answer = await get(asked, route);
      asked = handler;
      return answer;
    });
  }
}

/**
 * @param {string} name
 * @param {number} times
 * @param {() => Promise<unknown>} work
 */
async function ask(name, times, work) {
  const first = await timed(work);
  await work();
  const took = [];
  for (let turn = 0; turn < times; turn += 1) took.push(await timed(work));
  took.sort((one, other) => one - other);
  const at = (/** @type {number} */ share) => (took[Math.floor(took.length * share)] ?? NaN).toFixed(1);
  console.log(`| ${[name, first.toFixed(0), at(0.5), at(0.95)].join(' | ')} |`);
}
