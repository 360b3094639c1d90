import { lowRatingId } from '@collateral/sdk/contract';
import type { LowRatingRow } from '../store/conversation-row.js';

/** Everybody who rated one version low for one reason. */
export interface LowRatingGroup {
  readonly suggestionId: string;
  readonly collateralId: string;
  readonly version: string | null;
  readonly reason: string;
  /** Ratings whose givers want the owner to know at once, oldest first. */
  readonly told: readonly LowRatingRow[];
  /** The others, oldest first. */
  readonly untold: readonly LowRatingRow[];
}

/** More people before the number of those who did not want to be told apart goes on. */
const step = 3;

/** Groups live low ratings by version and reason. Ratings that don't count, and those without a reason, are in no group. */
export function groupLowRatings(rows: readonly LowRatingRow[]): readonly LowRatingGroup[] {
  const groups = new Map<string, { rows: LowRatingRow[]; reason: string }>();
  for (const row of rows) {
    if (row.excluded !== null) continue;
    for (const reason of new Set(row.reasons)) {
      const id = lowRatingId({ ...row, reason });
      const group = groups.get(id) ?? { rows: [], reason };
      groups.set(id, group);
      group.rows.push(row);
    }
  }
  return [...groups].flatMap(([suggestionId, { rows: all, reason }]) => {
    const [first] = all.sort(byTime);
    if (first === undefined) return [];
    const { collateralId, version } = first;
    const told = all.filter(({ tellOwner }) => tellOwner);
    return [{ suggestionId, collateralId, version, reason, told, untold: all.filter(({ tellOwner }) => !tellOwner) }];
  });
}

/**
 * Says how many of a group may be told: those who wanted it, and of the others none below the minimum, then the minimum and from
 * there in steps, so that the number does not move with each person.
 */
export function shownRaters({ told, untold }: LowRatingGroup, minimumGroup: number): number {
  const all = untold.length < minimumGroup ? told.length : told.length + untold.length;
  return shownPeople(told.length, all, minimumGroup);
}

/**
 * Says how many people may be told of whom some did not want to be told apart: in steps, and never fewer than those who did.
 * Whoever did not and supports it by a vote as well so takes nobody away.
 */
export function shownPeople(known: number, all: number, minimumGroup: number): number {
  return all < minimumGroup || all === known ? known : Math.max(known, all - ((all - minimumGroup) % step));
}

/**
 * Says when a group became a suggestion: with the first who wanted the owner to know, or on the day on which the others were
 * enough; null while it is none.
 */
export function openedAt({ told, untold }: LowRatingGroup, minimumGroup: number): string | null {
  const first = told[0]?.effectiveAt;
  const enough = untold[minimumGroup - 1]?.effectiveAt;
  // Of people who did not want to be told apart the day is said, not the moment.
  const openings = [first, enough === undefined ? undefined : `${enough.slice(0, 10)}T00:00:00.000Z`];
  return openings.filter((at) => at !== undefined).sort()[0] ?? null;
}

function byTime(one: LowRatingRow, other: LowRatingRow): number {
  if (one.effectiveAt !== other.effectiveAt) return one.effectiveAt < other.effectiveAt ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
