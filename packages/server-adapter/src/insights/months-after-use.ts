import type { RatingTable } from '../privacy/releases.js';
import { total } from './distribution.js';
import { versionOfName } from './rated-version.js';
import type { VersionRatings } from './version-ratings.js';

/** How many of the ratings of a month came after use. */
export type PartOfMonth = 'all' | 'none' | 'some';

/**
 * Says of the ratings of an item, of all versions, how many of each month came after use.
 *
 * Under that filter a month is told only where all of them did, so that it is the same with and without the filter: months are sums
 * over versions of which more or less is told, and a second course beside the first would be about the few between.
 */
export function partMonths(
  { released, releases }: VersionRatings,
  collateralId: string,
): (month: string) => PartOfMonth {
  // What is not shown of a version is in no month either.
  const own = [...releases].filter(
    ([name]) => released.has(name) && versionOfName(name)?.collateralId === collateralId,
  );
  // Of a rating under review nobody is told whether it came after use, unless all or none did.
  const isDisputed = own.some(
    ([name, { table, afterUse }]) => released.get(name) !== table && isMixed(table, afterUse?.part),
  );
  return (month) => {
    if (isDisputed || own.some(([, { afterUse }]) => afterUse === undefined)) return 'some';
    const all = sum(own.map(([, { table }]) => countIn(table, month)));
    const part = sum(own.map(([, { afterUse }]) => countIn(afterUse?.part ?? {}, month)));
    if (part === all) return 'all';
    return part === 0 ? 'none' : 'some';
  };
}

function isMixed(table: RatingTable, part: RatingTable = {}): boolean {
  const counts = [table, part].map((one) => sum(Object.keys(one).map((month) => countIn(one, month))));
  return counts[1] !== 0 && counts[1] !== counts[0];
}

function countIn(table: RatingTable, month: string): number {
  return total(table[month] ?? []);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
