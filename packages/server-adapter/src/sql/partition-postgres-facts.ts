import type { Fact } from '../store/fact.js';
import { countMovedFacts } from './count-moved-facts.js';
import { IdRanges } from './id-ranges.js';
import { postgresSaysWhy } from './keep-postgres-engagements.js';
import { insertFacts, numberedRow } from './postgres-append.js';
import type { PostgresRow, Run } from './postgres-client.js';
import { typedFactColumns } from './postgres-fact-row.js';
import { packedIdOf } from './postgres-ids.js';
import { makeMonths } from './postgres-months.js';

const factsPerStep = 2_000;

/**
 * Step of the PostgreSQL schema: raw events move into a partition for each month they were received in, ids become half as long, and
 * what the steps before it left to count is counted.
 *
 * It writes and counts with the code of today. A later step that changes these tables has to take a copy of that code here, or to do
 * this work itself.
 */
export async function partitionPostgresFacts(run: Run, schema: string): Promise<void> {
  await run(tables.replaceAll('$schema', schema));
  // All steps of one update have one time: those tell what the tables they made still miss.
  const rows = await run(`SELECT version FROM ${schema}.schema_version WHERE migrated_at = now()`);
  const steps = new Set(rows.map((row) => Number(row['version'])));
  for (const row of await run(`SELECT tenant FROM ${schema}.tenant_log`)) {
    const tenant = String(row['tenant']);
    await moveFacts(run, schema, tenant);
    await countMovedFacts(run, schema, tenant, { conversations: steps.has(3), engagements: steps.has(4) });
  }
  if (steps.has(4)) await run(postgresSaysWhy.replaceAll('$schema', schema));
  await run(`DROP TABLE ${schema}.fact_before`);
}

async function moveFacts(run: Run, schema: string, tenant: string): Promise<void> {
  const ids = new IdRanges([]);
  for (let last = 0; ;) {
    const rows = await run(
      `SELECT * FROM ${schema}.fact_before WHERE tenant = $1 AND sequence > $2 ORDER BY sequence LIMIT ${factsPerStep}`,
      [tenant, last],
    );
    if (rows.length === 0) break;
    const moved = rows.map((row) => numberedRow(factOfOldRow(row), Number(row['sequence'])));
    await makeMonths(run, schema, [...new Set(moved.map(({ month }) => month))]);
    await insertFacts(run, schema, tenant, moved);
    for (const { month, prefix } of moved) ids.add(month, prefix);
    last = Number(rows.at(-1)?.['sequence']);
  }
  await run(`UPDATE ${schema}.tenant_log SET id_months = $2 WHERE tenant = $1`, [tenant, ids.stored]);
}

/** Reads a row as the versions before wrote it. */
function factOfOldRow(row: PostgresRow): Fact {
  // Rows were written from facts only, so each column has the type of its field.
  return {
    id: row['id'],
    actorId: row['actor_id'],
    type: row['type'],
    collateralId: row['collateral_id'],
    version: row['version'],
    occurredAt: row['occurred_at'],
    receivedAt: row['received_at'],
    effectiveAt: row['effective_at'],
    day: row['day'],
    slot: Number(row['slot']),
    team: row['team'],
    excluded: row['excluded'],
    context: typeof row['context'] === 'string' ? (JSON.parse(row['context']) as unknown) : null,
    detail: JSON.parse(String(row['detail'])) as unknown,
  } as Fact;
}

const texts = ['actor_id', 'type', 'collateral_id', 'version', 'effective_at', 'about'];
const needed = ['actor_id', 'id', 'type', 'received_at', 'effective_at'];

// Indexes that keep places and ids apart belong to each month: postgres-months.ts. Views are most of what there is, and read by person
// or in order.
const tables = `
  ALTER TABLE $schema.tenant_log ADD COLUMN id_months integer[] NOT NULL DEFAULT '{}';

  ALTER TABLE $schema.fact RENAME TO fact_before;
  ALTER INDEX $schema.fact_pkey RENAME TO fact_before_pkey;
  DROP INDEX $schema.fact_identity, $schema.fact_item, $schema.fact_about;

  CREATE TABLE $schema.fact (
    tenant text COLLATE "C" NOT NULL,
    sequence bigint NOT NULL,
    received_day integer NOT NULL,
    about text COLLATE "C",
    ${typedFactColumns
      .split(', ')
      .map((column) => columnOf(column))
      .join(',\n    ')}
  ) PARTITION BY RANGE (received_day);
  CREATE INDEX fact_item ON $schema.fact (tenant, collateral_id, type, sequence) WHERE type <> 'view';
  CREATE INDEX fact_about ON $schema.fact (tenant, about, type, actor_id) WHERE about IS NOT NULL;

  CREATE INDEX suggestion_place ON $schema.suggestion (tenant, sequence);

  ALTER TABLE $schema.view
    ALTER COLUMN view_id TYPE bytea USING ${packedIdOf('view_id')},
    ALTER COLUMN first_id TYPE bytea USING ${packedIdOf('first_id')};
  ALTER TABLE $schema.live_rating ALTER COLUMN id TYPE bytea USING ${packedIdOf('id')};`;

function columnOf(column: string): string {
  const [name = '', type = ''] = column.split(' ');
  const collation = type === 'text' && texts.includes(name) ? ' COLLATE "C"' : '';
  return `${name} ${type}${collation}${needed.includes(name) ? ' NOT NULL' : ''}`;
}
