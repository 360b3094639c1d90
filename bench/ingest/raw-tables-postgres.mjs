// The fastest honest way to write the same rows to PostgreSQL: the tables a store has made with all their indexes, one transaction a batch and one
// statement that upserts every table from arrays, every value made and added up before the clock starts. Nothing is checked and
// nothing looked up: whether an event or a person is known, what their views came to before, or which names have which numbers.
import { bytesOf } from './raw-postgres.mjs';

const slotMs = 1_800_000;
const dayMs = 86_400_000;
const bytes = (/** @type {string} */ id) => `\\x${id.replaceAll('-', '')}`;
const types = { view: 0, usage: 1, rating: 3 };

/** Tables of sums: their keys and what is added to. */
const sums = {
  viewer_day: ['day, item, actor, version, team, excluded', 'views, active_ms'],
  person_day: ['excluded, day, team, actor', 'views, active_ms'],
  item_day: ['excluded, day, item', 'views, active_ms'],
  day_pairs: ['excluded, day', 'pairs, rated'],
  item_last: ['excluded, day, item', 'pairs, rated'],
  team_last: ['excluded, day, team', 'pairs, rated'],
  action_day: ['day, item, action, actor, version, team, excluded', 'times'],
  arrival_day: ['day', 'facts, late'],
  participation_day: ['team, actor, day, used_before', 'pairs, rated'],
  participant: ['team, actor', 'pairs'],
};
/** Tables of rows that are replaced, kept or widened. */
const rows = {
  view: ['item, actor, view_id', 'first_id, effective_at, day, slot, version, team, excluded, active_ms'],
  live_rating: ['item, actor, version', 'id, effective_at, day, team, excluded, scale, value, after_use'],
  item_span: ['item', 'first_day, last_day'],
  engaged_day: ['item, actor, team, day', ''],
  rating_day: ['item, actor, day', ''],
};
const typeOf = (/** @type {string} */ column) =>
  ({
    view_id: 'bytea',
    first_id: 'bytea',
    id: 'bytea',
    detail: 'text',
    value: 'float8',
    effective_at: 'bigint',
    received_at: 'bigint',
  })[column] ?? 'integer';
const factColumns =
  'sequence, received_day, effective_at, received_at, actor, item, team, context, active_ms, inactive_ms, type, flags, progress, id, view_id, detail';

/**
 * @param {import('pg').Pool} pool
 * @param {string} schema - a schema whose tables a store has made, with the months of these events.
 * @param {ReturnType<typeof import('./sample-batches.mjs').sampleBatches>} batches
 * @param {number} connections
 */
export async function writeRawTables(pool, schema, batches, connections) {
  await pool.query(
    `INSERT INTO ${schema}.tenant_log (tenant, number) VALUES ('raw', 1) ON CONFLICT (tenant) DO UPDATE SET number = 1`,
  );
  const numberOf = numbers();
  const prepared = batches
    .map((batch, index) => rowsOf(batch, index * 50, numberOf))
    .map((tables) => statementOf(schema, tables));
  await pool.query(
    `INSERT INTO ${schema}.name SELECT 1, number, 2, 'raw ' || number FROM generate_series(100000, 100000 + $1) AS number`,
    [numberOf('count', '')],
  );
  /** @type {number[]} */
  const durations = [];
  let next = 0;
  async function connection() {
    const client = await pool.connect();
    for (let batch = prepared[next++]; batch !== undefined; batch = prepared[next++]) {
      const begin = performance.now();
      await client.query('BEGIN');
      await client.query(batch);
      await client.query(`UPDATE ${schema}.tenant_log SET last_sequence = last_sequence + 50 WHERE tenant = 'raw'`);
      await client.query('COMMIT');
      durations.push(performance.now() - begin);
    }
    client.release();
  }
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, connection));
  return { seconds: (performance.now() - start) / 1_000, durations, bytes: await bytesOf(pool, schema) };
}

/**
 * @param {ReturnType<typeof import('./sample-batches.mjs').sampleBatches>[number]} batch
 * @param {number} first
 * @param {ReturnType<typeof numbers>} numberOf
 */
function rowsOf({ actorId, events }, first, numberOf) {
  /** @type {Map<string, Map<string, any>>} */
  const tables = new Map([['fact', new Map()]]);
  const now = Date.now();
  const actor = numberOf('actor', actorId);
  for (const [index, given] of events.entries()) {
    /** @type {any} */
    const event = given;
    const time = Date.parse(event.occurredAt);
    const item = numberOf('item', event.collateralId);
    const [day, slot] = [Math.floor(time / dayMs), Math.floor(time / slotMs)];
    const about = {
      actor,
      item,
      day,
      slot,
      team: 1,
      version: 0,
      excluded: 0,
      used_before: -8_388_608,
      action: 0,
      scale: 2,
      after_use: 0,
    };
    const isView = event.type === 'view';
    const row = {
      ...about,
      ...{ sequence: first + index + 1, received_day: Math.floor(now / dayMs), effective_at: time, received_at: now },
      ...{
        context: 3,
        flags: 0,
        type: types[/** @type {'view'} */ (event.type)],
        id: bytes(event.id),
        first_id: bytes(event.id),
      },
      ...{ active_ms: event.activeMs ?? null, inactive_ms: isView ? event.visibleMs - event.activeMs : null },
      ...{
        progress: isView ? Math.round(event.progress * 10_000) : null,
        view_id: isView ? bytes(event.viewId) : null,
      },
      ...{ value: event.value, first_day: day, last_day: day },
      detail: isView ? null : JSON.stringify({ action: event.action, value: event.value, scaleId: event.scaleId }),
    };
    tables.get('fact')?.set(String(index), row);
    const add = (/** @type {string} */ table, /** @type {any} */ added) => {
      const [keys = ''] = { ...sums, ...rows }[/** @type {'view'} */ (table)];
      const key = keys
        .split(', ')
        .map((name) => /** @type {any} */ (row)[name])
        .join(' ');
      const known = tables.get(table) ?? new Map();
      tables.set(table, known);
      const before = known.get(key);
      const total = Object.fromEntries(
        Object.entries(added).map(([name, sum]) => [name, Number(sum) + (before?.[name] ?? 0)]),
      );
      known.set(key, { ...row, ...total });
    };
    add('arrival_day', { facts: 1, late: 0 });
    if (isView) {
      add('view', {});
      for (const table of ['viewer_day', 'person_day', 'item_day']) add(table, { views: 1, active_ms: event.activeMs });
      for (const table of ['day_pairs', 'item_last', 'team_last']) add(table, { pairs: 1, rated: 0 });
      add('item_span', {});
    }
    if ((isView && event.activeMs >= 10_000) || event.type === 'usage') {
      add('engaged_day', {});
      add('participation_day', { pairs: 1, rated: 0 });
      add('participant', { pairs: 1 });
    }
    if (event.type === 'usage') add('action_day', { times: 1 });
    if (event.type === 'rating') for (const table of ['live_rating', 'rating_day']) add(table, {});
  }
  return tables;
}

/** @type {Map<string, string>} */
const statements = new Map();

/** Writes one statement for all tables of a batch. */
function statementOf(/** @type {string} */ schema, /** @type {Map<string, Map<string, any>>} */ tables) {
  /** @type {string[]} */
  const values = [];
  const parts = [...tables].map(([table, found]) => {
    const [keys = '', others = ''] =
      table === 'fact' ? [factColumns] : { ...sums, ...rows }[/** @type {'view'} */ (table)];
    const columns = [keys, others].filter((list) => list !== '').join(', ');
    const names = columns.split(', ');
    const arrays = names.map((name) => {
      values.push(`{${[...found.values()].map((row) => literal(row[name])).join(',')}}`);
      return `$${values.length}::${typeOf(name)}[]`;
    });
    const order = table === 'fact' ? '' : `ORDER BY ${keys}`;
    return `in_${table} AS (INSERT INTO ${schema}.${table} AS old (tenant, ${columns})
      SELECT 1, ${columns} FROM unnest(${arrays.join(', ')}) AS row(${columns}) ${order} ON CONFLICT ${conflict(table, keys, others)})`;
  });
  const text = `WITH ${parts.join(', ')} SELECT 1`;
  statements.set(text, statements.get(text) ?? `raw_${statements.size}`);
  return { name: statements.get(text), text, values };
}

function conflict(/** @type {string} */ table, /** @type {string} */ keys, /** @type {string} */ others) {
  if (table === 'fact' || others === '') return 'DO NOTHING';
  const update = (/** @type {string} */ column) =>
    table in sums
      ? `old.${column} + excluded.${column}`
      : table === 'item_span'
        ? `greatest(old.${column}, excluded.${column})`
        : `excluded.${column}`;
  return `(tenant, ${keys}) DO UPDATE SET ${others
    .split(', ')
    .map((column) => `${column} = ${update(column)}`)
    .join(', ')}`;
}

function literal(/** @type {unknown} */ value) {
  if (value === null || value === undefined) return 'NULL';
  return typeof value === 'string' ? `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"` : String(value);
}

function numbers() {
  const known = new Map();
  return (/** @type {string} */ kind, /** @type {string} */ text) => {
    if (kind === 'count') return known.size;
    const key = `${kind} ${text}`;
    if (!known.has(key)) known.set(key, known.size + 10);
    return /** @type {number} */ (known.get(key));
  };
}
