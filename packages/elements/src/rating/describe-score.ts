import type { Metric } from '@collateral/sdk';
import type { RatingStrings } from '../shared/strings.js';
import { highestPoint } from './rating-value.js';

/** Writes a number in the reader's language. */
export type Write = (value: number, digits?: number) => string;

/**
 * Says what a metric says and no more: count and interval always, no score before there is enough data.
 *
 * @param writeMean writes the score itself; a sentence that is heard says what it is out of
 */
export function describeScore(
  metric: Metric,
  strings: RatingStrings,
  write: Write,
  writeMean: (mean: string) => string = (mean) => mean,
): string {
  const { state, value, interval, n } = metric;
  if (state === 'hidden') return strings.hidden;
  if (state === 'none' || !n) return strings.noRatings;
  if (state === 'early' || value === null || interval === null) return strings.tooFew(n, write(n));
  const [low, high] = interval;
  const score = strings.score(writeMean(write(value, 1)), write(low, 1), write(high, 1));
  return strings.scoreOfCount(score, strings.count(n, write(n)));
}

/** Says in one sentence what a read-only rating shows: the value the page set, else what everybody's ratings come to. */
export function describeAverage(
  given: number | null,
  metric: Metric | undefined,
  strings: RatingStrings,
  write: Write,
): string {
  const sayOutOf = (value: string): string => strings.outOf(value, write(highestPoint));
  if (given !== null) return sayOutOf(write(given, Number.isInteger(given) ? 0 : 1));
  return metric ? describeScore(metric, strings, write, sayOutOf) : strings.noRatings;
}
