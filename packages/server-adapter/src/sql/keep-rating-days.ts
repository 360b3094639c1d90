import { ratedOn } from '../store/is-engaged.js';
import { CountChanges } from './count-changes.js';
import { changeEngagement } from './engagement-counts.js';
import { typeNumber } from './fact-row.js';
import { packDay } from './packed-values.js';
import { sqliteCodes } from './sqlite-codes.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { writeCounts } from './sqlite-count-rows.js';
import { SqliteEngagements } from './sqlite-engagements.js';
import { factPages } from './sqlite-fact-pages.js';
import { Tenants, type TenantState } from './tenants.js';

/** On which days a person rated an item. */
export const ratingDayTable = `CREATE TABLE rating_day (
    tenant INTEGER NOT NULL,
    item INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (tenant, item, actor, day)
  ) WITHOUT ROWID;`;

const pairsPerStep = 1_000;

/**
 * Seventh step of the schema: every day of a rating is kept in place of the first one, and who rated what they used is counted anew.
 *
 * Of ratings that were deleted with age, the first and the live ones tell their days. It counts with the code of today, as
 * {@link keepEngagements} does.
 */
export function keepRatingDays(connection: SqliteConnection): void {
  // Files of version 1 to 4 were counted with the new table.
  if (connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'first_rating'").get() === undefined) return;
  connection.run(`${ratingDayTable}
    INSERT INTO rating_day SELECT tenant, item, actor, day FROM first_rating;
    INSERT OR IGNORE INTO rating_day SELECT tenant, item, actor, day FROM live_rating
      WHERE value IS NOT NULL AND excluded = 0 AND typeof(day) = 'integer';
    DROP TABLE first_rating;
    UPDATE participation_day SET rated = 0 WHERE rated <> 0;`);
  const tenants = new Tenants(connection);
  for (const { name } of connection.prepare('SELECT name FROM tenant').all()) {
    const state = tenants.open(String(name));
    addFromLog(connection, state);
    countRated(connection, state);
  }
}

function addFromLog(connection: SqliteConnection, state: TenantState): void {
  const insert = connection.prepare('INSERT OR IGNORE INTO rating_day (tenant, item, actor, day) VALUES (?, ?, ?, ?)');
  for (const facts of factPages(connection, state, `item > 0 AND type = ${typeNumber('rating')}`))
    for (const { fact } of facts) {
      const [day, { names }] = [ratedOn(fact), state];
      if (day === null || fact.collateralId === null) continue;
      const [item, actor] = [names.number('item', fact.collateralId), names.number('actor', fact.actorId)];
      insert.run(state.number, item, actor, packDay(day));
    }
}

function countRated(connection: SqliteConnection, { number, names }: TenantState): void {
  const engagements = new SqliteEngagements(connection, number, names);
  const pairs = connection.prepare('SELECT DISTINCT item, actor FROM rating_day WHERE tenant = ?').all(number);
  for (let first = 0; first < pairs.length; first += pairsPerStep) {
    const changes = new CountChanges();
    for (const row of pairs.slice(first, first + pairsPerStep)) {
      const pair = { item: Number(row['item']), actor: Number(row['actor']) };
      const after = engagements.of(pair);
      changeEngagement(changes, sqliteCodes(names), pair.actor, { before: { ...after, ratedOn: [] }, after });
    }
    writeCounts(connection, number, changes);
  }
}
