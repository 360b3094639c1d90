// npm run bench:ingest:postgres [events]: batches of 50 through the handler on PostgreSQL, beside plain inserts of as many rows of raw
// events, in the same run on a server that is started for it. Prints a table with ratios.
import { createPostgresStore } from '@collateral/server-adapter/postgres';
import pg from 'pg';
import { startPostgres } from '../../packages/server-adapter/dist/sql/postgres-server.fixture.js';
import { bytesOf, writeRawPostgres } from './raw-postgres.mjs';
import { sampleBatches } from './sample-batches.mjs';
import { writeThroughHandler } from './through-handler.mjs';

const events = Number(process.argv[2] ?? 50_000);
const batches = sampleBatches(events / 50);
const server = await startPostgres();
const pool = new pg.Pool({ connectionString: server.connectionString, max: 10 });
// The server may stop before the last idle connection has heard of the end.
pool.on('error', () => undefined);

const clients = [1, 10, 50];
const rows = [];
for (const connections of clients)
  rows.push({
    name: `raw inserts, ${connections} connections`,
    ...(await writeRawPostgres(pool, batches, connections)),
  });
for (const connections of clients)
  rows.push({ name: `handler, ${connections} connections`, ...(await store(connections)) });
await pool.end();
await server.stop();

console.log(`${events} events in batches of 50, one tenant, node ${process.version}\n`);
console.log('| | events/s | to raw | p50 ms | p99 ms | bytes/event |\n| --- | ---: | ---: | ---: | ---: | ---: |');
for (const [index, { name, seconds, durations, bytes }] of rows.entries()) {
  durations.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => (durations[Math.floor(durations.length * share)] ?? NaN).toFixed(1);
  const raw = rows[index % clients.length]?.seconds ?? NaN;
  const cells = [
    (events / seconds).toFixed(0),
    (raw / seconds).toFixed(2),
    at(0.5),
    at(0.99),
    (bytes / events).toFixed(0),
  ];
  console.log(`| ${[name, ...cells].join(' | ')} |`);
}

async function store(/** @type {number} */ connections) {
  const schema = `bench_${connections}`;
  const opened = createPostgresStore({ pool, schema });
  await opened.health();
  const result = await writeThroughHandler(opened, batches, connections);
  await opened.close();
  return { ...result, bytes: await bytesOf(pool, schema) };
}
