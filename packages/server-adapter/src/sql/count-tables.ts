/*
 * Not STRICT: a day is a number in nearly every row, and text in the odd one (see packed-values.ts). What the tables of counts are
 * for: count-shapes.ts.
 */

/** Third step of the schema: tables of counts for every question. The next step fills those that are empty. */
export const countTables = `
  DROP TABLE view; DROP TABLE usage_day; DROP TABLE live_rating;

  CREATE TABLE view (
    tenant INTEGER NOT NULL,
    item INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    view_id BLOB NOT NULL,
    first_sequence INTEGER NOT NULL,
    effective_at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    slot INTEGER NOT NULL,
    version INTEGER NOT NULL,
    team INTEGER NOT NULL,
    excluded INTEGER NOT NULL,
    active_ms INTEGER NOT NULL,
    PRIMARY KEY (tenant, item, actor, view_id)
  ) WITHOUT ROWID;

  CREATE TABLE live_rating (
    tenant INTEGER NOT NULL,
    item INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    version INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    effective_at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    team INTEGER NOT NULL,
    excluded INTEGER NOT NULL,
    scale INTEGER NOT NULL,
    value REAL,
    after_use INTEGER NOT NULL,
    PRIMARY KEY (tenant, item, actor, version)
  ) WITHOUT ROWID;
  CREATE INDEX live_rating_day ON live_rating (tenant, day);

  CREATE TABLE viewer_day (
    tenant INTEGER NOT NULL,
    day INTEGER NOT NULL,
    item INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    version INTEGER NOT NULL,
    team INTEGER NOT NULL,
    excluded INTEGER NOT NULL,
    views INTEGER NOT NULL,
    active_ms INTEGER NOT NULL,
    PRIMARY KEY (tenant, day, item, actor, version, team, excluded)
  ) WITHOUT ROWID;

  CREATE TABLE person_day (
    tenant INTEGER NOT NULL,
    excluded INTEGER NOT NULL,
    day INTEGER NOT NULL,
    team INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    views INTEGER NOT NULL,
    active_ms INTEGER NOT NULL,
    PRIMARY KEY (tenant, excluded, day, team, actor)
  ) WITHOUT ROWID;

  CREATE TABLE item_day (
    tenant INTEGER NOT NULL,
    excluded INTEGER NOT NULL,
    day INTEGER NOT NULL,
    item INTEGER NOT NULL,
    views INTEGER NOT NULL,
    active_ms INTEGER NOT NULL,
    PRIMARY KEY (tenant, excluded, day, item)
  ) WITHOUT ROWID;

  CREATE TABLE day_pairs (
    tenant INTEGER NOT NULL,
    excluded INTEGER NOT NULL,
    day INTEGER NOT NULL,
    pairs INTEGER NOT NULL,
    rated INTEGER NOT NULL,
    PRIMARY KEY (tenant, excluded, day)
  ) WITHOUT ROWID;

  CREATE TABLE item_last (
    tenant INTEGER NOT NULL,
    excluded INTEGER NOT NULL,
    day INTEGER NOT NULL,
    item INTEGER NOT NULL,
    pairs INTEGER NOT NULL,
    rated INTEGER NOT NULL,
    PRIMARY KEY (tenant, excluded, day, item)
  ) WITHOUT ROWID;

  CREATE TABLE team_last (
    tenant INTEGER NOT NULL,
    excluded INTEGER NOT NULL,
    day INTEGER NOT NULL,
    team INTEGER NOT NULL,
    pairs INTEGER NOT NULL,
    rated INTEGER NOT NULL,
    PRIMARY KEY (tenant, excluded, day, team)
  ) WITHOUT ROWID;

  CREATE TABLE item_span (
    tenant INTEGER NOT NULL,
    item INTEGER NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    PRIMARY KEY (tenant, item)
  ) WITHOUT ROWID;

  CREATE TABLE action_day (
    tenant INTEGER NOT NULL,
    day INTEGER NOT NULL,
    item INTEGER NOT NULL,
    action INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    version INTEGER NOT NULL,
    team INTEGER NOT NULL,
    excluded INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (tenant, day, item, action, actor, version, team, excluded)
  ) WITHOUT ROWID;

  CREATE TABLE arrival_day (
    tenant INTEGER NOT NULL,
    day INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    late INTEGER NOT NULL,
    PRIMARY KEY (tenant, day)
  ) WITHOUT ROWID;`;
