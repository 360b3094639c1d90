import { CollateralError } from '@collateral/sdk/contract';
import { evenPrior } from './dirichlet.js';
import { requireCounts } from './require-number.js';

/** How much the items of a kind differ from each other, against how much people differ about one item. */
export interface VarianceComponents {
  /** μ: mean of all ratings, in points. */
  readonly mean: number;
  /** MSW: mean square within items, in square points. */
  readonly withinItems: number;
  /** MSB: mean square between items. */
  readonly betweenItems: number;
  /** n0: ratings of a typical item. */
  readonly typicalCount: number;
  /** τ²: variance of the items' true means, at least 0. */
  readonly trueVariance: number;
  /** m before it is clipped: MSW / τ²; infinite when the items don't differ. */
  readonly ratio: number;
  /** m: how many ratings the prior is worth, 2 to 20. */
  readonly strength: number;
}

const leastStrength = 2;
const mostStrength = 20;
const defaultStrength = 5;
const leastItems = 20;
const leastRatings = 3;

/**
 * Estimates how strong the prior of a kind should be: strong where items are much alike, weak where they differ.
 *
 * One-way random effects: MSW = SSW/(N−k), MSB = SSB/(k−1), n0 = (N − Σn_i²/N)/(k−1), τ² = max(0, (MSB−MSW)/n0),
 * m = MSW/τ² clipped to 2..20; S. R. Searle, G. Casella, C. E. McCulloch, Variance Components (1992), section 3.6.
 *
 * @param items - ratings per point of each item, point 1 first; items without ratings are left out.
 * @throws CollateralError `invalid-option` for counts that are none, and unless at least two items have ratings and one of
 * them more than one.
 */
export function varianceComponents(items: readonly (readonly number[])[]): VarianceComponents {
  const rated = items.map(momentsOf).filter(({ n }) => n > 0);
  const total = rated.reduce((sum, { n }) => sum + n, 0);
  const groups = rated.length;
  if (groups < 2 || total === groups) {
    throw new CollateralError(
      'invalid-option',
      `items must have at least two items with ratings and one with more than one, got ${total} ratings of ${groups} items.`,
    );
  }
  const mean = rated.reduce((sum, item) => sum + item.sum, 0) / total;
  const squaresWithin = rated.reduce((sum, item) => sum + item.squaresAround, 0);
  const squaresBetween = rated.reduce((sum, item) => sum + item.n * (item.sum / item.n - mean) ** 2, 0);
  const withinItems = squaresWithin / (total - groups);
  const betweenItems = squaresBetween / (groups - 1);
  const typicalCount = (total - rated.reduce((sum, { n }) => sum + n * n, 0) / total) / (groups - 1);
  const trueVariance = Math.max(0, (betweenItems - withinItems) / typicalCount);
  const ratio = trueVariance === 0 ? Infinity : withinItems / trueVariance;
  const strength = Math.min(mostStrength, Math.max(leastStrength, ratio));
  return { mean, withinItems, betweenItems, typicalCount, trueVariance, ratio, strength };
}

/**
 * Makes the prior of a kind: imagined ratings per point, for {@link dirichletMean}.
 *
 * a_k = m × share of point k in all ratings of the kind. Until 20 items have 3 ratings or more, m = 5 and all shares are
 * equal: too few items say more about chance than about the kind.
 *
 * @param items - ratings per point of each item of the kind, all with the same points.
 * @param points - how many points the scale has.
 * @throws CollateralError `invalid-option` for counts that are none or of another scale.
 */
export function priorOfKind(items: readonly (readonly number[])[], points: number): readonly number[] {
  const sums = Array.from({ length: points }, () => 0);
  let wellRated = 0;
  for (const counts of items) {
    const n = requireCounts('items', counts);
    if (counts.length !== points) {
      throw new CollateralError('invalid-option', `items must have ${points} counts each, got ${counts.length}.`);
    }
    if (n >= leastRatings) wellRated += 1;
    counts.forEach((count, index) => (sums[index] = (sums[index] ?? 0) + count));
  }
  if (wellRated < leastItems) return evenPrior(points, defaultStrength);
  const { strength } = varianceComponents(items);
  const total = sums.reduce((sum, count) => sum + count, 0);
  return sums.map((count) => (strength * count) / total);
}

interface Moments {
  readonly n: number;
  readonly sum: number;
  readonly squaresAround: number;
}

function momentsOf(counts: readonly number[]): Moments {
  const n = requireCounts('items', counts);
  const sum = counts.reduce((total, count, index) => total + count * (index + 1), 0);
  const mean = n === 0 ? 0 : sum / n;
  const squaresAround = counts.reduce((total, count, index) => total + count * (index + 1 - mean) ** 2, 0);
  return { n, sum, squaresAround };
}
