import type { ActionsQuery, CountQuery, ArrivalsQuery, LastUseQuery, RatingsQuery } from '../store/aggregate-query.js';
import type { ActionsRow, CountRow, ArrivalsRow, LastUseRow, RatingsRow } from '../store/aggregate-row.js';
import type { CountDialect, CountSteps } from './count-codes.js';
import { groupOf, partsOf } from './count-parts.js';
import { countShapes } from './count-shapes.js';
import { answerUsage } from './usage-answer.js';

/** Answers an aggregate query from the tables of counts of any database. */
export function answerQuery(dialect: CountDialect, query: CountQuery): CountSteps<readonly CountRow[]> {
  switch (query.type) {
    case 'usage':
      return answerUsage(dialect, query);
    case 'ratings':
      return answerRatings(dialect, query);
    case 'actions':
      return answerActions(dialect, query);
    case 'last-use':
      return answerLastUse(dialect, query);
    case 'arrivals':
      return answerArrivals(dialect, query);
  }
}

function* answerRatings(dialect: CountDialect, query: RatingsQuery): CountSteps<readonly RatingsRow[]> {
  const { group, where, parameters } = partsOf(dialect, query);
  const sql = `SELECT ${group}, scale, value, count(*) AS ratings FROM ${dialect.table('live_rating')}
    WHERE ${where} AND value IS NOT NULL GROUP BY ${group}, scale, value`;
  return (yield { sql, parameters }).map((row) => ({
    type: 'ratings',
    group: groupOf(row, query, dialect),
    excluded: dialect.exclusionOf(row['excluded']),
    scaleId: dialect.text('scale', row['scale']),
    value: Number(row['value']),
    ratings: Number(row['ratings']),
  }));
}

function* answerActions(dialect: CountDialect, query: ActionsQuery): CountSteps<readonly ActionsRow[]> {
  const { group, where, parameters } = partsOf(dialect, query);
  const asked = `${dialect.table(countShapes.actionDay.name)} WHERE ${where} GROUP BY ${group}, action`;
  const people = `SELECT ${group}, action, sum(times) AS times FROM ${asked}, actor`;
  const sql = dialect.addsUpPeople
    ? `SELECT ${group}, action, sum(times) AS times, count(*) AS people FROM (${people}) AS people GROUP BY ${group}, action`
    : `SELECT ${group}, action, sum(times) AS times, count(DISTINCT actor) AS people FROM ${asked}`;
  return (yield { sql, parameters }).map((row) => ({
    type: 'actions',
    group: groupOf(row, query, dialect),
    excluded: dialect.exclusionOf(row['excluded']),
    action: dialect.actionOf(row['action']),
    times: Number(row['times']),
    people: Number(row['people']),
  }));
}

function* answerLastUse(dialect: CountDialect, query: LastUseQuery): CountSteps<readonly LastUseRow[]> {
  const { where, parameters } = partsOf(dialect, query);
  const ofTeam = `SELECT item, min(day) AS first_day, max(day) AS last_day FROM ${dialect.table(countShapes.viewerDay.name)}
    WHERE ${where} AND excluded = ${dialect.exclusions[0]} AND views > 0 GROUP BY item`;
  const ofAll = `SELECT item, first_day, last_day FROM ${dialect.table('item_span')} WHERE ${where}`;
  return (yield { sql: query.team === undefined ? ofAll : ofTeam, parameters }).map((row) => ({
    type: 'last-use',
    group: { collateralId: dialect.text('item', row['item']) ?? '' },
    firstDay: dialect.dayText(row['first_day']),
    lastDay: dialect.dayText(row['last_day']),
  }));
}

function* answerArrivals(dialect: CountDialect, query: ArrivalsQuery): CountSteps<readonly ArrivalsRow[]> {
  const { where, parameters } = partsOf(dialect, query);
  const days = query.by.includes('day') ? 'GROUP BY day' : 'HAVING count(*) > 0';
  const day = query.by.includes('day') ? 'day, ' : '';
  const sql = `SELECT ${day}sum(facts) AS facts, sum(late) AS late
    FROM ${dialect.table(countShapes.arrivalDay.name)} WHERE ${where} ${days}`;
  return (yield { sql, parameters }).map((row) => ({
    type: 'arrivals',
    group: groupOf(row, query, dialect),
    facts: Number(row['facts']),
    late: Number(row['late']),
  }));
}
