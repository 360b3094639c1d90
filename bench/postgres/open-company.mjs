// A PostgreSQL server that holds so many days of a company of size M: made once from the file of the SQLite store, kept in the folder of
// the system for temporary files and started again the next time. Delete collateral-pg-* to have it made anew.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../packages/server-adapter/dist/sql/postgres-server.fixture.js';
import { bytesOf } from '../ingest/raw-postgres.mjs';
import { firstDay } from '../insights/sample-facts.mjs';
import { loadScorecards } from '../scorecards/load-sqlite.mjs';
import { copyStore } from './copy-store.mjs';

const dayMs = 86_400_000;

/**
 * Starts the server and loads what is missing. The schema is the one a store uses without being told.
 *
 * @param {number} days
 * @param {{ isVacuumed?: boolean }} [options]
 */
export async function openCompany(days, { isVacuumed = true } = {}) {
  // As much memory as who runs such a company would give it; what a server takes by itself is 128 MB.
  const memory = process.env['SHARED_BUFFERS'] ?? '2GB';
  const server = await startPostgres(join(tmpdir(), `collateral-pg-${days}`), [
    `shared_buffers=${memory}`,
    'max_wal_size=4GB',
  ]);
  const pool = new pg.Pool({ connectionString: server.connectionString });
  // The server may stop before the last idle connection has heard of the end.
  pool.on('error', () => undefined);
  const { rows } = await pool.query("SELECT to_regclass('public.loaded') IS NOT NULL AS loaded");
  if (rows[0].loaded !== true) await load(pool, days);
  if (isVacuumed) await pool.query('VACUUM (ANALYZE)');
  // growth.mjs may have gone on behind the days that were loaded.
  const { rows: known } = await pool.query('SELECT max(day) AS day, sum(facts) AS facts FROM collateral.arrival_day');
  const [events, lastDay] = [Number(known[0].facts), Number(known[0].day)];
  const bytes = (await bytesOf(pool, 'collateral')) / events;
  console.log(
    `\n${events} events (${lastDay + 1 - firstDay / dayMs} days), ${bytes.toFixed(0)} bytes an event, shared_buffers ${memory}, node ${process.version}\n`,
  );
  return {
    pool,
    /** Days there are events of. */
    days: lastDay + 1 - firstDay / dayMs,
    connectionString: server.connectionString,
    async close() {
      await pool.end();
      await server.stop();
    },
  };
}

async function load(/** @type {pg.Pool} */ pool, /** @type {number} */ days) {
  const path = await loadScorecards(days);
  await pool.query('DROP SCHEMA IF EXISTS collateral CASCADE');
  await settings(pool, ["max_wal_size = '16GB'", 'fsync = off', 'full_page_writes = off', 'autovacuum = off']);
  const start = performance.now();
  await copyStore(path, pool, 'collateral', (table, rows, seconds) => {
    if (seconds > 1) console.log(`${table}: ${rows} rows in ${seconds.toFixed(0)} s`);
  });
  await pool.query('ALTER SYSTEM RESET ALL');
  await pool.query('SELECT pg_reload_conf()');
  await pool.query('CHECKPOINT');
  await pool.query('VACUUM (ANALYZE)');
  await pool.query('CREATE TABLE public.loaded AS SELECT now() AS at');
  console.log(`loaded in ${((performance.now() - start) / 1_000).toFixed(0)} s`);
}

async function settings(/** @type {pg.Pool} */ pool, /** @type {readonly string[]} */ all) {
  for (const one of all) await pool.query(`ALTER SYSTEM SET ${one}`);
  await pool.query('SELECT pg_reload_conf()');
}
