import { typeNumber } from './fact-row.js';
import { ratingDayTable } from './keep-rating-days.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { SqliteEngagements } from './sqlite-engagements.js';
import { factPages } from './sqlite-fact-pages.js';
import { countAll } from './sqlite-recount.js';
import { Tenants } from './tenants.js';

const engaging = (['view', 'usage', 'completion', 'rating'] as const).map(typeNumber).join(', ');

/**
 * Fifth step of the schema: tables of who really used what and rated it, and whether a live rating says why, filled from the log.
 *
 * It counts with the code of today. A later step that changes these tables has to take a copy of that code here, or to count anew
 * itself and leave these empty.
 */
export function keepEngagements(connection: SqliteConnection): void {
  connection.run(tables);
  const tenants = new Tenants(connection);
  for (const { name } of connection.prepare('SELECT name FROM tenant').all()) {
    const state = tenants.open(String(name));
    // Files of version 1 and 2 come here with empty tables of counts, those of later ones with full ones.
    const counted = connection.prepare('SELECT 1 FROM arrival_day WHERE tenant = ? LIMIT 1').get(state.number);
    if (counted === undefined) countAll(connection, state);
    else {
      const engagements = new SqliteEngagements(connection, state.number, state.names);
      for (const facts of factPages(connection, state, `item > 0 AND type IN (${engaging})`))
        engagements.add(facts.map(({ fact }) => fact));
    }
  }
  connection.run(saysWhy);
}

/*
 * engaged_day: one row for each day on which a person of a team really used an item.
 * rating_day: one row for each day on which a person rated an item. Files that came by here before have first_rating in its place,
 * with the first of these days, until keep-rating-days.ts.
 * participation_day, participant: count-shapes.ts.
 */
const tables = `
  CREATE TABLE engaged_day (
    tenant INTEGER NOT NULL,
    item INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    team INTEGER NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (tenant, item, actor, team, day)
  ) WITHOUT ROWID;

  ${ratingDayTable}

  CREATE TABLE participation_day (
    tenant INTEGER NOT NULL,
    team INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    day INTEGER NOT NULL,
    used_before INTEGER NOT NULL,
    pairs INTEGER NOT NULL,
    rated INTEGER NOT NULL,
    PRIMARY KEY (tenant, team, actor, day, used_before)
  ) WITHOUT ROWID;

  CREATE TABLE participant (
    tenant INTEGER NOT NULL,
    team INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    pairs INTEGER NOT NULL,
    PRIMARY KEY (tenant, team, actor)
  ) WITHOUT ROWID;

  ALTER TABLE live_rating ADD COLUMN says_why INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX live_rating_low_day ON live_rating (tenant, day, value, excluded, team, actor, says_why) WHERE value <= 2;`;

// Of facts of any version of the file: their details are JSON.
const saysWhy = `
  UPDATE live_rating SET says_why = 1 WHERE value IS NOT NULL AND EXISTS (
    SELECT 1 FROM fact WHERE fact.tenant = live_rating.tenant AND fact.sequence = live_rating.sequence AND (
      (json_type(detail, '$.comment') = 'text' AND detail ->> '$.comment' <> '')
      OR (json_type(detail, '$.reasons') = 'array' AND json_array_length(detail, '$.reasons') > 0)
      OR json_type(detail, '$.commented') = 'true'));`;
