// npm run bench:insights:postgres [days …]: what pages ask about the last 90 days, of a PostgreSQL schema that holds so many days of a company
// of size M (13 500 events a day) and eight suggestions a day: the store's questions first and again, then the routes of insights and
// scorecards. The server has just started: nothing is in its memory (the operating system may still have the files in its own).
import { createPostgresStore } from '@collateral/server-adapter/postgres';
import { databaseCpu } from '../ingest/database-cpu.mjs';
import { openCompany } from '../postgres/open-company.mjs';
import { handlerAt } from '../scorecards/load-sqlite.mjs';
import { putCatalogue, scorecardRoutes } from '../scorecards/sample-catalogue.mjs';
import { catalogue, get, put, routes, teams, timed } from './ask-routes.mjs';
import { questionsOf } from './questions.mjs';
import { firstDay } from './sample-facts.mjs';

const dayMs = 86_400_000;
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [90, 740];

const header = '| first ms | first CPU ms | p50 ms | p95 ms | CPU ms |\n| --- | ---: | ---: | ---: | ---: | ---: |';
/** @type {import('pg').Pool} */
let pool;

for (const size of sizes) {
  const company = await openCompany(size);
  const { days } = company;
  ({ pool } = company);
  try {
    const store = createPostgresStore({ pool: company.pool });
    await askStore(store, days);
    const newHandler = handlerAt(store, days);
    await put(newHandler(), '/v1/items', { items: catalogue() });
    await put(newHandler(), '/v1/groups', { groups: teams() });
    await get(newHandler(), '/v1/insights/overview'); // releases the ratings, once in the life of a store
    await askRoutes(newHandler, routes);
    await putCatalogue(newHandler());
    await askRoutes(newHandler, scorecardRoutes);
    await store.close();
  } finally {
    await company.close();
  }
}

async function askStore(/** @type {import('@collateral/server-adapter').Store} */ store, /** @type {number} */ days) {
  const dayOf = (/** @type {number} */ number) => new Date(firstDay + number * dayMs).toISOString().slice(0, 10);
  const questions = questionsOf(dayOf(Math.max(0, days - 90)), dayOf(days));
  console.log(`| question ${header}`);
  for (const { name, query } of questions)
    await ask(name, 20, () => store.aggregate?.('main', query) ?? Promise.resolve());
  const together = () => Promise.all(questions.map(({ query }) => store.aggregate?.('main', query)));
  await ask('all of them at once', 10, together);
}

/** The first is asked of a process that has just started. */
async function askRoutes(
  /** @type {ReturnType<typeof handlerAt>} */ newHandler,
  /** @type {readonly string[]} */ asked,
) {
  const handler = newHandler();
  for (const route of asked) {
    let next = newHandler();
    await ask(route, 60, async () => {
      const answer = await get(next, route);
      next = handler;
      return answer;
    });
  }
}

async function ask(
  /** @type {string} */ name,
  /** @type {number} */ times,
  /** @type {() => Promise<unknown>} */ work,
) {
  const [cpu, first] = await cpuOf(() => timed(work));
  await work();
  /** @type {number[]} */
  const took = [];
  const [all] = await cpuOf(async () => {
    for (let turn = 0; turn < times; turn += 1) took.push(await timed(work));
  });
  took.sort((one, other) => one - other);
  const at = (/** @type {number} */ share) => (took[Math.floor(took.length * share)] ?? NaN).toFixed(1);
  console.log(
    `| ${[name, first.toFixed(0), cpu.toFixed(0), at(0.5), at(0.95), (all / times).toFixed(1)].join(' | ')} |`,
  );
}

/**
 * Gives the CPU time of something in milliseconds, that of this process and of the server: on a busy machine the clock says more about
 * others.
 *
 * @template Result
 * @param {() => Promise<Result>} work
 * @returns {Promise<[number, Result]>}
 */
async function cpuOf(work) {
  const [own, server] = [process.cpuUsage(), await databaseCpu(pool)];
  const result = await work();
  const { user, system } = process.cpuUsage(own);
  return [(user + system + (await databaseCpu(pool)) - server) / 1_000, result];
}
