// npm run bench:ingest:postgres [events]: batches of 50 through the handler on PostgreSQL, beside plain inserts of as many rows of raw
// events, and beside the same rows the store writes without the store, in the same run on a server that is started for it. Then one
// event a request. Prints a table with both ratios.
import { createPostgresStore } from '@collateral/server-adapter/postgres';
import pg from 'pg';
import { startPostgres } from '../../packages/server-adapter/dist/sql/postgres-server.fixture.js';
import { databaseCpu } from './database-cpu.mjs';
import { bytesOf, writeRawPostgres } from './raw-postgres.mjs';
import { writeRawTables } from './raw-tables-postgres.mjs';
import { sampleBatches } from './sample-batches.mjs';
import { writeThroughHandler } from './through-handler.mjs';

const events = Number(process.argv[2] ?? 50_000);
const batches = sampleBatches(events / 50);
const server = await startPostgres();
const pool = new pg.Pool({ connectionString: server.connectionString, max: 10 });
// The server may stop before the last idle connection has heard of the end.
pool.on('error', () => undefined);

const alone = batches
  .slice(0, events / 500)
  .flatMap(({ actorId, events: own }) => own.map((event) => ({ actorId, events: [event] })));
const clients = [1, 10, 50];
/** @type {any[]} */
const rows = [];
for (const connections of clients)
  rows.push(
    await measure(`plain inserts, ${connections} connections`, events, () =>
      writeRawPostgres(pool, batches, connections),
    ),
  );
for (const connections of clients)
  rows.push(
    await measure(`same tables, ${connections} connections`, events, async () => {
      const schema = `tables_${connections}`;
      await emptyTables(schema);
      return writeRawTables(pool, schema, batches, connections);
    }),
  );
for (const connections of clients)
  rows.push(
    await measure(`handler, ${connections} connections`, events, () =>
      store(`bench_${connections}`, batches, connections),
    ),
  );
for (const connections of [50, 200])
  rows.push(
    await measure(`one by one, ${connections} connections`, events / 10, () =>
      store(`alone_${connections}`, alone, connections),
    ),
  );
await pool.end();
await server.stop();

console.log(`${events} events in batches of 50, one tenant, node ${process.version}\n`);
console.log(
  '| | events/s | to plain | to same tables | p50 ms | p99 ms | Node µs/event | PostgreSQL µs/event | bytes/event |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
);
for (const [index, { name, perSecond, p50, p99, node, database, bytes }] of rows.entries()) {
  const to = (/** @type {number} */ first) =>
    index < 9 ? (perSecond / (rows[first + (index % clients.length)]?.perSecond ?? NaN)).toFixed(2) : '';
  const numbers = [p50.toFixed(1), p99.toFixed(1), node.toFixed(1), database.toFixed(1), bytes.toFixed(0)];
  console.log(`| ${[name, perSecond.toFixed(0), to(0), to(3), ...numbers].join(' | ')} |`);
}

/**
 * @param {string} name
 * @param {number} count
 * @param {() => Promise<{seconds: number, durations: number[], bytes: number}>} run
 */
async function measure(name, count, run) {
  const [node, database] = [process.cpuUsage(), await databaseCpu(pool)];
  const { seconds, durations, bytes } = await run();
  const { user, system } = process.cpuUsage(node);
  durations.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => durations[Math.floor(durations.length * share)] ?? NaN;
  const used = (await databaseCpu(pool)) - database;
  return {
    ...{ name, perSecond: count / seconds, p50: at(0.5), p99: at(0.99), bytes: bytes / count },
    ...{ node: (user + system) / count, database: used / count },
  };
}

/** Makes the tables of a store with the months these events come in. */
async function emptyTables(/** @type {string} */ schema) {
  const opened = createPostgresStore({ pool, schema });
  await writeThroughHandler(opened, sampleBatches(1, { seed: 9 }), 1);
  await opened.close();
  const { rows: tables } = await pool.query(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
       AND relname NOT IN ('schema_version')`,
    [schema],
  );
  await pool.query(`TRUNCATE ${tables.map(({ name }) => `${schema}.${name}`).join(', ')}`);
}

async function store(
  /** @type {string} */ schema,
  /** @type {typeof batches} */ sent,
  /** @type {number} */ connections,
) {
  const opened = createPostgresStore({ pool, schema });
  await opened.health();
  const result = await writeThroughHandler(opened, sent, connections);
  await opened.close();
  return { ...result, bytes: await bytesOf(pool, schema) };
}
