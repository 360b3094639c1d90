import type { UsageQuery } from '../store/aggregate-query.js';
import type { UsageRow } from '../store/aggregate-row.js';
import { groupKey, groupOf, partsOf, type AnswerRow } from './aggregate-parts.js';
import { countShapes } from './count-shapes.js';
import { exclusionOf } from './fact-row.js';
import { countPairs } from './pairs-answer.js';
import type { SqliteConnection } from './sqlite-connection.js';
import type { TenantState } from './tenants.js';
import { isPlain, viewerDaysOf, type ViewerDays } from './viewer-days.js';

/** Answers a usage query: views, viewers and time from one table, pairs from another (see count-shapes.ts). */
export function answerUsage(connection: SqliteConnection, state: TenantState, query: UsageQuery): readonly UsageRow[] {
  const source = viewerDaysOf(state, query);
  const pairs = countPairs(connection, state, query, source);
  return sumsOf(connection, state, query, source).map((row) => {
    const { pairs: met = 0, rated = 0 } = pairs.get(groupKey(row, query)) ?? {};
    return {
      type: 'usage',
      group: groupOf(row, query, state.names),
      excluded: exclusionOf(Number(row['excluded'])),
      views: Number(row['views']),
      // The people who used one item are its pairs.
      viewers: Number(row['viewers'] ?? met),
      pairs: met,
      ratedPairs: rated,
      activeMs: Number(row['active_ms']),
    };
  });
}

function sumsOf(
  connection: SqliteConnection,
  state: TenantState,
  query: UsageQuery,
  source: ViewerDays,
): readonly AnswerRow[] {
  const { group, where, parameters } = partsOf(state, query);
  const isByItem = isPlain(query) && query.by.includes('collateralId');
  const viewers = isByItem ? '' : ', count(DISTINCT CASE WHEN views > 0 THEN actor END) AS viewers';
  const plain = isByItem ? countShapes.itemDay.name : countShapes.personDay.name;
  const from = isPlain(query) ? { sql: plain, parameters: [] } : source;
  return connection
    .prepare(
      `SELECT ${group}, sum(views) AS views, sum(active_ms) AS active_ms${viewers} FROM ${from.sql}
       WHERE ${where} AND excluded IN (0, 1, 2, 3) GROUP BY ${group} HAVING sum(views) > 0 OR sum(active_ms) > 0`,
    )
    .all(...from.parameters, ...parameters);
}
