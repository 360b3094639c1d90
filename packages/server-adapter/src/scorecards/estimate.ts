import type { Exclusion, Metric, MetricWindow } from '@collateral/sdk/contract';
import { hiddenFigure } from '../insights/figure.js';
import type { Estimated } from '../statistics/estimate-difference.js';
import type { Outcome } from './outcome.js';

/** A number of a scorecard, with what judging it takes. */
export interface Estimate {
  /** As it is shown. */
  readonly metric: Metric;
  /** Null when nothing can be said about it. */
  readonly estimated: Estimated | null;
}

/** An estimate nobody may see. */
export function hiddenEstimate(method: string, window: MetricWindow): Estimate {
  return { metric: hiddenFigure(method, window), estimated: null };
}

/** Counts what was left out, by reason; what can't be judged yet is left out as `not-yet-due`. */
export function exclusionsOf(outcomes: readonly Outcome[], openReason: string | null = null): readonly Exclusion[] {
  const counts = new Map<string, number>();
  for (const { part, reason } of outcomes) {
    const why = part === 'excluded' ? reason : part === 'open' ? openReason : null;
    if (why !== null) counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([reason, count]) => ({ reason, count }));
}
