import { CollateralError } from '@collateral/sdk/contract';
import { requireCounts, requireNumber } from './require-number.js';

/** Which of two groups rated higher, by order alone. */
export interface OrderComparison {
  /** U: pairs in which the first group's rating is the higher one; equal ones count half. */
  readonly u: number;
  /** A: U out of all pairs, 0 to 1; 0.5 means no difference. */
  readonly superiority: number;
}

/**
 * Compares two groups of ratings without taking the points for distances: the ordinal check beside a lift.
 *
 * U = Σ pairs (first > second) + ½ (equal), A = U / (n1·n2); H. B. Mann, D. R. Whitney, Annals of Mathematical Statistics 18
 * (1947); A. Vargha, H. D. Delaney, Journal of Educational and Behavioral Statistics 25 (2000).
 *
 * @param first - ratings per point, point 1 first.
 * @param second - the same of the other group.
 * @throws CollateralError `invalid-option` for counts that are none, lists of different lengths or a group without ratings.
 */
export function mannWhitney(first: readonly number[], second: readonly number[]): OrderComparison {
  const n1 = requireCounts('first', first);
  const n2 = requireCounts('second', second);
  requireNumber('first, summed up,', n1, { least: 1 });
  requireNumber('second, summed up,', n2, { least: 1 });
  if (first.length !== second.length) {
    throw new CollateralError(
      'invalid-option',
      `first and second must have as many points, got ${first.length} and ${second.length}.`,
    );
  }
  let u = 0;
  let below = 0;
  first.forEach((count, index) => {
    const equal = second[index] ?? 0;
    u += count * (below + equal / 2);
    below += equal;
  });
  return { u, superiority: u / (n1 * n2) };
}
