import type { Distribution } from '@collateral/sdk/contract';
import { addMonths } from './month-math.js';
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
  const closed: Record<string, Distribution | null> = { ...history?.closed };
  let told = before === null || history?.isPaused === true ? null : sumUntil(before.table, now);
  const all = countOf(sumUntil(table, now));
  const first = history?.releasedIn ?? Object.keys(table).toSorted()[0] ?? now;
  for (let month = first; month < now; month = addMonths(month, 1)) {
    const sum = sumUntil(table, month);
    const isSafe = countOf(sum) >= minimum && isSafeRest(all - countOf(sum), minimum);
    // What came in after somebody looked last; what only moved within it was told as it was.
    const isNews = told === null || countOf(sum) >= countOf(told) + peoplePerRelease;
    if (isSafe && isNews && (told === null || peopleBetween(told, sum) >= peoplePerRelease)) told = sum;
    closed[month] = told;
  }
  return closed;
}

/**
 * Notes that so many took their ratings back that nothing is told any more, or that there are enough again: the months that are over
 * stay as they were told.
 */
export function pauseMonths(before: Release, isPaused: boolean, now: string, minimum: number): ReleaseHistory {
  const { releasedIn, closed } = historyOf(before, minimum);
  const told: Record<string, Distribution | null> = { ...closed };
  // The months in which it was the other way.
  for (let month = releasedIn; month < now; month = addMonths(month, 1))
    told[month] = isPaused ? sumUntil(before.table, month) : null;
  return { releasedIn: now > releasedIn ? now : releasedIn, closed: told, isPaused };
}

/** Gives what is known of the months before a release. One of before that was kept is taken for one of its last month. */
function historyOf({ table, history }: Release, minimum: number): ReleaseHistory {
  if (history !== undefined) return history;
  const releasedIn = Object.keys(table).toSorted().at(-1) ?? '';
  return { releasedIn, closed: closeMonths(null, table, releasedIn, minimum) };
}

/** What was told of a version from a month on; null where nothing was. */
export interface ToldStep {
  /** `YYYY-MM` */
  readonly from: string;
  readonly distribution: Distribution | null;
}

/** Lists what was told of a version at the end of which month, oldest first. */
export function toldSteps(release: Release, minimum: number): readonly ToldStep[] {
  const { releasedIn, closed, isPaused } = historyOf(release, minimum);
  const steps = Object.keys(closed)
    .toSorted()
    .map((from): ToldStep => ({ from, distribution: closed[from] ?? null }));
  return [...steps, { from: releasedIn, distribution: isPaused === true ? null : sumUntil(release.table, '9999-12') }];
}

/** Gives the month before another, both `YYYY-MM`. */
export function monthBefore(month: string): string {
  return addMonths(month, -1);
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
