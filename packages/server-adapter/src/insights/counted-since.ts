import type { DaySpan } from './period.js';
import { readUseDays } from './item-use.js';
import type { InsightsSource } from './source.js';

/**
 * Gives the first day anything was used by somebody else than its producer, in the policy's time zone; null while nothing was.
 *
 * Days before it were not counted, so they say nothing: a company that began three weeks ago has not improved from zero.
 */
export async function readCountedSince(source: InsightsSource): Promise<string | null> {
  let first: string | null = null;
  for (const { firstDay } of (await readUseDays(source)).values())
    if (first === null || firstDay < first) first = firstDay;
  return first;
}

/** Tells whether use was counted on every day of some days. */
export function isCounted({ firstDay }: Pick<DaySpan, 'firstDay'>, countedSince: string | null): boolean {
  return countedSince !== null && countedSince <= firstDay;
}
