import type { DisputeReasons } from '../contract/dispute.js';
import type { Shape } from './shape.js';

/** What a metric must look like. */
export const metricShape: Shape = {
  value: 'number?',
  n: 'number?',
  'interval?': { 0: 'number', 1: 'number' },
  'numerator?': 'number',
  'denominator?': 'number',
  'window?': { from: 'string', to: 'string' },
  excluded: [{ reason: 'string', count: 'number' }],
  method: 'string',
  state: 'string',
};

/** What the reasons of a dispute must look like. */
export const disputeReasonsShape: Readonly<Record<keyof DisputeReasons, Shape>> = {
  reason: 'string?',
  openedAt: 'string',
  settledAt: 'string?',
  settlement: 'string?',
};

/** What something with an id and a name must look like. */
export const choiceShape: Shape = { id: 'string', name: 'string' };

/** What a figure beside the one of the period before must look like. */
export const comparedShape: Readonly<Record<'metric' | 'previous?' | 'change?', Shape>> = {
  metric: metricShape,
  'previous?': metricShape,
  'change?': metricShape,
};

/** What a course over time must look like. */
export const trendShape: Shape = [
  { firstDay: 'string', lastDay: 'string', value: 'number?', n: 'number?', state: 'string' },
];

/** What the days a figure covers must look like. */
export const windowShape: Shape = { period: 'string', firstDay: 'string', lastDay: 'string', timeZone: 'string' };

/** What every reply with figures must say about itself. */
export const frameShape: Readonly<
  Record<'asOf' | 'window' | 'previousWindow' | 'minimumGroup' | 'targetRating', Shape>
> = {
  asOf: 'string',
  window: windowShape,
  previousWindow: windowShape,
  minimumGroup: 'number',
  targetRating: 'number',
};
