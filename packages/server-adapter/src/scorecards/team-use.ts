import type { Exclusion } from '@collateral/sdk/contract';
import type { Share } from '../statistics/wilson.js';
import { isWithin, type MeasuredPeriod } from './measured-period.js';

const dayMs = 86_400_000;
const daysToRate = 30;
const daysToSettle = 14;

/** One person's use of one item. */
export interface EngagedPair {
  readonly actorId: string;
  readonly collateralId: string;
  /** When they first really used it in the time asked for, ISO 8601 UTC. */
  readonly engagedAt: string;
  /** When they rated it, any version, ISO 8601 UTC; in any order. */
  readonly ratedAt: readonly string[];
}

/** What a measure of people is counted from: one share for each person, so that nobody's habits count as many opinions. */
export interface PeopleShares {
  readonly groups: readonly Share[];
  readonly excluded: readonly Exclusion[];
}

/**
 * T1: pairs of a person and an item they really used and rated within 30 days, out of those whose 30 days ended in the period.
 * A rating from before they used it does count: it is an opinion they had.
 */
export function participation(pairs: readonly EngagedPair[], period: MeasuredPeriod): PeopleShares {
  const end = Date.parse(period.asOf);
  const people = new Map<string, { numerator: number; denominator: number }>();
  for (const { actorId, engagedAt, ratedAt } of pairs) {
    const due = Date.parse(engagedAt) + daysToRate * dayMs;
    if (!isWithin(due, period) || due > end) continue;
    add(
      people,
      actorId,
      ratedAt.some((at) => Date.parse(at) <= due),
    );
  }
  return { groups: [...people.values()], excluded: [] };
}

/** One low rating somebody gave. */
export interface LowRating {
  readonly actorId: string;
  /** ISO 8601 UTC. */
  readonly ratedAt: string;
  /** It came with a reason or a comment. */
  readonly saysWhy: boolean;
}

/** T2: low ratings of the period that say why, out of all low ratings of it. */
export function constructiveRatings(ratings: readonly LowRating[], period: MeasuredPeriod): PeopleShares {
  const people = new Map<string, { numerator: number; denominator: number }>();
  for (const { actorId, ratedAt, saysWhy } of ratings)
    if (isWithin(Date.parse(ratedAt), period)) add(people, actorId, saysWhy);
  return { groups: [...people.values()], excluded: [] };
}

/** An item that is required of the people of a team. */
export interface RequiredItem {
  readonly collateralId: string;
  /** When it was first published, ISO 8601 UTC; null when it was always there. */
  readonly publishedAt: string | null;
  /** ISO 8601 UTC; null while it is in use. */
  readonly retiredAt: string | null;
  /** People of the team it is required of. */
  readonly people: number;
  /** When people of the team first really used it, one for each person. */
  readonly engagedAt: readonly string[];
}

/**
 * T3: people who really used an item required of them by the end of the period, out of those it is required of, item by item.
 * Items out for less than 14 days are left out. People used are never more than there are.
 */
export function requiredUse(items: readonly RequiredItem[], period: MeasuredPeriod): PeopleShares {
  const end = Date.parse(period.asOf);
  let isNew = 0;
  const groups = items.flatMap(({ publishedAt, retiredAt, people, engagedAt }): readonly Share[] => {
    if (people < 1 || (retiredAt !== null && Date.parse(retiredAt) <= end)) return [];
    if (publishedAt !== null && Date.parse(publishedAt) > end) return [];
    if (publishedAt !== null && Date.parse(publishedAt) > end - daysToSettle * dayMs) {
      isNew += 1;
      return [];
    }
    const used = engagedAt.filter((at) => Date.parse(at) <= end).length;
    return [{ numerator: Math.min(used, people), denominator: people }];
  });
  return { groups, excluded: isNew > 0 ? [{ reason: 'new', count: isNew }] : [] };
}

function add(people: Map<string, { numerator: number; denominator: number }>, actorId: string, isHit: boolean): void {
  const own = people.get(actorId) ?? { numerator: 0, denominator: 0 };
  people.set(actorId, { numerator: own.numerator + (isHit ? 1 : 0), denominator: own.denominator + 1 });
}
