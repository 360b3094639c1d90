import type { Exclusion } from '@collateral/sdk/contract';
import type { Share } from '../statistics/wilson.js';
import type { MeasuredPeriod } from './measured-period.js';

const dayMs = 86_400_000;
const daysToSettle = 14;

/** What a measure of people is counted from: one share for each person, so that nobody's habits count as many opinions. */
export interface PeopleShares {
  readonly groups: readonly Share[];
  readonly excluded: readonly Exclusion[];
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
  /** How many people of the team first really used it on which day. */
  readonly began: readonly { readonly day: string; readonly people: number }[];
}

/**
 * T3: people who really used an item required of them by the end of the period, out of those it is required of, item by item.
 * Items out for less than 14 days are left out. People used are never more than there are.
 */
export function requiredUse(items: readonly RequiredItem[], { asOf, endDay }: MeasuredPeriod): PeopleShares {
  const end = Date.parse(asOf);
  let isNew = 0;
  const groups = items.flatMap(({ publishedAt, retiredAt, people, began }): readonly Share[] => {
    if (people < 1 || (retiredAt !== null && Date.parse(retiredAt) <= end)) return [];
    if (publishedAt !== null && Date.parse(publishedAt) > end) return [];
    if (publishedAt !== null && Date.parse(publishedAt) > end - daysToSettle * dayMs) {
      isNew += 1;
      return [];
    }
    const used = began.reduce((sum, one) => sum + (one.day <= endDay ? one.people : 0), 0);
    return [{ numerator: Math.min(used, people), denominator: people }];
  });
  return { groups, excluded: isNew > 0 ? [{ reason: 'new', count: isNew }] : [] };
}
