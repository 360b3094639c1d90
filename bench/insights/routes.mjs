// npm run bench:insights-routes [days …]: how fast the insights routes answer, with a store that holds so many days of a company of size
// M, beside the plain GROUP BY over raw events that a general analytics server does for the same two tables. Uses the files of
// bench:insights and makes them when they are missing.
import { createHandler } from '@collateral/server-adapter';
import { createSqliteStore } from '@collateral/server-adapter/sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { catalogue, get, put, routes, teams, timed } from './ask-routes.mjs';
import { loadRaw, loadStore } from './load-sqlite.mjs';
import { questionsOf } from './questions.mjs';
import { factsPerDay, firstDay } from './sample-facts.mjs';

const dayMs = 86_400_000;
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [90, 740];

for (const days of sizes) {
  const path = join(tmpdir(), `collateral-insights-${days}.sqlite`);
  const rawPath = join(tmpdir(), `collateral-insights-${days}-raw.sqlite`);
  await loadStore(path, days);
  loadRaw(rawPath, days);
  const store = createSqliteStore({ path });
  // The clock of the handler: the end of what happened, and real time from then on, so that answers grow old as they would.
  const started = performance.now();
  const end = firstDay + days * dayMs - 60_000;
  const newHandler = () =>
    createHandler({
      store,
      publicOrigin: 'https://intranet.example',
      rateLimit: false,
      authenticate: () => ({ actorId: 'boss', kind: 'person', roles: ['admin'] }),
      now: () => end + (performance.now() - started),
      onError: (error) => console.error(error),
    });
  const handler = newHandler();
  await put(handler, '/v1/items', { items: catalogue() });
  await put(handler, '/v1/groups', { groups: teams() });
  await get(handler, '/v1/insights/overview'); // releases the ratings, once in the life of a store
  const plain = plainMs(rawPath, days);
  console.log(`\n${days * factsPerDay} events (${days} days), node ${process.version}`);
  console.log(`the plain GROUP BYs of one overview: ${plain.toFixed(0)} ms\n`);
  console.log(
    '| question | first ms | p50 ms | p95 ms | plain to first | plain to p50 |\n| --- | ---: | ---: | ---: | ---: | ---: |',
  );
  for (const question of routes) {
    const first = await timed(() => get(newHandler(), question));
    const times = [];
    await get(handler, question);
    for (let index = 0; index < 60; index++) times.push(await timed(() => get(handler, question)));
    times.sort((one, other) => one - other);
    const [p50 = 0, p95 = 0] = [times[30], times[57]];
    console.log(
      `| ${[question.replace('/v1/insights', ''), first.toFixed(0), p50.toFixed(1), p95.toFixed(1), (plain / first).toFixed(1), (plain / p50).toFixed(0)].join(' | ')} |`,
    );
  }
  await store.close();
}

/**
 * @param {string} path
 * @param {number} days
 */
function plainMs(path, days) {
  const raw = new DatabaseSync(path);
  const dayOf = (/** @type {number} */ number) => new Date(firstDay + number * dayMs).toISOString().slice(0, 10);
  const begin = performance.now();
  for (const { raw: sql } of questionsOf(dayOf(days - 90), dayOf(days))) raw.prepare(sql).all();
  const took = performance.now() - begin;
  raw.close();
  return took;
}
