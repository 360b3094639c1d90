import type { Fact } from '../store/fact.js';
import { countMovedFacts } from './count-moved-facts.js';
import { countRatingDays } from './count-rating-days.js';
import { IdRanges } from './id-ranges.js';
import { postgresSaysWhy } from './keep-postgres-engagements.js';
import { moveCounts } from './move-postgres-counts.js';
import { insertFacts, numberedRow } from './postgres-append.js';
import type { PostgresRow, Run } from './postgres-client.js';
import { PostgresCodes } from './postgres-codes.js';
import { unpackedId } from './postgres-ids.js';
import { KeptNames } from './postgres-kept-names.js';
import { makeMonths } from './postgres-months.js';
import { PostgresNames } from './postgres-names.js';
import { makeNumberTables, numberTables } from './postgres-number-tables.js';
import { keepPostgresSuggestionPages } from './postgres-suggestion-pages.js';
import type { OpenTenant } from './postgres-tenants.js';
import { unpackShare } from './packed-values.js';

const factsPerStep = 2_000;

/**
 * Step of the PostgreSQL schema: tenants, people, items, versions, teams and pages become numbers, times and days too. Facts move into
 * months that hold them so, from one table (up to version 4) or from months; what the steps before it left to count is counted.
 *
 * It writes and counts with the code of today. A later step that changes these tables has to take a copy of that code here, or to do
 * this work itself.
 */
export async function numberPostgresNames(run: Run, schema: string): Promise<void> {
  const old = Object.keys(numberTables).concat('fact');
  await run(
    `${[
      'live_rating_day',
      'live_rating_low',
      'live_rating_low_day',
      'live_rating_why',
      'suggestion_item',
      'suggestion_place',
      'suggestion_voters',
      'suggestion_made',
      'suggestion_changed',
      'fact_item',
      'fact_about',
      'fact_identity',
    ]
      .map((index) => `DROP INDEX IF EXISTS ${schema}.${index};`)
      .join('\n')}
     ${old.map((table) => `ALTER TABLE ${schema}.${table} RENAME TO before_${table};`).join('\n')}
     ALTER TABLE ${schema}.tenant_log ADD COLUMN number integer, ADD COLUMN last_name integer NOT NULL DEFAULT 0,
       ADD COLUMN names_erased bigint NOT NULL DEFAULT 0;
     UPDATE ${schema}.tenant_log AS log SET number = given.number
       FROM (SELECT tenant, row_number() OVER (ORDER BY tenant) AS number FROM ${schema}.tenant_log) AS given
       WHERE given.tenant = log.tenant;
     ALTER TABLE ${schema}.tenant_log ALTER COLUMN number SET NOT NULL, ADD UNIQUE (number);
     ${makeNumberTables().replaceAll('$schema', schema)}`,
  );
  await keepPostgresSuggestionPages(run, schema);
  // All steps of one update have one time: those tell what the tables they made still miss.
  const rows = await run(`SELECT version FROM ${schema}.schema_version WHERE migrated_at = now()`);
  const steps = new Set(rows.map((row) => Number(row['version'])));
  const tenants = (await run(`SELECT tenant, number FROM ${schema}.tenant_log`)).map((row): OpenTenant => {
    const number = Number(row['number']);
    return {
      name: String(row['tenant']),
      number,
      names: new PostgresNames(run, schema, number, new KeptNames(), true),
    };
  });
  await moveCounts(run, schema, tenants);
  for (const tenant of tenants) {
    await moveFacts(run, schema, tenant);
    await countMovedFacts(run, schema, tenant, { conversations: steps.has(3), engagements: steps.has(4) });
    if (steps.has(7) && !steps.has(4)) await countRatingDays(run, schema, tenant);
  }
  if (steps.has(4)) await run(postgresSaysWhy.replaceAll('$schema', schema));
  await run(old.map((table) => `DROP TABLE ${schema}.before_${table};`).join('\n'));
}

async function moveFacts(run: Run, schema: string, tenant: OpenTenant): Promise<void> {
  const codes = new PostgresCodes(tenant.names);
  const ids = new IdRanges([]);
  for (let last = 0; ;) {
    const rows = await run(
      `SELECT * FROM ${schema}.before_fact WHERE tenant = $1 AND sequence > $2 ORDER BY sequence LIMIT ${factsPerStep}`,
      [tenant.name, last],
    );
    if (rows.length === 0) break;
    const facts = rows.map(factOfOldRow);
    await codes.intern(facts);
    const moved = facts.map((fact, index) => numberedRow(fact, Number(rows[index]?.['sequence']), codes));
    await makeMonths(run, schema, [...new Set(moved.map(({ month }) => month))]);
    await insertFacts(run, schema, tenant, moved);
    for (const { month, prefix } of moved) ids.add(month, prefix);
    last = Number(rows.at(-1)?.['sequence']);
  }
  await run(`UPDATE ${schema}.tenant_log SET id_months = $2 WHERE tenant = $1`, [tenant.name, ids.stored]);
}

/** Reads a row as the versions before wrote it: up to version 4 with everything in it, then without what follows from its time. */
function factOfOldRow(row: PostgresRow): Fact {
  const { effective_at: effectiveAt, slot, detail } = row;
  // Rows were written from facts only, so each column has the type of its field.
  return {
    id: unpackedId(row['id']),
    actorId: row['actor_id'],
    type: row['type'],
    collateralId: row['collateral_id'],
    version: row['version'],
    occurredAt: row['occurred_at'] ?? effectiveAt,
    receivedAt: row['received_at'],
    effectiveAt,
    day: row['day'] ?? String(effectiveAt).slice(0, 10),
    slot: slot === null ? Math.floor(Date.parse(String(effectiveAt)) / 1_800_000) : Number(slot),
    team: row['team'],
    excluded: row['excluded'],
    context: typeof row['context'] === 'string' ? (JSON.parse(row['context']) as unknown) : null,
    detail: typeof detail === 'string' ? (JSON.parse(detail) as unknown) : oldViewDetail(row),
  } as Fact;
}

function oldViewDetail(row: PostgresRow): Fact['detail'] {
  const activeMs = Number(row['active_ms']);
  return {
    viewId: unpackedId(row['view_id']),
    activeMs,
    visibleMs: activeMs + Number(row['inactive_ms']),
    progress: unpackShare(Number(row['progress'])),
    ...(row['states_version'] === true && { version: row['version'] }),
  };
}
