// npm run bench:suggestions [postgres]: what a page asks about suggestions, of a store that holds 100 000 of them and a million votes, each
// next to plain SQL over raw events in SQLite. SUGGESTIONS=10000 makes it smaller. Files are kept in the folder of the
// system for temporary files; delete collateral-suggestions-* to have them made anew.
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
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
  await makeFile();
  const store = createSqliteStore({ path });
  console.log(
    `\nSQLite: ${suggestionCount} suggestions, ${voteCount} votes, ${(statSync(path).size / events).toFixed(0)} bytes an event, node ${process.version}\n`,
  );
  await measure(store);
  await store.close();
}

async function makeFile() {
  if (existsSync(path)) return;
  const part = `${path}.part`;
  for (const end of ['', '-wal', '-shm']) rmSync(part + end, { force: true });
  const loading = createSqliteStore({ path: part });
  await load(loading);
  await loading.close();
  renameSync(part, path);
}

/** Loads by COPY what the file holds, and asks it as it is after ten votes about everything and before VACUUM has come by, and after that. */
async function runPostgres() {
  await makeFile();
  // An older file is brought up to date.
  const file = createSqliteStore({ path });
  await file.health();
  await file.close();
  // After the build only.
  const { startPostgres } = await import('../../packages/server-adapter/dist/sql/postgres-server.fixture.js');
  const { copyStore } = await import('../postgres/copy-store.mjs');
  const server = await startPostgres(undefined, ['autovacuum=off']);
  const pool = new pg.Pool({ connectionString: server.connectionString });
  pool.on('error', () => undefined);
  try {
    const start = performance.now();
    await copyStore(path, pool, 'collateral');
    console.log(`loaded ${events} events in ${((performance.now() - start) / 1_000).toFixed(0)} s`);
    const store = createPostgresStore({ pool });
    const about = `${suggestionCount} suggestions, ${voteCount} votes, node ${process.version}`;
    // Each vote writes the row of its suggestion anew, and leaves the old one to VACUUM.
    for (let vote = 0; vote < 10; vote += 1)
      await pool.query(`UPDATE collateral.suggestion SET voters = voters ${vote % 2 === 0 ? '+' : '-'} 1`);
    // The server does so by itself within a minute; without it, a plan for empty tables reads everything for each question.
    await pool.query('ANALYZE');
    console.log(`\nPostgreSQL before VACUUM: ${about}\n`);
    await measure(store);
    await pool.query('VACUUM (ANALYZE)');
    console.log(`\nPostgreSQL after VACUUM (ANALYZE): ${about}\n`);
    await measure(store);
    await store.close();
  } finally {
    await pool.end();
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
