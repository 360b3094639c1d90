import type { Distribution } from '@collateral/sdk/contract';
import { peopleBetween, type AfterUseRelease, type RatingTable, type Release } from './releases.js';

/**
 * Decides what is told of the ratings after use when a table is released (docs/decisions/0019).
 *
 * Whoever knows all ratings and those after use knows the others too; and whoever looked at every release knows what each brought,
 * and of which month. A release of two ratings after use and one without must not be told apart. So what is told moves on only where,
 * 1. beside any choice of months, the part and the rest each are about enough other people: in months that have both, the fewer of
 *    the two add up to the minimum;
 * 2. the same holds of what the releases since brought, cut into releases and months; or each brought one sort only, which tells no
 *    more of values than the releases did.
 *
 * A part that is everything or nothing tells no more than the release does.
 */
export function stepAfterUse(
  before: Release | null,
  table: RatingTable,
  part: RatingTable,
  minimum: number,
): AfterUseRelease {
  const told = { part, told: part, isPure: true, mixed: 0 };
  if (countOf(part) === 0 || countOf(part) === countOf(table)) return told;
  const since = movedSince(before, table, part);
  const isSafe = mixtureOf(table, part) >= minimum && (since.isPure || since.mixed >= minimum);
  return isSafe ? told : { part, told: before?.afterUse?.told ?? null, ...since };
}

/** Gives what is told after use beside a table as it is now; null where the two, taken from each other, would be about few. */
export function toldAfterUse({ table, afterUse }: Release, minimum: number): RatingTable | null {
  if (afterUse === undefined || afterUse.told === null) return null;
  const { told, part } = afterUse;
  const isAll = countOf(part) === countOf(table) && countOf(told) === countOf(table);
  const isNone = countOf(part) === 0 && countOf(told) === 0;
  return isAll || isNone || mixtureOf(table, told) >= minimum ? told : null;
}

/** Adds up the fewer of the two sorts in each month: so many ratings at least stand between a part and any choice of months. */
function mixtureOf(table: RatingTable, part: RatingTable): number {
  return monthsOf(table, part).reduce((sum, month) => {
    const own = part[month] ?? [];
    return sum + Math.min(sizeOf(own), peopleBetween(own, table[month] ?? []));
  }, 0);
}

function movedSince(
  before: Release | null,
  table: RatingTable,
  part: RatingTable,
): Pick<AfterUseRelease, 'isPure' | 'mixed'> {
  if (before === null) return { isPure: false, mixed: mixtureOf(table, part) };
  const known = before.afterUse;
  // What came before this was kept may have been mixed in any way: only what follows is sure.
  if (known === undefined) return { isPure: false, mixed: 0 };
  let [ours, others, mixed] = [0, 0, known.mixed];
  for (const month of monthsOf(table, before.table)) {
    const [was, is] = [known.part[month] ?? [], part[month] ?? []];
    const moved = peopleBetween(was, is);
    const rest = peopleBetween(less(before.table[month] ?? [], was), less(table[month] ?? [], is));
    ours += moved;
    others += rest;
    mixed += Math.min(moved, rest);
  }
  return { isPure: known.isPure && (ours === 0 || others === 0), mixed };
}

function monthsOf(...tables: readonly RatingTable[]): readonly string[] {
  return [...new Set(tables.flatMap((table) => Object.keys(table)))];
}

function less(one: Distribution, other: Distribution): Distribution {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, at) => (one[at] ?? 0) - (other[at] ?? 0));
}

function countOf(table: RatingTable): number {
  return Object.values(table).reduce((sum, distribution) => sum + sizeOf(distribution), 0);
}

function sizeOf(distribution: Distribution): number {
  return distribution.reduce((sum, count) => sum + count, 0);
}
