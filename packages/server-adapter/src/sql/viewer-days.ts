import type { UsageQuery } from '../store/aggregate-query.js';
import { qualifiedViewMs } from '../store/folded-view.js';
import type { CountDialect, CountQuestion } from './count-codes.js';
import { partsOf } from './count-parts.js';
import { countShapes } from './count-shapes.js';

/** Tells whether a query asks about everybody and everything, kept apart by one dimension other than the version at most. */
export function isPlain({ by, collateralIds, team }: UsageQuery): boolean {
  return collateralIds === undefined && team === undefined && new Set(by).size <= 1 && !by.includes('version');
}

/** Gives rows that look like those of `viewer_day` and can answer any usage query: a table, or a query in brackets. */
export function viewerDaysOf(dialect: CountDialect, { type, collateralIds }: UsageQuery): CountQuestion {
  // Of some items their views are fewer than everybody's days, and have an index.
  if (collateralIds === undefined) return { sql: dialect.table(countShapes.viewerDay.name), parameters: [] };
  const { where, parameters } = partsOf(dialect, { type, by: [], collateralIds });
  const columns = 'tenant, item, actor, day, version, team, excluded';
  const sql = `(SELECT ${columns}, count(DISTINCT CASE WHEN active_ms >= ${qualifiedViewMs} THEN slot END) AS views,
    sum(active_ms) AS active_ms FROM ${dialect.table('view')} WHERE ${where} GROUP BY ${columns}) AS viewer_day`;
  return { sql, parameters };
}
