// What the tables are for: keep-engagements.ts.
/**
 * Fourth step of the PostgreSQL schema: tables of who really used what and rated it, and whether a live rating says why. The step that
 * moves the log into partitions fills them. Schemas that came by here before have first_rating in place of rating_day, until
 * keep-postgres-rating-days.ts.
 */
export const postgresEngagementTables = `
  CREATE TABLE $schema.engaged_day (
    tenant text COLLATE "C" NOT NULL,
    item text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    team text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, item, actor, team, day)
  );

  CREATE TABLE $schema.rating_day (
    tenant text COLLATE "C" NOT NULL,
    item text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, item, actor, day)
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

/** Fills the new column of live ratings from the log. */
export const postgresSaysWhy = `
  UPDATE $schema.live_rating AS live SET says_why = 1 FROM $schema.fact AS fact
  WHERE live.value IS NOT NULL AND fact.tenant = live.tenant AND fact.actor = live.actor AND fact.id = live.id AND (
    (json_typeof(fact.detail::json -> 'comment') = 'string' AND fact.detail::json ->> 'comment' <> '')
    OR (json_typeof(fact.detail::json -> 'reasons') = 'array' AND (fact.detail::json -> 'reasons' ->> 0) IS NOT NULL)
    OR (fact.detail::json ->> 'commented') = 'true');`;
