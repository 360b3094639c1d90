import type { Item, OwnRating, Policy, RatingSummary } from '@collateral/sdk/contract';
import type { Fact } from '../store/fact.js';
import { standingOf, type DisputesByRating } from './disputed-ratings.js';
import type { LiveRatings } from './live-ratings.js';
import { previousRating } from './previous-rating.js';
import { versionFigures, type VersionRatings } from './version-ratings.js';

/** One version of one item, as the person who asks sees it. */
export interface RatingQuestion {
  readonly collateralId: string;
  readonly version: string | null;
  /** The catalogue's entry, if there is one. */
  readonly item: Item | undefined;
  readonly actorId: string;
  /** The person produces the item. */
  readonly own: boolean;
}

/**
 * Answers what a rating element needs to know about one item and version.
 *
 * @param ratings - what may be shown of the ratings of everybody.
 * @param ownRatings - the live ratings of the person who asks.
 * @param disputes - those about ratings of anybody; the person is told of theirs.
 */
export function summarizeRatings(
  question: RatingQuestion,
  ratings: VersionRatings,
  ownRatings: LiveRatings,
  { policy, disputes }: { readonly policy: Policy; readonly disputes: DisputesByRating },
): RatingSummary {
  const { collateralId, version, item, actorId, own } = question;
  const { metric, distribution } = versionFigures(ratings, { collateralId, version }, item?.kind, policy);
  const mine = ownRatings.ofVersion(collateralId, version).get(actorId);
  const previous = previousRating(ownRatings.ofActor(collateralId, actorId), version, item);
  return {
    collateralId,
    version,
    metric,
    distribution,
    ...(mine && { mine: ownRating(mine, disputes) }),
    ...(previous && { previous }),
    own,
  };
}

function ownRating({ id, actorId, effectiveAt, detail }: Fact, disputes: DisputesByRating): OwnRating {
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
