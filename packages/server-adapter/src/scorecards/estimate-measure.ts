import type { MetricWindow } from '@collateral/sdk/contract';
import type { Estimate } from './estimate.js';
import { liftEstimate, type LiftOutcome } from './lift-estimate.js';
import type { ProducingMeasure } from './measure-items.js';
import { medianEstimate } from './median-estimate.js';
import type { Outcome } from './outcome.js';
import { shareEstimate } from './share-estimate.js';

/** Counts the number of a measure from the outcomes behind it. */
export function estimateMeasure(
  measure: ProducingMeasure,
  outcomes: readonly Outcome[],
  window: MetricWindow,
): Estimate {
  if (measure === 'P4') return medianEstimate(outcomes, window);
  // versionLifts makes them, and nothing else comes under P7.
  if (measure === 'P7') return liftEstimate(outcomes as readonly LiftOutcome[], window);
  return shareEstimate(outcomes, window);
}
