import type { Run } from './postgres-connection.js';
import { PostgresRecount } from './postgres-recount.js';

/**
 * Second step of the PostgreSQL schema: tables of counts, filled from the log.
 *
 * It counts with the code of today. A later step that changes these tables has to take a copy of that code here, or to count anew
 * itself and leave these empty.
 */
export async function countPostgresFacts(run: Run, schema: string): Promise<void> {
  await run(tables.replaceAll('$schema', schema));
  const recount = new PostgresRecount(schema);
  for (const row of await run(`SELECT tenant FROM ${schema}.tenant_log`))
    await recount.add(run, String(row['tenant']), { sql: '$2::boolean', value: true });
}

// What the tables of counts are for: count-shapes.ts. Rows that are added to again and again find room on their own page.
const tables = `
  CREATE TABLE $schema.view (
    tenant text COLLATE "C" NOT NULL,
    item text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    view_id text COLLATE "C" NOT NULL,
    first_id text COLLATE "C" NOT NULL,
    effective_at text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    slot bigint NOT NULL,
    version text COLLATE "C" NOT NULL,
    team text COLLATE "C" NOT NULL,
    excluded text COLLATE "C" NOT NULL,
    active_ms bigint NOT NULL,
    PRIMARY KEY (tenant, item, actor, view_id)
  ) WITH (fillfactor = 70);

  CREATE TABLE $schema.live_rating (
    tenant text COLLATE "C" NOT NULL,
    item text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    version text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    effective_at text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    team text COLLATE "C" NOT NULL,
    excluded text COLLATE "C" NOT NULL,
    scale text COLLATE "C",
    value double precision,
    after_use smallint NOT NULL,
    PRIMARY KEY (tenant, item, actor, version)
  ) WITH (fillfactor = 70);
  CREATE INDEX live_rating_day ON $schema.live_rating (tenant, day);

  CREATE TABLE $schema.item_span (
    tenant text COLLATE "C" NOT NULL,
    item text COLLATE "C" NOT NULL,
    first_day text COLLATE "C" NOT NULL,
    last_day text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, item)
  ) WITH (fillfactor = 70);

  CREATE TABLE $schema.viewer_day (
    tenant text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    item text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    version text COLLATE "C" NOT NULL,
    team text COLLATE "C" NOT NULL,
    excluded text COLLATE "C" NOT NULL,
    views bigint NOT NULL,
    active_ms bigint NOT NULL,
    PRIMARY KEY (tenant, day, item, actor, version, team, excluded)
  ) WITH (fillfactor = 70);

  CREATE TABLE $schema.person_day (
    tenant text COLLATE "C" NOT NULL,
    excluded text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    team text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    views bigint NOT NULL,
    active_ms bigint NOT NULL,
    PRIMARY KEY (tenant, excluded, day, team, actor)
  ) WITH (fillfactor = 70);

  CREATE TABLE $schema.item_day (
    tenant text COLLATE "C" NOT NULL,
    excluded text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    item text COLLATE "C" NOT NULL,
    views bigint NOT NULL,
    active_ms bigint NOT NULL,
    PRIMARY KEY (tenant, excluded, day, item)
  ) WITH (fillfactor = 70);

  CREATE TABLE $schema.day_pairs (
    tenant text COLLATE "C" NOT NULL,
    excluded text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    pairs bigint NOT NULL,
    rated bigint NOT NULL,
    PRIMARY KEY (tenant, excluded, day)
  ) WITH (fillfactor = 70);

  CREATE TABLE $schema.item_last (
    tenant text COLLATE "C" NOT NULL,
    excluded text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    item text COLLATE "C" NOT NULL,
    pairs bigint NOT NULL,
    rated bigint NOT NULL,
    PRIMARY KEY (tenant, excluded, day, item)
  ) WITH (fillfactor = 70);

  CREATE TABLE $schema.team_last (
    tenant text COLLATE "C" NOT NULL,
    excluded text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    team text COLLATE "C" NOT NULL,
    pairs bigint NOT NULL,
    rated bigint NOT NULL,
    PRIMARY KEY (tenant, excluded, day, team)
  ) WITH (fillfactor = 70);

  CREATE TABLE $schema.action_day (
    tenant text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    item text COLLATE "C" NOT NULL,
    action text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    version text COLLATE "C" NOT NULL,
    team text COLLATE "C" NOT NULL,
    excluded text COLLATE "C" NOT NULL,
    times bigint NOT NULL,
    PRIMARY KEY (tenant, day, item, action, actor, version, team, excluded)
  ) WITH (fillfactor = 70);

  CREATE TABLE $schema.arrival_day (
    tenant text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    facts bigint NOT NULL,
    late bigint NOT NULL,
    PRIMARY KEY (tenant, day)
  ) WITH (fillfactor = 70);`;
