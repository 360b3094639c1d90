// The second implementation, part three: single figures, as docs/metrics.md and the comments of the contract define them.
import { meanOf, newcombeOf, sum, wilsonOf } from './recompute-statistics.mjs';

/** @typedef {{ firstDay: string, lastDay: string }} Days */

export const minimumGroup = 5;
export const target = 3.5;
const day = 86_400_000;

/** What privacy leaves of a figure about too few people. */
export const hidden = {
  value: null,
  n: null,
  numerator: undefined,
  denominator: undefined,
  interval: null,
  state: 'hidden',
};

/** @param {number} value */
export function plain(value) {
  return { value, n: value, interval: null, state: 'ok' };
}

/** A share of people or items, with its interval. @param {number} numerator @param {number} denominator */
export function share(numerator, denominator) {
  if (denominator === 0) return { value: null, n: 0, interval: null, state: 'none' };
  const interval = wilsonOf(numerator, denominator);
  return { value: numerator / denominator, n: denominator, numerator, denominator, interval, state: 'ok' };
}

/** A share of something that was counted completely. @param {number} numerator @param {number} denominator */
export function portion(numerator, denominator) {
  return { value: numerator / denominator, n: denominator, numerator, denominator, interval: null, state: 'ok' };
}

/** @param {[number, number]} now @param {[number, number]} before each k out of n */
export function shareChange(now, before) {
  return { value: now[0] / now[1] - before[0] / before[1], interval: newcombeOf(now, before), state: 'ok' };
}

/** @param {number} now @param {number} before */
export function countChange(now, before) {
  return { value: now - before, interval: null, state: 'ok' };
}

/** A mean of ratings, once there are enough. @param {readonly number[]} counts @param {readonly number[]} prior */
export function score(counts, prior) {
  const n = sum(counts);
  if (n === 0) return { value: null, n, interval: null, state: 'none' };
  const { mean, half } = meanOf(counts, prior);
  if (n < 5 || half > 0.85) return { value: null, n, interval: null, state: 'early' };
  return { value: mean, n, interval: [Math.max(1, mean - half), Math.min(5, mean + half)], state: 'ok' };
}

/** @param {readonly { value: number }[]} ratings */
export function distributionOf(ratings) {
  return [1, 2, 3, 4, 5].map((point) => ratings.filter(({ value }) => value === point).length);
}

/** A figure about people must be about nobody or enough of them, and so must its difference to a larger one. @param {number} people @param {readonly number[]} larger */
export function mayShow(people, larger) {
  return [people, ...larger.map((more) => more - people)].every((count) => count <= 0 || count >= minimumGroup);
}

/** @param {string} from @param {number} days */
export function dayAfter(from, days) {
  return new Date(Date.parse(from) + days * day).toISOString().slice(0, 10);
}

/** The longer periods around one: its month, its quarter and the last 30, 90 and 365 days. @param {Days} days @param {string} today */
export function periodsAround({ firstDay, lastDay }, today) {
  const [year = '', month = ''] = firstDay.split('-');
  const lastOfMonths = (/** @type {number} */ index) =>
    new Date(Date.UTC(Number(year), index, 0)).toISOString().slice(0, 10);
  const firstOfQuarter = Math.floor((Number(month) - 1) / 3) * 3 + 1;
  const periods = [
    ...[30, 90, 365].map((length) => ({ firstDay: dayAfter(today, 1 - length), lastDay: today })),
    { firstDay: `${year}-${month}-01`, lastDay: lastOfMonths(Number(month)) },
    { firstDay: `${year}-${String(firstOfQuarter).padStart(2, '0')}-01`, lastDay: lastOfMonths(firstOfQuarter + 2) },
  ];
  return periods.filter(
    (other) =>
      other.firstDay <= firstDay &&
      other.lastDay >= lastDay &&
      (other.firstDay !== firstDay || other.lastDay !== lastDay),
  );
}
