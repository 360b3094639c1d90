import type { Exclusion, MetricWindow } from '@collateral/sdk/contract';
import { noFigure, shareFigure } from '../insights/figure.js';
import { clusteredShare } from '../statistics/clustered-share.js';
import { scoreInterval, wilson, type Share } from '../statistics/wilson.js';
import { exclusionsOf, type Estimate } from './estimate.js';
import type { Outcome } from './outcome.js';

/** Estimates a share from the outcomes behind it: hits out of hits and misses. */
export function shareEstimate(outcomes: readonly Outcome[], window: MetricWindow): Estimate {
  const numerator = outcomes.filter(({ part }) => part === 'hit').length;
  const denominator = numerator + outcomes.filter(({ part }) => part === 'miss').length;
  const metric = shareFigure(numerator, denominator, { window, excluded: exclusionsOf(outcomes, 'not-yet-due') });
  if (denominator === 0) return { metric, estimated: null };
  const point = numerator / denominator;
  return { metric, estimated: { point, intervalAt: (z) => wilson({ numerator, denominator }, z) } };
}

/**
 * Estimates a share of observations that come in groups (people), as one person's habits are not many opinions. `n` is the number
 * of observations; the interval knows the groups.
 */
export function groupedEstimate(
  groups: readonly Share[],
  window: MetricWindow,
  excluded: readonly Exclusion[] = [],
): Estimate {
  if (groups.length === 0) return { metric: { ...noFigure(method, window), excluded }, estimated: null };
  const { numerator, denominator, effectiveCount } = clusteredShare(groups);
  const point = numerator / denominator;
  const intervalAt = (z: number): readonly [number, number] => scoreInterval(point, effectiveCount, z);
  const figure = shareFigure(numerator, denominator, { window, excluded });
  return {
    metric: { ...figure, interval: scoreInterval(point, effectiveCount), method },
    estimated: { point, intervalAt },
  };
}

const method = 'wilson-clustered';
