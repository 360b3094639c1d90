import type { Metric, MetricWindow } from '@collateral/sdk/contract';
import { kaplanMeier } from '../statistics/kaplan-meier.js';
import { medianInterval } from '../statistics/survival-median.js';
import { exclusionsOf, type Estimate } from './estimate.js';
import type { Outcome } from './outcome.js';

/**
 * Estimates how many days half of something takes: `hit` was answered after `value` days, `open` waits for as many.
 *
 * While fewer than half are answered the median is only known to be longer than what was observed. That is no lack of data (it would
 * reward never answering), so the figure says "at least" by its method: `kaplan-meier-at-least` for the value, with the longest
 * wait so far in place of the value and the high end; `kaplan-meier-open-end` for the high end alone.
 */
export function medianEstimate(outcomes: readonly Outcome[], window: MetricWindow): Estimate {
  const waiting = outcomes.filter(({ part }) => part === 'hit' || part === 'open');
  const excluded = exclusionsOf(outcomes);
  const evidence = { n: waiting.length, window, excluded };
  const none: Metric = { ...evidence, value: null, interval: null, method: 'kaplan-meier', state: 'none' };
  if (waiting.length === 0) return { metric: none, estimated: null };
  const curve = kaplanMeier(waiting.map(({ part, value }) => ({ time: value ?? 0, isAnswered: part === 'hit' })));
  const longest = Math.max(...waiting.map(({ value }) => value ?? 0));
  const [low, high] = medianInterval(curve);
  const isReached = curve.median !== null;
  const metric: Metric = {
    ...evidence,
    value: curve.median ?? longest,
    interval: [Math.min(low, longest), Math.min(high, longest)],
    method: !isReached ? 'kaplan-meier-at-least' : high === Infinity ? 'kaplan-meier-open-end' : 'kaplan-meier',
    state: 'ok',
  };
  // A low end that is infinite says: longer than anything observed.
  const intervalAt = (z: number): readonly [number, number] => {
    const [from, to] = medianInterval(curve, z);
    return [Math.min(from, longest), to];
  };
  return { metric, estimated: { point: curve.median ?? Infinity, intervalAt } };
}
