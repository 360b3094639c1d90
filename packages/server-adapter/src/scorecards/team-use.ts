import type { Exclusion } from '@collateral/sdk/contract';
import type { Share } from '../statistics/wilson.js';
import type { MeasuredPeriod } from './measured-period.js';
import { itemPlace, leftOut, type Outcome } from './outcome.js';

const dayMs = 86_400_000;
const daysToSettle = 14;

/** What a measure of people is counted from: one share for each person, so that nobody's habits count as many opinions. */
export interface PeopleShares {
  readonly groups: readonly Share[];
  readonly excluded: readonly Exclusion[];
  /** The items behind it, each with its share; empty where a list would tell who did what. */
  readonly outcomes: readonly Outcome[];
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
 *
 * @param dayBehind - the first day that is not over.
 */
export function requiredUse(
  items: readonly RequiredItem[],
  { asOf }: Pick<MeasuredPeriod, 'asOf'>,
  dayBehind: string,
): PeopleShares {
  const end = Date.parse(asOf);
  const outcomes = items.flatMap(({ collateralId, publishedAt, retiredAt, people, began }): readonly Outcome[] => {
    if (people < 1 || (retiredAt !== null && Date.parse(retiredAt) <= end)) return [];
    if (publishedAt !== null && Date.parse(publishedAt) > end) return [];
    const place = itemPlace(collateralId);
    if (publishedAt !== null && Date.parse(publishedAt) > end - daysToSettle * dayMs) return [leftOut(place, 'new')];
    const used = began.reduce((sum, one) => sum + (one.day < dayBehind ? one.people : 0), 0);
    return [shareOf(place, { numerator: Math.min(used, people), denominator: people })];
  });
  const isNew = outcomes.filter(({ part }) => part === 'excluded').length;
  return {
    groups: outcomes.flatMap(({ share }) => share ?? []),
    excluded: isNew > 0 ? [{ reason: 'new', count: isNew }] : [],
    outcomes,
  };
}

/** Adds up the lists of several teams, item by item. */
export function joinOutcomes(all: readonly Outcome[]): readonly Outcome[] {
  const items = new Map<string | null, Outcome>();
  for (const one of all) {
    const known = items.get(one.collateralId);
    const [share, other] = [one.share, known?.share];
    if (share === undefined || other === undefined) items.set(one.collateralId, known?.share ? known : one);
    else
      items.set(
        one.collateralId,
        shareOf(one, {
          numerator: share.numerator + other.numerator,
          denominator: share.denominator + other.denominator,
        }),
      );
  }
  return [...items.values()];
}

function shareOf({ collateralId }: Pick<Outcome, 'collateralId'>, share: Share): Outcome {
  const part = share.numerator < share.denominator ? 'miss' : 'hit';
  return { collateralId, version: null, suggestionId: null, part, reason: null, value: null, at: null, share };
}
