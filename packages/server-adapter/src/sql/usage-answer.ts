import type { UsageQuery } from '../store/aggregate-query.js';
import type { UsageRow } from '../store/aggregate-row.js';
import type { AnswerRow, CountDialect, CountSteps } from './count-codes.js';
import { groupKey, groupOf, partsOf } from './count-parts.js';
import { countShapes } from './count-shapes.js';
import { countPairs, ratedOf } from './pairs-answer.js';
import { isPlain, viewerDaysOf } from './viewer-days.js';

/** Answers a usage query: views, viewers and time from one table, pairs from another (see count-shapes.ts). */
export function* answerUsage(dialect: CountDialect, query: UsageQuery): CountSteps<readonly UsageRow[]> {
  if (isAddedUpAtOnce(dialect, query)) return yield* answerAtOnce(dialect, query);
  const pairs = needsPairs(query) ? yield* countPairs(dialect, query) : new Map<string, never>();
  const sums = yield* sumsOf(dialect, query);
  return sums.map((row) => {
    const { pairs: met = 0, rated = 0 } = pairs.get(groupKey(row, query)) ?? {};
    return {
      type: 'usage',
      group: groupOf(row, query, dialect),
      excluded: dialect.exclusionOf(row['excluded']),
      views: Number(row['views']),
      // The people who used one item are its pairs.
      viewers: query.withoutPeople === true ? 0 : Number(row['viewers'] ?? met),
      pairs: query.withoutPairs === true ? 0 : met,
      ratedPairs: query.withoutPairs === true ? 0 : rated,
      activeMs: Number(row['active_ms']),
    };
  });
}

/** Tells whether people are added up first and are the pairs at once, because every row is of one item. */
function isAddedUpAtOnce({ addsUpPeople }: CountDialect, query: UsageQuery): boolean {
  return addsUpPeople && query.withoutPeople !== true && query.by.includes('collateralId') && !isPlain(query);
}

function* answerAtOnce(dialect: CountDialect, query: UsageQuery): CountSteps<readonly UsageRow[]> {
  const { group, where, parameters } = partsOf(dialect, query);
  const from = viewerDaysOf(dialect, query);
  const people = `SELECT ${group}, tenant, item AS met_item, actor AS met_actor, sum(views) AS views, sum(active_ms) AS active_ms
    FROM ${from.sql} WHERE ${where} GROUP BY ${group}, tenant, item, actor`;
  const sql = `SELECT ${group}, sum(views) AS views, sum(active_ms) AS active_ms, count(CASE WHEN views > 0 THEN 1 END) AS pairs,
      ${ratedOf(dialect, 'views > 0 AND')} AS rated
    FROM (${people}) AS met GROUP BY ${group} HAVING sum(views) > 0 OR sum(active_ms) > 0`;
  const rows = yield { sql, parameters: [...from.parameters, ...parameters] };
  return rows.map((row) => ({
    type: 'usage',
    group: groupOf(row, query, dialect),
    excluded: dialect.exclusionOf(row['excluded']),
    views: Number(row['views']),
    viewers: Number(row['pairs']),
    pairs: query.withoutPairs === true ? 0 : Number(row['pairs']),
    ratedPairs: query.withoutPairs === true ? 0 : Number(row['rated']),
    activeMs: Number(row['active_ms']),
  }));
}

function needsPairs(query: UsageQuery): boolean {
  return query.withoutPeople !== true && (query.withoutPairs !== true || isOfItemDays(query));
}

function* sumsOf(dialect: CountDialect, query: UsageQuery): CountSteps<readonly AnswerRow[]> {
  const { group, where, parameters } = partsOf(dialect, query);
  const isByItem = isOfItemDays(query);
  const plain = dialect.table(isByItem ? countShapes.itemDay.name : countShapes.personDay.name);
  const from = isByItem || isPlain(query) ? { sql: plain, parameters: [] } : viewerDaysOf(dialect, query);
  const asked = `${from.sql} WHERE ${where} AND excluded IN (${dialect.exclusions.join(', ')})`;
  const sums = 'sum(views) AS views, sum(active_ms) AS active_ms';
  const used = 'HAVING sum(views) > 0 OR sum(active_ms) > 0';
  const people = `SELECT ${group}, ${sums} FROM ${asked} GROUP BY ${group}, actor`;
  const sql = isByItem
    ? `SELECT ${group}, ${sums} FROM ${asked} GROUP BY ${group} ${used}`
    : dialect.addsUpPeople && !query.by.includes('day')
      ? `SELECT ${group}, ${sums}, count(CASE WHEN views > 0 THEN 1 END) AS viewers FROM (${people}) AS people GROUP BY ${group} ${used}`
      : `SELECT ${group}, ${sums}, count(DISTINCT CASE WHEN views > 0 THEN actor END) AS viewers FROM ${asked} GROUP BY ${group} ${used}`;
  return yield { sql, parameters: [...from.parameters, ...parameters] };
}

/** Tells whether the table that knows items and days answers: it adds up views and time, and can tell people of one item only. */
function isOfItemDays(query: UsageQuery): boolean {
  if (query.withoutPeople !== true) return isPlain(query) && query.by.includes('collateralId');
  return query.team === undefined && query.by.every((dimension) => dimension === 'collateralId' || dimension === 'day');
}
