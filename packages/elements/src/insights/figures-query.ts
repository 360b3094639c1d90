import type { InsightsQuery } from '@collateral/sdk';
import type { ItemSort } from '@collateral/sdk/contract';
import { filterFor } from './chosen-filter.js';
import type { InsightsPosition } from './insights-view.js';

/** Items on a page of the table. */
export const itemsPerPage = 50;

/** Returns what to ask the server for; the page of a list is found by its cursor. */
export function figuresQuery({ screen, collateralId, period, filter, sort }: InsightsPosition): InsightsQuery {
  const { state, search, ...narrow } = filterFor(screen, filter);
  const frame = { period, ...narrow };
  if (screen === 'item') return { screen, collateralId, ...frame };
  if (screen !== 'items') return { screen, ...frame };
  const narrower = { ...(state && { state }), ...(search && { search }) };
  return { screen, ...frame, ...narrower, sort: sort as ItemSort, limit: itemsPerPage };
}
