import type { Metric } from '@collateral/sdk';
import type { Strings } from '../shared/strings.js';

/** Says what a metric says and no more: count and interval always, no score before there is enough data. */
export function describeScore(metric: Metric, strings: Strings, write: (value: number, digits?: number) => string): string {
  const { state, value, interval, n } = metric;
  if (state === 'hidden') return strings.hidden;
  if (state === 'none' || !n) return strings.noRatings;
  if (state === 'early' || value === null || interval === null) return strings.tooFew(n, write(n));
  return `${strings.score(write(value, 1), write(interval[0], 1), write(interval[1], 1))}, ${strings.count(n, write(n))}`;
}
