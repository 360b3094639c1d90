import type { Metric, MetricWindow } from '@collateral/sdk/contract';
import { z95 } from '../statistics/dirichlet.js';
import { exclusionsOf, type Estimate } from './estimate.js';
import type { Outcome } from './outcome.js';

/** One version's lift as an outcome; `value` is the lift, null for what was left out. */
export interface LiftOutcome extends Outcome {
  readonly standardError: number;
  /** min(n_a, n_b): how many people rated on the thinner side. */
  readonly weight: number;
}

/**
 * Averages the lifts of versions: Σ w·ΔM / Σ w with w = min(n_a, n_b), interval ± z·√(Σ w²·se²) / Σ w. `n` is the number of
 * versions; what was too thin to judge is in `excluded`.
 */
export function liftEstimate(outcomes: readonly LiftOutcome[], window: MetricWindow): Estimate {
  const judged = outcomes.filter(({ part }) => part === 'hit' || part === 'miss');
  const evidence = { n: judged.length, window, excluded: exclusionsOf(outcomes), method: 'weighted-lift' };
  const none: Metric = { ...evidence, value: null, interval: null, state: 'none' };
  if (judged.length === 0) return { metric: none, estimated: null };
  const weights = judged.reduce((sum, { weight }) => sum + weight, 0);
  const point = judged.reduce((sum, { weight, value }) => sum + weight * (value ?? 0), 0) / weights;
  const error = Math.sqrt(judged.reduce((sum, one) => sum + (one.weight * one.standardError) ** 2, 0)) / weights;
  const intervalAt = (z: number): readonly [number, number] => [point - z * error, point + z * error];
  return {
    metric: { ...evidence, value: point, interval: intervalAt(z95), state: 'ok' },
    estimated: { point, intervalAt },
  };
}
