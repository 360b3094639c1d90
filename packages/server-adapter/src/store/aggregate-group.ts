import type { RatingsDimension } from './aggregate-query.js';
import type { AggregateGroup } from './aggregate-row.js';

// One fixed order, so that the same group always has the same text.
const dimensions = ['collateralId', 'version', 'team', 'day', 'afterUse'] as const;

/** Keeps of everything that is known about a fact what a query asks rows to be kept apart by. */
export function groupBy(by: readonly RatingsDimension[], all: AggregateGroup): AggregateGroup {
  const asked = dimensions.filter((dimension) => by.includes(dimension));
  return Object.fromEntries(asked.map((dimension) => [dimension, all[dimension]]));
}

/** Tells whether a query asks about an item. */
export function isItemAsked(
  collateralId: string,
  { collateralIds }: { readonly collateralIds?: readonly string[] },
): boolean {
  return collateralIds === undefined || collateralIds.includes(collateralId);
}

/** Tells whether a query asks about facts of a team and day. */
export function isAsked({ team, day }: TeamAndDay, query: Partial<TeamAndDays>): boolean {
  if (query.team !== undefined && query.team !== team) return false;
  return (query.from === undefined || day >= query.from) && (query.to === undefined || day < query.to);
}

interface TeamAndDay {
  readonly team: string | null;
  readonly day: string;
}

interface TeamAndDays {
  readonly team: string | null;
  readonly from: string;
  readonly to: string;
}
