// npm run bench:insights [days …]: the questions one overview asks about the last 90 days, of a store that holds so many days of a
// company of size M (13 500 events a day), each next to a plain GROUP BY over raw events. Files are kept in the folder of the system
// for temporary files; delete collateral-insights-* to have them made anew.
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createSqliteStore } from '@collateral/server-adapter/sqlite';
import { loadRaw, loadStore } from './load-sqlite.mjs';
import { questionsOf } from './questions.mjs';
import { factsPerDay, firstDay } from './sample-facts.mjs';

const dayMs = 86_400_000;
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [90, 740];

for (const days of sizes) {
  const path = join(tmpdir(), `collateral-insights-${days}.sqlite`);
  const rawPath = join(tmpdir(), `collateral-insights-${days}-raw.sqlite`);
  const start = performance.now();
  await loadStore(path, days);
  const loaded = (performance.now() - start) / 1_000;
  loadRaw(rawPath, days);
  const events = days * factsPerDay;
  if (loaded > 1)
    console.log(`loaded ${events} events in ${loaded.toFixed(0)} s, ${(events / loaded).toFixed(0)} a second`);
  console.log(
    `\n${events} events (${days} days), ${(statSync(path).size / events).toFixed(0)} bytes an event, node ${process.version}\n`,
  );
  await measure(path, rawPath, days, 0);
  if (days > 180) await measure(path, rawPath, days, 90);
}

/**
 * @param {string} path
 * @param {string} rawPath
 * @param {number} days
 * @param {number} back - days between the end of the window and the last day.
 */
async function measure(path, rawPath, days, back) {
  const dayOf = (/** @type {number} */ number) => new Date(firstDay + number * dayMs).toISOString().slice(0, 10);
  const questions = questionsOf(dayOf(days - 90 - back), dayOf(days - back));
  console.log(back === 0 ? 'The last 90 days:\n' : `\nThe 90 days before:\n`);
  console.log(
    '| question | rows | cold ms | warm ms | raw ms | raw to cold |\n| --- | ---: | ---: | ---: | ---: | ---: |',
  );
  const raw = new DatabaseSync(rawPath);
  raw.exec('PRAGMA cache_size = -65536');
  const total = { cold: 0, warm: 0, raw: 0 };
  for (const { name, query, raw: sql } of questions) {
    // A store of its own: nothing is in its cache.
    const store = createSqliteStore({ path });
    await store.health();
    const cold = await timed(() => store.aggregate?.('main', query));
    const warm = await timed(() => store.aggregate?.('main', query));
    await store.close();
    const plain = await timed(() => raw.prepare(sql).all());
    total.cold += cold.ms;
    total.warm += warm.ms;
    total.raw += plain.ms;
    print([name, String(cold.result?.length), ...cells(cold.ms, warm.ms, plain.ms)]);
  }
  raw.close();
  print(['all', '', ...cells(total.cold, total.warm, total.raw)]);
  const store = createSqliteStore({ path });
  await store.health();
  const together = await timed(() => Promise.all(questions.map(({ query }) => store.aggregate?.('main', query))));
  console.log(`\nall of them at once, cold: ${together.ms.toFixed(0)} ms`);
  await store.close();
}

/**
 * @template Result
 * @param {() => Promise<Result> | Result} work
 */
async function timed(work) {
  const begin = performance.now();
  const result = await work();
  return { result, ms: performance.now() - begin };
}

function cells(/** @type {number} */ cold, /** @type {number} */ warm, /** @type {number} */ raw) {
  return [cold.toFixed(1), warm.toFixed(1), raw.toFixed(0), (raw / cold).toFixed(0)];
}

function print(/** @type {string[]} */ row) {
  console.log(`| ${row.join(' | ')} |`);
}
