import { CollateralError } from '@collateral/sdk/contract';
import { keepPostgresConversations } from './keep-postgres-conversations.js';
import { postgresEngagementTables } from './keep-postgres-engagements.js';
import { keepPostgresRatingDays } from './keep-postgres-rating-days.js';
import { keepPostgresViewDays } from './keep-postgres-view-days.js';
import { numberPostgresNames } from './number-postgres-names.js';
import type { Run } from './postgres-client.js';
import { postgresCountTables } from './postgres-count-tables.js';
import { keepPostgresStandings, keepPostgresSteps } from './keep-postgres-standings.js';
import { keepPostgresSuggestionPages } from './postgres-suggestion-pages.js';

/** One step to the next version of the tables: SQL, or work on the rows as well. */
export type PostgresStep = string | ((run: Run, schema: string) => Promise<void>);

/**
 * The steps that lead from an empty schema to the current tables; `$schema` stands for its name. A step is never changed once
 * released, only added.
 *
 * Musts of the tables:
 * - the tenant comes first in every key, so that tables can be split by tenant;
 * - every name has collation "C": compared by bytes, whatever the database does.
 */
export const postgresSteps: readonly PostgresStep[] = Object.freeze([
  `CREATE TABLE $schema.tenant_log (
     tenant text COLLATE "C" PRIMARY KEY,
     last_sequence bigint NOT NULL DEFAULT 0,
     pruned_before text COLLATE "C" NOT NULL DEFAULT ''
   ) WITH (fillfactor = 50);

   CREATE TABLE $schema.fact (
     tenant text COLLATE "C" NOT NULL,
     sequence bigint NOT NULL,
     actor_id text COLLATE "C" NOT NULL,
     id text COLLATE "C" NOT NULL,
     type text COLLATE "C" NOT NULL,
     collateral_id text COLLATE "C",
     version text COLLATE "C",
     occurred_at text NOT NULL,
     received_at text NOT NULL,
     effective_at text COLLATE "C" NOT NULL,
     day text NOT NULL,
     slot bigint NOT NULL,
     team text,
     excluded text,
     context text,
     detail text NOT NULL,
     PRIMARY KEY (tenant, sequence)
   );
   CREATE UNIQUE INDEX fact_identity ON $schema.fact (tenant, actor_id, id);
   CREATE INDEX fact_item ON $schema.fact (tenant, collateral_id, type, sequence);

   CREATE TABLE $schema.document (
     tenant text COLLATE "C" NOT NULL,
     collection text COLLATE "C" NOT NULL,
     key text COLLATE "C" NOT NULL,
     revision bigint NOT NULL,
     body text NOT NULL,
     PRIMARY KEY (tenant, collection, key)
   );`,
  postgresCountTables,
  keepPostgresConversations,
  postgresEngagementTables,
  // Up to here raw events stood in one table. Those that were moved into months stand there until the last of these steps.
  `ALTER TABLE $schema.tenant_log ADD COLUMN id_months integer[] NOT NULL DEFAULT '{}'`,
  `ALTER TABLE $schema.tenant_log ADD COLUMN pruned_types text NOT NULL DEFAULT '{}'`,
  keepPostgresRatingDays,
  keepPostgresSuggestionPages,
  'CREATE INDEX live_rating_why ON $schema.live_rating (tenant, item) WHERE value <= 2 AND says_why = 1',
  numberPostgresNames,
  keepPostgresViewDays,
  keepPostgresStandings,
  keepPostgresSteps,
]);

/**
 * Brings a schema to the current tables, one process at a time and never back. Run it in a transaction.
 *
 * @throws CollateralError `invalid-option` when a newer release wrote the schema.
 */
export async function migratePostgres(
  run: Run,
  schema: string,
  steps: readonly PostgresStep[] = postgresSteps,
): Promise<void> {
  await run("SELECT pg_advisory_xact_lock(hashtextextended('collateral ' || $1, 0))", [schema]);
  await run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  await run(
    `CREATE TABLE IF NOT EXISTS ${schema}.schema_version (version integer PRIMARY KEY, migrated_at timestamptz NOT NULL DEFAULT now())`,
  );
  const [row] = await run(`SELECT coalesce(max(version), 0) AS version FROM ${schema}.schema_version`);
  const current = Number(row?.['version']);
  if (current > steps.length) {
    throw new CollateralError(
      'invalid-option',
      `The PostgreSQL schema has version ${current}, this release knows up to ${steps.length}. Update @collateral/server-adapter, or restore a backup.`,
    );
  }
  for (const [index, step] of steps.slice(current).entries()) {
    if (typeof step === 'string') await run(step.replaceAll('$schema', schema));
    else await step(run, schema);
    await run(`INSERT INTO ${schema}.schema_version (version) VALUES ($1)`, [current + index + 1]);
  }
}
