import type {
  EngagementQuery,
  FirstEngagedQuery,
  LowRatersQuery,
  ParticipationQuery,
} from '../store/engagement-query.js';
import type { EngagementRow, FirstEngagedRow, LowRatersRow, ParticipationRow } from '../store/engagement-row.js';
import type { CountDialect, CountSteps } from './count-codes.js';
import { countShapes } from './count-shapes.js';

/** Answers what the people of teams did from the tables of counts of any database. */
export function answerEngagement(dialect: CountDialect, query: EngagementQuery): CountSteps<readonly EngagementRow[]> {
  switch (query.type) {
    case 'participation':
      return answerParticipation(dialect, query);
    case 'low-raters':
      return answerLowRaters(dialect, query);
    case 'first-engaged':
      return answerFirstEngaged(dialect, query);
  }
}

function* answerParticipation(
  dialect: CountDialect,
  { from, to }: ParticipationQuery,
): CountSteps<readonly ParticipationRow[]> {
  const start = dialect.day('from', from);
  // SQLite joins in this order: person by person, and of each the days of the window lie side by side.
  const sql = `SELECT p.team, p.actor, sum(d.pairs) AS pairs, sum(d.rated) AS rated
    FROM ${dialect.table(countShapes.participant.name)} AS p CROSS JOIN ${dialect.table(countShapes.participationDay.name)} AS d
    WHERE p.tenant = ? AND p.pairs > 0 AND d.tenant = p.tenant AND d.team = p.team AND d.actor = p.actor
      AND d.day >= ? AND d.day < ? AND d.used_before < ? GROUP BY p.team, p.actor HAVING sum(d.pairs) > 0`;
  const rows = yield { sql, parameters: [dialect.tenant, start, dialect.day('to', to), start] };
  return rows.map((row) => ({
    type: 'participation',
    actorId: dialect.text('actor', row['actor']) ?? '',
    team: dialect.text('team', row['team']),
    pairs: Number(row['pairs']),
    rated: Number(row['rated']),
  }));
}

function* answerLowRaters(
  dialect: CountDialect,
  { atMost, from, to }: LowRatersQuery,
): CountSteps<readonly LowRatersRow[]> {
  // The index of low ratings holds few of all, and serves only who asks for no more than it has.
  const low = atMost <= 2 ? 'AND value <= 2' : '';
  const sql = `SELECT team, actor, count(*) AS ratings, sum(says_why) AS explained FROM ${dialect.table('live_rating')}
    WHERE tenant = ? AND day >= ? AND day < ? AND value <= ? ${low} AND excluded = ${dialect.exclusions[0]} GROUP BY team, actor`;
  const rows = yield { sql, parameters: [dialect.tenant, dialect.day('from', from), dialect.day('to', to), atMost] };
  return rows.map((row) => ({
    type: 'low-raters',
    actorId: dialect.text('actor', row['actor']) ?? '',
    team: dialect.text('team', row['team']),
    ratings: Number(row['ratings']),
    explained: Number(row['explained']),
  }));
}

function* answerFirstEngaged(
  dialect: CountDialect,
  { collateralIds, teams }: FirstEngagedQuery,
): CountSteps<readonly FirstEngagedRow[]> {
  if (teams?.length === 0) return [];
  const [isAmong, items] = dialect.isAmong(collateralIds);
  const ofTeams = teams === undefined ? '' : `AND team IN (${teams.map(() => '?').join(', ')})`;
  const by = teams === undefined ? 'team, ' : '';
  const sql = `SELECT item, ${by}day, count(*) AS people FROM (
      SELECT item, ${by}actor, min(day) AS day FROM ${dialect.table('engaged_day')}
      WHERE tenant = ? AND ${isAmong} ${ofTeams} GROUP BY item, ${by}actor) AS began GROUP BY item, ${by}day`;
  const rows = yield {
    sql,
    parameters: [dialect.tenant, items, ...(teams ?? []).map((team) => dialect.team(team))],
  };
  return rows.map((row) => ({
    type: 'first-engaged',
    collateralId: dialect.text('item', row['item']) ?? '',
    team: teams === undefined ? dialect.text('team', row['team']) : null,
    day: dialect.dayText(row['day']),
    people: Number(row['people']),
  }));
}
