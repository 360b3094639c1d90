// Rows of events as a general analytics server writes them to PostgreSQL: one INSERT of many rows a batch, with an index for the
// identity of events and one for their time; nothing is checked and nothing counted.

/**
 * @param {import('pg').Pool} pool
 * @param {ReturnType<typeof import('./sample-batches.mjs').sampleBatches>} batches
 * @param {number} connections
 */
export async function writeRawPostgres(pool, batches, connections) {
  await pool.query(`CREATE SCHEMA raw; CREATE TABLE raw.event (
    tenant text, actor text, id text, type text, item text, occurred_at timestamptz, received_at timestamptz, context text, detail text,
    PRIMARY KEY (tenant, actor, id));
    CREATE INDEX event_time ON raw.event (tenant, occurred_at)`);
  const prepared = batches.map(({ actorId, events }) => events.flatMap((event) => valuesOf(actorId, event)));
  /** @type {number[]} */
  const durations = [];
  let next = 0;
  async function connection() {
    for (let values = prepared[next++]; values !== undefined; values = prepared[next++]) {
      const begin = performance.now();
      const rows = Array.from({ length: values.length / 9 }, (_, row) => placeholders(row * 9 + 1));
      await pool.query(`INSERT INTO raw.event VALUES ${rows.join(', ')} ON CONFLICT DO NOTHING`, values);
      durations.push(performance.now() - begin);
    }
  }
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, connection));
  const seconds = (performance.now() - start) / 1_000;
  const bytes = await bytesOf(pool, 'raw');
  await pool.query('DROP SCHEMA raw CASCADE');
  return { seconds, durations, bytes };
}

/**
 * Gives the size of a schema with its indexes.
 *
 * @param {import('pg').Pool} pool
 * @param {string} schema
 */
export async function bytesOf(pool, schema) {
  const { rows } = await pool.query(
    `SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) AS bytes FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = $1 AND c.relkind = 'r'`,
    [schema],
  );
  return Number(rows[0].bytes);
}

function placeholders(/** @type {number} */ first) {
  return `(${Array.from({ length: 9 }, (_, index) => `$${first + index}`).join(', ')})`;
}

function valuesOf(
  /** @type {string} */ actorId,
  /** @type {any} */ { id, type, collateralId, occurredAt, context, ...detail },
) {
  const now = new Date().toISOString();
  return ['main', actorId, id, type, collateralId, occurredAt, now, JSON.stringify(context), JSON.stringify(detail)];
}
