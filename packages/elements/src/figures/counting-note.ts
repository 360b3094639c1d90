import type { Metric } from '@collateral/sdk/contract';
import type { Words } from './describe-figure.js';

/** Says how a metric was counted: method, fraction, period, what was left out. */
export function countingNote(metric: Metric, words: Words, timeZone = 'UTC'): string[] {
  const { strings, write } = words;
  const { method, numerator, denominator, n, window, excluded, state } = metric;
  const sentences = [Object.hasOwn(strings.methods, method) ? (strings.methods[method] ?? '') : strings.method(method)];
  if (numerator !== undefined && denominator !== undefined) {
    sentences.push(strings.fraction(write.count(numerator), write.count(denominator)));
  } else if (n !== null) sentences.push(strings.observations(write.count(n)));
  sentences.push(
    window ? strings.fromTo(write.days(dayIn(window.from, timeZone), lastDayIn(window.to, timeZone))) : strings.allTime,
  );
  if (state === 'hidden') return sentences;
  const reasons = excluded.map(({ reason, count }) => `${write.count(count)} ${strings.reasons[reason] ?? reason}`);
  sentences.push(reasons.length > 0 ? strings.leftOut(reasons.join(', ')) : strings.nothingLeftOut);
  return sentences;
}

/** The day an instant belongs to in the policy's time zone. */
function dayIn(instant: string, timeZone: string): string {
  // Swedish writes days as ISO does.
  return new Intl.DateTimeFormat('sv', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  );
}

/** A span ends with an instant that no longer belongs to it. */
function lastDayIn(end: string, timeZone: string): string {
  return dayIn(new Date(Date.parse(end) - 1).toISOString(), timeZone);
}
