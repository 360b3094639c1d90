import { collateralScale, type OwnRating } from '@collateral/sdk/contract';
import type { Fact } from '../store/fact.js';
import { getOrMake } from '../store/get-or-make.js';
import { aggregate } from './aggregate.js';
import { dayStart } from './day-start.js';
import { standingOf, type DisputesByRating } from './disputed-ratings.js';
import { readOwnRatings } from './live-ratings.js';
import type { InsightsSource } from './source.js';

/** What somebody said of one version; null is an item without versions. */
export interface OwnRatingOfVersion {
  readonly version: string | null;
  readonly rating: OwnRating;
}

/** What one person rated, by item. */
export type OwnRatings = ReadonlyMap<string, readonly OwnRatingOfVersion[]>;

/**
 * Reads what one person rated, as it counts: from what they said, and where that is deleted by now (`retention.ratingMonths`) from
 * what is kept of it, the value and the day.
 *
 * @param disputes - those about ratings of anybody; the person is told of theirs.
 */
export async function readRatingsOfPerson(
  source: InsightsSource,
  actorId: string,
  collateralIds: readonly string[],
  disputes: DisputesByRating,
): Promise<OwnRatings> {
  const own = new Map<string, OwnRatingOfVersion[]>();
  if (collateralIds.length === 0) return own;
  const { store, tenant, policy } = source;
  const query = { type: 'ratings', by: ['collateralId', 'version', 'day'], collateralIds, actorId } as const;
  const [said, kept] = await Promise.all([
    readOwnRatings(store, tenant, actorId, collateralIds),
    aggregate(store, tenant, query),
  ]);
  for (const id of collateralIds)
    for (const fact of said.ofActor(id, actorId))
      listOf(id).push({ version: fact.version, rating: ratingOf(fact, disputes) });
  for (const { group, scaleId, value } of kept) {
    const { collateralId = '', version = null, day = '' } = group;
    const list = listOf(collateralId);
    if (scaleId !== collateralScale.id || list.some((one) => one.version === version)) continue;
    list.push({ version, rating: { value, ratedAt: new Date(dayStart(day, policy.timeZone)).toISOString() } });
  }
  return own;

  function listOf(collateralId: string): OwnRatingOfVersion[] {
    return getOrMake(own, collateralId, (): OwnRatingOfVersion[] => []);
  }
}

function ratingOf({ id, actorId, effectiveAt, detail }: Fact, disputes: DisputesByRating): OwnRating {
  // Facts of type rating hold a parsed RatingEvent's fields.
  const own = [...disputes.values()].find((one) => one.factId === id && one.raterId === actorId);
  const dispute = own && standingOf(own);
  const { value, comment, reasons, tellOwner } = detail as Omit<OwnRating, 'id' | 'ratedAt' | 'dispute'>;
  return {
    value,
    id,
    ratedAt: effectiveAt,
    ...(comment !== undefined && { comment }),
    ...(reasons !== undefined && { reasons }),
    ...(dispute !== undefined && { dispute }),
    ...(tellOwner !== undefined && { tellOwner }),
  };
}
