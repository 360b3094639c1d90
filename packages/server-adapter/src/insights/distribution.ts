import { collateralScale, type Distribution } from '@collateral/sdk/contract';

/** A distribution without any rating. */
export function noRatings(): Distribution {
  return collateralScale.points.map(() => 0);
}

/** Adds the counts of a distribution up. */
export function total(distribution: Distribution): number {
  return distribution.reduce((sum, count) => sum + count, 0);
}

/** Adds two distributions, point by point. */
export function addUp(one: Distribution, other: Distribution): Distribution {
  return one.map((count, index) => count + (other[index] ?? 0));
}
