import type { SQLInputValue } from 'node:sqlite';
import type { UsageQuery } from '../store/aggregate-query.js';
import { qualifiedViewMs } from '../store/folded-view.js';
import { partsOf } from './aggregate-parts.js';
import { countShapes } from './count-shapes.js';
import type { TenantState } from './tenants.js';

/** Rows that look like those of `viewer_day`. */
export interface ViewerDays {
  readonly sql: string;
  readonly parameters: readonly SQLInputValue[];
}

/** Tells whether a query asks about everybody and everything, kept apart by one dimension other than the version at most. */
export function isPlain({ by, collateralIds, team }: UsageQuery): boolean {
  return collateralIds === undefined && team === undefined && new Set(by).size <= 1 && !by.includes('version');
}

/** Gives the rows that can answer any usage query. */
export function viewerDaysOf(state: TenantState, { type, collateralIds }: UsageQuery): ViewerDays {
  // Of some items their views are fewer than everybody's days, and have an index.
  if (collateralIds === undefined) return { sql: countShapes.viewerDay.name, parameters: [] };
  const { where, parameters } = partsOf(state, { type, by: [], collateralIds });
  const columns = 'tenant, item, actor, day, version, team, excluded';
  const sql = `(SELECT ${columns}, count(DISTINCT CASE WHEN active_ms >= ${qualifiedViewMs} THEN slot END) AS views,
    sum(active_ms) AS active_ms FROM view WHERE ${where} GROUP BY ${columns})`;
  return { sql, parameters };
}
