// Fills a PostgreSQL schema with what a file of the SQLite store holds, by COPY: the rows the PostgreSQL store itself would have written
// (check-copy.mjs compares), at some hundred thousand a second instead of twenty.
import { DatabaseSync } from 'node:sqlite';
import { createPostgresStore } from '@collateral/server-adapter/postgres';
import { suggestionOf } from '../../packages/server-adapter/dist/store/about-suggestion.js';
import { typeOf } from '../../packages/server-adapter/dist/sql/fact-row.js';
import { unpackId, unpackShare } from '../../packages/server-adapter/dist/sql/packed-values.js';
import { runOn } from '../../packages/server-adapter/dist/sql/postgres-client.js';
import { packedId } from '../../packages/server-adapter/dist/sql/postgres-ids.js';
import { makeMonths, monthOfDay } from '../../packages/server-adapter/dist/sql/postgres-months.js';
import { copiedTables } from './copied-tables.mjs';
import { copyIn } from './copy-in.mjs';

/**
 * @param {string} path - a file of the current version. Nothing may have been pruned from it.
 * @param {import('pg').Pool} pool
 * @param {string} schema - is made; must not be there.
 * @param {(table: string, rows: number, seconds: number) => void} [onTable]
 */
export async function copyStore(path, pool, schema, onTable = () => undefined) {
  const store = createPostgresStore({ pool, schema });
  await store.health();
  await store.close();
  const file = new DatabaseSync(path, { readOnly: true });
  file.exec('PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 4000000000');
  addFunctions(file);
  const client = await pool.connect();
  try {
    await client.query('SET synchronous_commit = off');
    const months = monthsOf(file);
    const numbers = months.map(({ month }) => month);
    // And the month behind the last, as the store does.
    await makeMonths(runOn(client, false), schema, [...new Set([...numbers, Math.max(...numbers) + 1])]);
    await copyTenants(file, client, schema, months);
    for (const [table, { columns, from, order }] of Object.entries(copiedTables)) {
      const start = performance.now();
      const fields = Object.values(columns)
        .map((field) => `(${field})`)
        .join(' || char(9) || ');
      const sql = `SELECT ${fields} AS line FROM ${from}${order === undefined ? '' : ` ORDER BY ${order}`}`;
      const target = `${schema}.${table} (${Object.keys(columns).join(', ')})`;
      const rows = await copyIn(client, target, linesOf(file, sql));
      onTable(table, rows, (performance.now() - start) / 1_000);
    }
  } finally {
    client.release(true);
    file.close();
  }
}

function* linesOf(/** @type {DatabaseSync} */ file, /** @type {string} */ sql) {
  for (const { line } of file.prepare(sql).iterate()) {
    // One field that is null makes the whole line null.
    if (typeof line !== 'string') throw new Error(`A row has a value the loader does not know: ${sql}`);
    yield line;
  }
}

/** Which ids each month of each tenant holds. */
function monthsOf(/** @type {DatabaseSync} */ file) {
  const days = file
    .prepare(
      `SELECT tenant, (effective_at + received_at) / 86400000 AS day, min(prefix) AS low, max(prefix) AS high
       FROM (SELECT *, CASE typeof(id) WHEN 'blob' THEN lower(hex(substr(id, 1, 3))) ELSE substr(packed_id(id), 4, 6) END AS prefix FROM fact)
       GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    .all();
  /** @type {Map<string, { tenant: number, month: number, low: string, high: string }>} */
  const months = new Map();
  for (const row of days) {
    const [tenant, month] = [Number(row['tenant']), monthOfDay(Number(row['day']))];
    const [low, high] = [String(row['low']), String(row['high'])];
    const known = months.get(`${tenant} ${month}`);
    const [first, last] = [known?.low ?? low, known?.high ?? high];
    months.set(`${tenant} ${month}`, {
      tenant,
      month,
      low: first < low ? first : low,
      high: last > high ? last : high,
    });
  }
  return [...months.values()].map(({ tenant, month, low, high }) => ({
    ...{ tenant, month, low: Number.parseInt(low, 16), high: Number.parseInt(high, 16) },
  }));
}

async function copyTenants(
  /** @type {DatabaseSync} */ file,
  /** @type {import('pg').PoolClient} */ client,
  /** @type {string} */ schema,
  /** @type {ReturnType<typeof monthsOf>} */ months,
) {
  if (file.prepare('SELECT 1 FROM prune_mark').get() !== undefined) throw new Error('Facts were pruned from the file.');
  for (const { number, name, last_sequence, last_name, names_erased } of file.prepare('SELECT * FROM tenant').all()) {
    const ids = months.filter(({ tenant }) => tenant === number).flatMap(({ month, low, high }) => [month, low, high]);
    await client.query(
      `INSERT INTO ${schema}.tenant_log (tenant, number, last_sequence, last_name, names_erased, id_months) VALUES ($1, $2, $3, $4, $5, $6)`,
      [name, number, last_sequence, last_name, names_erased, ids],
    );
  }
}

function addFunctions(/** @type {DatabaseSync} */ file) {
  const field = (/** @type {unknown} */ value) =>
    value === null
      ? null
      : String(value).replaceAll(
          /[\\\t\n\r]/g,
          (found) => ({ '\t': '\\t', '\n': '\\n', '\r': '\\r' })[found] ?? '\\\\',
        );
  const shortKey = (/** @type {string} */ value) => {
    if (value.length > 200 || value.startsWith('sha256:')) throw new Error('The loader writes short names only.');
    return value;
  };
  const pure = { deterministic: true };
  file.function('copy_text', pure, field);
  file.function('about_key', pure, (value) => field(shortKey(String(value))));
  file.function('id_text', pure, (value) => field(unpackId(/** @type {any} */ (value))));
  file.function('packed_id', pure, (value) => field(packedId(String(value))));
  file.function('about', pure, (type, id, detail) => {
    const fact = {
      type: typeOf(Number(type)),
      id: unpackId(/** @type {any} */ (id)),
      detail: JSON.parse(String(detail)),
    };
    const about = suggestionOf(fact);
    return about === null ? '\\N' : field(shortKey(about));
  });
  file.function('view_detail', pure, (viewId, activeMs, inactiveMs, progress, version) => {
    const visibleMs = Number(activeMs) + Number(inactiveMs);
    const seen = {
      viewId: unpackId(/** @type {any} */ (viewId)),
      activeMs,
      visibleMs,
      progress: unpackShare(progress),
    };
    return field(JSON.stringify({ ...seen, ...(version !== null && { version }) }));
  });
}
