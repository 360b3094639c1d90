// node bench/scorecards/routes.mjs [days …]: how fast scorecards answer, with a store that holds so many days of a company of size M
// and eight suggestions a day. Uses the files of bench:insights (made when they are missing), and a copy of them for the suggestions.
import { createSqliteStore } from '@collateral/server-adapter/sqlite';
import { get, timed } from '../insights/ask-routes.mjs';
import { factsPerDay } from '../insights/sample-facts.mjs';
import { handlerAt, loadScorecards } from './load-sqlite.mjs';
import { scorecardRoutes } from './sample-catalogue.mjs';

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [90, 740];

for (const days of sizes) {
  const store = createSqliteStore({ path: await loadScorecards(days) });
  const newHandler = handlerAt(store, days);
  const handler = newHandler();
  await get(handler, '/v1/insights/overview'); // releases the ratings, once in the life of a store
  console.log(`\n${days * factsPerDay} events (${days} days), node ${process.version}`);
  console.log('\n| question | first ms | p50 ms | p95 ms |\n| --- | ---: | ---: | ---: |');
  for (const question of scorecardRoutes) {
    const first = await timed(() => get(newHandler(), question));
    const times = [];
    await get(handler, question);
    for (let index = 0; index < 60; index += 1) times.push(await timed(() => get(handler, question)));
    times.sort((one, other) => one - other);
    const [p50 = 0, p95 = 0] = [times[30], times[57]];
    console.log(`| ${[question, first.toFixed(0), p50.toFixed(1), p95.toFixed(1)].join(' | ')} |`);
  }
  await store.close();
}
