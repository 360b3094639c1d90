// What the tables of counts are for: count-shapes.ts. Rows that are added to again and again find room on their own page.
/** Second step of the PostgreSQL schema: tables of counts for every question. The next step fills those that are empty. */
export const postgresCountTables = `
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
