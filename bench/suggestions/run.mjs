// npm run bench:suggestions [postgres]: what a page asks about suggestions, of a store that holds 100 000 of them and a million votes, each
// next to plain SQL over raw events in SQLite. SUGGESTIONS=10000 makes it smaller. Files are kept in the folder of the
// system for temporary files; delete collateral-suggestions-* to have them made anew.
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createPostgresStore } from '@collateral/server-adapter/postgres';
import { createSqliteStore } from '@collateral/server-adapter/sqlite';
import { loadRaw, loadStore } from './load.mjs';
import { everyQuestion } from './questions.mjs';
import { suggestionCount, voteCount } from './sample-talk.mjs';

const times = 200;
const isPostgres = process.argv.includes('postgres');
const path = join(tmpdir(), `collateral-suggestions-${suggestionCount}.sqlite`);
const rawPath = join(tmpdir(), `collateral-suggestions-${suggestionCount}-raw.sqlite`);
const events = suggestionCount + voteCount;

makeOnce(rawPath, loadRaw);
if (isPostgres) await runPostgres();
else await runSqlite();

async function runSqlite() {
  if (!existsSync(path)) {
    const part = `${path}.part`;
    for (const end of ['', '-wal', '-shm']) rmSync(part + end, { force: true });
    const loading = createSqliteStore({ path: part });
    await load(loading);
    await loading.close();
    renameSync(part, path);
  }
  const store = createSqliteStore({ path });
  console.log(
    `\nSQLite: ${suggestionCount} suggestions, ${voteCount} votes, ${(statSync(path).size / events).toFixed(0)} bytes an event, node ${process.version}\n`,
  );
  await measure(store);
  await store.close();
}

async function runPostgres() {
  const server = await startPostgres();
  try {
    const store = createPostgresStore({ connectionString: server.connectionString });
    await load(store);
    console.log(`\nPostgreSQL: ${suggestionCount} suggestions, ${voteCount} votes, node ${process.version}\n`);
    await measure(store);
    await store.close();
  } finally {
    await server.stop();
  }
}

async function load(/** @type {import('@collateral/server-adapter').Store} */ store) {
  const start = performance.now();
  await loadStore(store);
  const seconds = (performance.now() - start) / 1_000;
  console.log(`loaded ${events} events in ${seconds.toFixed(0)} s, ${(events / seconds).toFixed(0)} a second`);
}

function makeOnce(/** @type {string} */ file, /** @type {(path: string) => void} */ make) {
  if (existsSync(file)) return;
  rmSync(`${file}.part`, { force: true });
  make(`${file}.part`);
  renameSync(`${file}.part`, file);
}

async function measure(/** @type {import('@collateral/server-adapter').Store} */ store) {
  const raw = new DatabaseSync(rawPath);
  raw.exec('PRAGMA cache_size = -65536');
  /** @type {Map<string, { rows: number, store: number[], cpu: number[], raw: number[] }>} */
  const results = new Map();
  // Once to warm both up, with other questions than those that are measured.
  for (const { ask, sql, parameters } of everyQuestion(5)) {
    await ask(store);
    raw.prepare(sql).all(...parameters);
  }
  for (const { name, ask, sql, parameters } of everyQuestion(times)) {
    const result = results.get(name) ?? { rows: 0, store: [], cpu: [], raw: [] };
    results.set(name, result);
    const began = performance.now();
    const used = process.cpuUsage();
    const rows = await ask(store);
    const { user, system } = process.cpuUsage(used);
    result.store.push(performance.now() - began);
    // Of all threads: on a busy machine the time on the clock says more about the others.
    result.cpu.push((user + system) / 1_000);
    result.rows = Math.max(result.rows, Array.isArray(rows) ? rows.length : 0);
    const rawBegan = performance.now();
    // Asked less often where it takes long: it is the other side of a comparison and no figure of ours.
    if (result.raw.length < 40) {
      raw.prepare(sql).all(...parameters);
      result.raw.push(performance.now() - rawBegan);
    }
  }
  raw.close();
  console.log(
    '| question | asked | most rows | p50 ms | p95 ms | CPU p50 ms | CPU p95 ms | raw p50 ms | raw p95 ms |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  );
  for (const [name, { rows, store: ours, cpu, raw: theirs }] of results)
    console.log(
      `| ${[name, ours.length, rows, ...[ours, cpu, theirs].flatMap((list) => [0.5, 0.95].map((share) => quantile(list, share)))].join(' | ')} |`,
    );
}

function quantile(/** @type {readonly number[]} */ values, /** @type {number} */ share) {
  const sorted = values.toSorted((one, other) => one - other);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
}

/** Starts the server the tests use, from their build. */
async function startPostgres() {
  // Not part of the package: it is there after a build only.
  const fixture = new URL('../../packages/server-adapter/dist/sql/postgres-server.fixture.js', import.meta.url);
  const { startPostgres: start } =
    /** @type {{ startPostgres: () => Promise<{ connectionString: string, stop: () => Promise<void> }> }} */ (
      await import(fixture.href)
    );
  return start();
}
