import {
  collateralScale,
  isScaleValue,
  type Distribution,
  type Exclusion,
  type Metric,
  type MetricWindow,
  type Policy,
} from '@collateral/sdk/contract';
import { dirichletMean } from '../statistics/dirichlet.js';
import type { RatingsRow } from '../store/aggregate-row.js';

/** Ratings of one version: how often each point was given by people whose rating counts, and who was left out. */
export interface RatingTally {
  readonly distribution: Distribution;
  readonly n: number;
  readonly excluded: readonly Exclusion[];
}

/** Counts live ratings per point, out of the counts of a store. Ratings of another scale are left out: they are never averaged together. */
export function tallyRatings(rows: Iterable<RatingsRow>): RatingTally {
  const distribution = collateralScale.points.map(() => 0);
  const excluded = new Map<string, number>();
  let n = 0;
  for (const { excluded: reason, scaleId, value, ratings } of rows) {
    if (scaleId !== collateralScale.id || !isScaleValue(collateralScale, value)) continue;
    if (reason !== null) {
      excluded.set(reason, (excluded.get(reason) ?? 0) + ratings);
      continue;
    }
    distribution[value - 1] = (distribution[value - 1] ?? 0) + ratings;
    n += ratings;
  }
  const reasons = [...excluded].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { distribution, n, excluded: reasons.map(([reason, count]) => ({ reason, count })) };
}

/**
 * Turns a tally into the score people see, or says why there is none yet.
 *
 * @param prior - imagined ratings per point the score starts with (docs/metrics.md, "Mean with interval").
 */
export function ratingMetric(
  { distribution, n, excluded }: RatingTally,
  policy: Pick<Policy, 'ratingMinimum'>,
  prior: readonly number[],
  window: MetricWindow | null = null,
): Metric {
  const evidence = { n, window, excluded, method: 'dirichlet-mean' };
  if (n === 0) return { ...evidence, value: null, interval: null, state: 'none' };
  const { mean, halfWidth } = dirichletMean(distribution, prior);
  const isEnough = n >= policy.ratingMinimum.n && halfWidth <= policy.ratingMinimum.halfWidth;
  if (!isEnough) return { ...evidence, value: null, interval: null, state: 'early' };
  return { ...evidence, value: mean, interval: withinScale(mean - halfWidth, mean + halfWidth), state: 'ok' };
}

// The normal approximation can pass the ends of the scale, and "up to 5.01 of 5" is nothing to show to people.
function withinScale(low: number, high: number): readonly [low: number, high: number] {
  return [Math.max(1, low), Math.min(collateralScale.points.length, high)];
}
