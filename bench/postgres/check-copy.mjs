// node bench/postgres/check-copy.mjs: proves that what is loaded by COPY is what the store itself writes. A few days of a company of size
// M, with suggestions, votes and documents, go into a file of the SQLite store and from there into one schema, and through `append`
// into another: every table of both is compared row by row, with names in place of their numbers, and so are the answers.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresStore } from '@collateral/server-adapter/postgres';
import { createSqliteStore } from '@collateral/server-adapter/sqlite';
import pg from 'pg';
import { startPostgres } from '../../packages/server-adapter/dist/sql/postgres-server.fixture.js';
import { questionsOf } from '../insights/questions.mjs';
import { factsOfDay, firstDay } from '../insights/sample-facts.mjs';
import { addSuggestions } from '../scorecards/sample-suggestions.mjs';
import { copiedTables } from './copied-tables.mjs';
import { copyStore } from './copy-store.mjs';

const days = 3;
const path = join(tmpdir(), `collateral-check-copy-${process.pid}.sqlite`);
const server = await startPostgres();
const pool = new pg.Pool({ connectionString: server.connectionString });
pool.on('error', () => undefined);
try {
  const sqlite = createSqliteStore({ path });
  const written = createPostgresStore({ pool, schema: 'written' });
  for (const store of [sqlite, written]) await fill(store);
  await sqlite.close();
  await copyStore(path, pool, 'copied');
  for (const table of [...Object.keys(copiedTables), 'tenant_log']) {
    const [ours, theirs] = [await rowsOf('copied', table), await rowsOf('written', table)];
    assert.deepEqual(differences(ours, theirs), [], table);
    console.log(`${table}: ${ours.length} rows are the same`);
  }
  assert.deepEqual(await shapesOf('copied'), await shapesOf('written'), 'tables and indexes');
  const copied = createPostgresStore({ pool, schema: 'copied' });
  const dayOf = (/** @type {number} */ number) => new Date(firstDay + number * 86_400_000).toISOString().slice(0, 10);
  for (const { name, query } of questionsOf(dayOf(0), dayOf(days)))
    assert.deepEqual(
      sorted(await copied.aggregate?.('main', query)),
      sorted(await written.aggregate?.('main', query)),
      name,
    );
  // What was copied goes on as what was written does.
  const next = factsOfDay(days - 1)
    .slice(0, 50)
    .concat(factsOfDay(days).slice(0, 500));
  assert.deepEqual(await copied.append('main', next), await written.append('main', next));
  for (const table of ['view', 'viewer_day', 'participation_day'])
    assert.deepEqual(differences(await rowsOf('copied', table), await rowsOf('written', table)), [], `${table}, later`);
  console.log('tables, indexes, answers and what comes next are the same');
} finally {
  await pool.end();
  await server.stop();
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
}

/** @param {import('@collateral/server-adapter').Store} store */
async function fill(store) {
  for (let day = 0; day < days; day += 1) await store.append('main', factsOfDay(day));
  await addSuggestions(store, days);
  await store.append('main', oddFacts());
  await store.put('main', 'items', 'deck-1', { id: 'deck-1', title: 'A\ttitle\nwith \\ and "' });
}

/** Facts with what the sample has none of. */
function oddFacts() {
  const [first] = factsOfDay(0);
  if (first === undefined) throw new Error('The sample is empty.');
  const suggestionId = '01980000-0000-7000-9000-000000000001';
  const base = { ...first, context: { surface: 'library', title: 'Tab\there \\ there' } };
  return [
    { ...base, id: 'no-uuid', type: 'view', detail: { ...first.detail, viewId: 'also none', version: first.version } },
    {
      ...base,
      id: 'exactly-15-long',
      type: 'view',
      detail: { ...first.detail, viewId: 'v', progress: 1 / 3, version: first.version },
    },
    { ...base, id: 'withdrawn', type: 'rating-withdrawal', detail: {} },
    { ...base, id: 'rated low', type: 'rating', detail: { value: 2, scaleId: 's', comment: 'Line\nbreak \\n' } },
    { ...base, id: 'vote', type: 'vote', actorId: 'person-9', detail: { suggestionId, on: true } },
    { ...base, id: 'off', type: 'vote', actorId: 'person-8', detail: { suggestionId, on: false } },
    {
      ...base,
      id: 'idea',
      type: 'suggestion',
      collateralId: null,
      team: null,
      detail: { body: 'Prices, "quoted" \\ slashed' },
    },
    { ...base, id: 'gone', type: 'suggestion', actorId: 'person-7', detail: { body: 'Not this one' } },
    { ...base, id: 'take', type: 'suggestion-withdrawal', actorId: 'person-7', detail: { suggestionId: 'gone' } },
    { ...base, id: 'to nobody', type: 'vote', actorId: 'person-9', detail: { suggestionId: 'unheard of', on: true } },
    {
      ...base,
      id: 'skewed',
      occurredAt: '2023-12-31T10:00:00.000Z',
      day: '2023-12-31',
      slot: 7,
      version: null,
      type: 'completion',
      detail: { progress: 1 },
    },
  ].map((fact) => /** @type {import('@collateral/server-adapter').Fact} */ (fact));
}

/** Rows of a table with names in place of their numbers, which are given in another order. */
async function rowsOf(/** @type {string} */ schema, /** @type {string} */ table) {
  const { rows: columns } = await pool.query(
    'SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2 ORDER BY 1',
    [schema, table],
  );
  const named = ['actor', 'item', 'version', 'team', 'context', 'scale'];
  const list = columns
    .filter(({ name }) => name !== 'migrated_at' && !(table === 'name' && name === 'number'))
    .map(({ name, type }) =>
      named.includes(name) && type === 'integer'
        ? `(SELECT kind || coalesce(known.text, key) FROM ${schema}.name AS known WHERE known.number = row.${name}) AS ${name}`
        : name === 'id_months' && table === 'tenant_log'
          ? 'ARRAY(SELECT unnest(id_months) ORDER BY 1) AS id_months'
          : `row.${name}`,
    );
  // A row that has come to count nothing may stay or go: which, the batches decide.
  const sums = ['views', 'active_ms', 'pairs', 'rated', 'times', 'facts', 'searches'];
  const ofTable = columns
    .map(({ name }) => name)
    .filter((name) => sums.includes(name) && !['fact', 'view'].includes(table));
  const counts = ofTable.length === 0 ? '' : `WHERE ${ofTable.map((name) => `row.${name} <> 0`).join(' OR ')}`;
  const { rows } = await pool.query(
    `SELECT found::text AS text FROM (SELECT ${list.join(', ')} FROM ${schema}.${table} AS row ${counts}) AS found ORDER BY 1`,
  );
  return rows.map(({ text }) => text);
}

/** The first rows that only one of two lists has. */
function differences(/** @type {readonly string[]} */ ours, /** @type {readonly string[]} */ theirs) {
  const [mine, others] = [new Set(ours), new Set(theirs)];
  return [
    ...ours.filter((row) => !others.has(row)).map((row) => `copied: ${row}`),
    ...theirs.filter((row) => !mine.has(row)).map((row) => `written: ${row}`),
  ].slice(0, 20);
}

/** Tables and indexes of a schema. */
async function shapesOf(/** @type {string} */ schema) {
  const { rows } = await pool.query('SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = $1 ORDER BY 1, 2', [
    schema,
  ]);
  return rows.map(({ tablename, indexdef }) => `${tablename} ${indexdef.replaceAll(`${schema}.`, '')}`);
}

function sorted(/** @type {readonly unknown[] | undefined} */ rows) {
  return rows?.map((row) => JSON.stringify(row)).sort();
}
