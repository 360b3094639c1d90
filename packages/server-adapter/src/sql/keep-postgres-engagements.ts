import { CountChanges } from './count-changes.js';
import type { Run } from './postgres-client.js';
import { PostgresEngagements } from './postgres-engagements.js';
import { factPages } from './postgres-fact-pages.js';
import { factOfRow } from './postgres-fact-row.js';
import { PostgresRecount } from './postgres-recount.js';
import { countRows, writeRows } from './postgres-write-rows.js';

const everything = { sql: '$2::boolean', value: true };
const engaging = { sql: 'type = ANY($2::text[])', value: ['view', 'usage', 'completion', 'rating'] };

/**
 * Fourth step of the PostgreSQL schema: tables of who really used what and rated it, and whether a live rating says why, filled from
 * the log.
 *
 * It counts with the code of today. A later step that changes these tables has to take a copy of that code here, or to count anew
 * itself and leave these empty.
 */
export async function keepPostgresEngagements(run: Run, schema: string): Promise<void> {
  await run(tables.replaceAll('$schema', schema));
  const engagements = new PostgresEngagements(schema);
  for (const row of await run(`SELECT tenant FROM ${schema}.tenant_log`)) {
    const tenant = String(row['tenant']);
    // Schemas of version 1 come here with empty tables of counts, those of later ones with full ones.
    const counted = await run(`SELECT 1 FROM ${schema}.arrival_day WHERE tenant = $1 LIMIT 1`, [tenant]);
    if (counted.length === 0) await new PostgresRecount(schema).add(run, tenant, everything);
    else
      for await (const rows of factPages(run, schema, tenant, engaging)) {
        const changes = new CountChanges();
        const added = await engagements.rowsOf(run, tenant, rows.map(factOfRow), changes);
        await writeRows(run, schema, tenant, [...added, ...countRows(changes)]);
      }
  }
  await run(saysWhy.replaceAll('$schema', schema));
}

// What the tables are for: keep-engagements.ts.
const tables = `
  CREATE TABLE $schema.engaged_day (
    tenant text COLLATE "C" NOT NULL,
    item text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    team text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, item, actor, team, day)
  );

  CREATE TABLE $schema.first_rating (
    tenant text COLLATE "C" NOT NULL,
    item text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, item, actor)
  );

  CREATE TABLE $schema.participation_day (
    tenant text COLLATE "C" NOT NULL,
    team text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    used_before text COLLATE "C" NOT NULL,
    pairs bigint NOT NULL,
    rated bigint NOT NULL,
    PRIMARY KEY (tenant, day, team, actor, used_before)
  ) WITH (fillfactor = 70);

  CREATE TABLE $schema.participant (
    tenant text COLLATE "C" NOT NULL,
    team text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    pairs bigint NOT NULL,
    PRIMARY KEY (tenant, team, actor)
  ) WITH (fillfactor = 70);

  ALTER TABLE $schema.live_rating ADD COLUMN says_why smallint NOT NULL DEFAULT 0;
  CREATE INDEX live_rating_low_day ON $schema.live_rating (tenant, day) WHERE value <= 2;`;

const saysWhy = `
  UPDATE $schema.live_rating AS live SET says_why = 1 FROM $schema.fact AS fact
  WHERE live.value IS NOT NULL AND fact.tenant = live.tenant AND fact.actor_id = live.actor AND fact.id = live.id AND (
    (json_typeof(fact.detail::json -> 'comment') = 'string' AND fact.detail::json ->> 'comment' <> '')
    OR (json_typeof(fact.detail::json -> 'reasons') = 'array' AND (fact.detail::json -> 'reasons' ->> 0) IS NOT NULL)
    OR (fact.detail::json ->> 'commented') = 'true');`;
