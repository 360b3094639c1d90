import type { TrendPoint } from '@collateral/sdk/contract';
import { addDays, daysBetween } from './day-math.js';

/** Some days of a period that are shown as one. */
export interface Stretch {
  readonly firstDay: string;
  readonly lastDay: string;
}

/**
 * Cuts a span of days into stretches of equal length, the last one ending with the span: days up to 31, weeks up to 100, four
 * weeks beyond. The first may be shorter.
 */
export function stretchesOf(span: Stretch): readonly Stretch[] {
  const days = daysBetween(span.firstDay, span.lastDay) + 1;
  const length = days <= 31 ? 1 : days <= 100 ? 7 : 28;
  const stretches: Stretch[] = [];
  for (let lastDay = span.lastDay; lastDay >= span.firstDay; lastDay = addDays(lastDay, -length)) {
    const firstDay = addDays(lastDay, 1 - length);
    stretches.unshift({ firstDay: firstDay < span.firstDay ? span.firstDay : firstDay, lastDay });
  }
  return stretches;
}

/** Adds up values of days by stretch. Days outside are left out. */
export function sumByStretch(
  stretches: readonly Stretch[],
  days: Iterable<readonly [day: string, value: number]>,
): readonly number[] {
  const sums = stretches.map(() => 0);
  for (const [day, value] of days) {
    const index = stretches.findIndex(({ firstDay, lastDay }) => day >= firstDay && day <= lastDay);
    if (index >= 0) sums[index] = (sums[index] ?? 0) + value;
  }
  return sums;
}

/** The same for days of which only some were counted: null for stretches that were over before counting began. */
export function sumCountedStretches(
  stretches: readonly Stretch[],
  days: Iterable<readonly [day: string, value: number]>,
  countedSince: string | null,
): readonly (number | null)[] {
  return sumByStretch(stretches, days).map((sum, index) => {
    const { lastDay = '' } = stretches[index] ?? {};
    return countedSince === null || lastDay < countedSince ? null : sum;
  });
}

/** Shapes the values of stretches as a course. */
export function courseOf(stretches: readonly Stretch[], values: readonly (number | null)[]): readonly TrendPoint[] {
  return stretches.map(({ firstDay, lastDay }, index) => {
    const value = values[index] ?? null;
    return { firstDay, lastDay, value, n: value ?? 0, interval: null, state: value === null ? 'none' : 'ok' };
  });
}
