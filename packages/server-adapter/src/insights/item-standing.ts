import { quadrants, type Item, type Metric, type Policy, type Quadrant, type UseState } from '@collateral/sdk/contract';
import { calendarDay } from './calendar-day.js';
import { addDays } from './day-math.js';
import type { DaySpan } from './period.js';

/** How an item stands at the end of a period. */
export interface ItemStanding {
  /** Published and not retired. */
  readonly isLive: boolean;
  readonly use: UseState;
}

/** What the standing of an item is judged by. */
export interface StandingRules {
  readonly span: DaySpan;
  readonly timeZone: string;
  /** Items first published after this day are new. */
  readonly newAfter: string;
}

/** Gives the rules for a period. */
export function standingRules(
  span: DaySpan,
  { timeZone, graceDays }: Pick<Policy, 'timeZone' | 'graceDays'>,
): StandingRules {
  return { span, timeZone, newAfter: addDays(span.lastDay, -graceDays) };
}

/** Tells whether an item had been published by the end of a period. Items without versions always were. */
export function isPublished(item: Item, { span, timeZone }: StandingRules): boolean {
  const first = firstPublishedOn(item, timeZone);
  return first === null || first <= span.lastDay;
}

/** Judges the use of an item in a period. */
export function standingOf(
  item: Item,
  { views, lastUsedOn }: { readonly views: number; readonly lastUsedOn: string | null },
  rules: StandingRules,
): ItemStanding {
  if (isRetired(item, rules)) return { isLive: false, use: 'retired' };
  if (views > 0) return { isLive: true, use: 'used' };
  if (isNew(item, rules)) return { isLive: true, use: 'new' };
  return { isLive: true, use: lastUsedOn === null ? 'never-used' : 'unused' };
}

/** Tells whether an item was first published so late in a period that nobody expects use of it yet. */
export function isNew(item: Item, { timeZone, newAfter }: StandingRules): boolean {
  const first = firstPublishedOn(item, timeZone);
  return first !== null && first > newAfter;
}

/** Tells whether an item should have been looked at again by the end of a period. */
export function isStale(item: Item, { span }: StandingRules): boolean {
  return item.reviewBy !== undefined && item.reviewBy < span.lastDay;
}

function isRetired({ retiredAt }: Item, { span, timeZone }: StandingRules): boolean {
  return retiredAt !== undefined && calendarDay(timeZone)(Date.parse(retiredAt)) <= span.lastDay;
}

function firstPublishedOn({ versions = [] }: Item, timeZone: string): string | null {
  if (versions.length === 0) return null;
  return calendarDay(timeZone)(Math.min(...versions.map(({ publishedAt }) => Date.parse(publishedAt))));
}

/** Places an item by use and rating; null without a score. */
export function quadrantOf(usePercentile: number, { state, value }: Metric, targetRating: number): Quadrant | null {
  if (state !== 'ok' || value === null) return null;
  const [workhorse, hiddenGem, fixFirst, retire] = quadrants;
  const isMuchUsed = usePercentile >= 0.5;
  if (value >= targetRating) return isMuchUsed ? workhorse : hiddenGem;
  return isMuchUsed ? fixFirst : retire;
}

/** Gives the percentile of each number among all: those below, and half of those that are equal, itself included. */
export function percentiles(numbers: readonly number[]): readonly number[] {
  const sorted = numbers.toSorted((one, other) => one - other);
  const ranks = new Map<number, number>();
  for (let first = 0; first < sorted.length;) {
    let end = first + 1;
    while (end < sorted.length && sorted[end] === sorted[first]) end += 1;
    ranks.set(sorted[first] ?? 0, (first + end) / 2 / sorted.length);
    first = end;
  }
  return numbers.map((number) => ranks.get(number) ?? 0);
}
