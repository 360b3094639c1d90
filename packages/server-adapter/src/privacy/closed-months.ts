import type { Distribution } from '@collateral/sdk/contract';
import { peopleBetween, peoplePerRelease, type RatingTable, type Release, type ReleaseHistory } from './releases.js';
import { isSafeRest } from './suppression.js';

/**
 * Says how the ratings stood at the end of each month that is over when a table is released.
 *
 * Must:
 * 1. never change a month that was told: people who rate anew take their rating out of the month it was in;
 * 2. tell no month that with another one, or with what is released now, would be about too few people.
 *
 * @param before - what was released before; null the first time.
 * @param now - the month of this release.
 */
export function closeMonths(
  before: Release | null,
  table: RatingTable,
  now: string,
  minimum: number,
): ReleaseHistory['closed'] {
  const history = before && historyOf(before, minimum);
  const closed: Record<string, Distribution> = { ...history?.closed };
  let told = before === null ? null : sumUntil(before.table, now);
  const all = countOf(sumUntil(table, now));
  const first = history?.releasedIn ?? Object.keys(table).toSorted()[0] ?? now;
  for (let month = first; month < now; month = monthAfter(month)) {
    const sum = sumUntil(table, month);
    const isSafe = countOf(sum) >= minimum && isSafeRest(all - countOf(sum), minimum);
    // What came in after somebody looked last; what only moved within it was told as it was.
    const isNews = told === null || countOf(sum) >= countOf(told) + peoplePerRelease;
    if (isSafe && isNews && (told === null || peopleBetween(told, sum) >= peoplePerRelease)) told = sum;
    if (told !== null) closed[month] = told;
  }
  return closed;
}

/** Gives what is known of the months before a release. One of before that was kept is taken for one of its last month. */
export function historyOf({ table, history }: Release, minimum: number): ReleaseHistory {
  if (history !== undefined) return history;
  const releasedIn = Object.keys(table).toSorted().at(-1) ?? '';
  return { releasedIn, closed: closeMonths(null, table, releasedIn, minimum) };
}

/** Gives how ratings stood at the end of a month; null when nothing of it may be told. */
export function toldAt(closed: ReleaseHistory['closed'], month: string): Distribution | null {
  const last = Object.keys(closed)
    .filter((one) => one <= month)
    .toSorted()
    .at(-1);
  return last === undefined ? null : (closed[last] ?? null);
}

/** Gives the month before another, both `YYYY-MM`. */
export function monthBefore(month: string): string {
  return moved(month, -1);
}

function monthAfter(month: string): string {
  return moved(month, 1);
}

function moved(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00.000Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}

function sumUntil(table: RatingTable, last: string): Distribution {
  const sums = [0, 0, 0, 0, 0];
  for (const [month, distribution] of Object.entries(table))
    if (month <= last) for (const [index, count] of distribution.entries()) sums[index] = (sums[index] ?? 0) + count;
  return sums;
}

function countOf(distribution: Distribution): number {
  return distribution.reduce((sum, count) => sum + count, 0);
}
