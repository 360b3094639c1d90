import type { Item, Policy, RatingSummary } from '@collateral/sdk/contract';
import type { OwnRatings } from './own-ratings.js';
import { previousRating } from './previous-rating.js';
import { versionFigures, type VersionRatings } from './version-ratings.js';

/** One version of one item, as the person who asks sees it. */
export interface RatingQuestion {
  readonly collateralId: string;
  readonly version: string | null;
  /** The catalogue's entry, if there is one. */
  readonly item: Item | undefined;
  /** The person produces the item. */
  readonly own: boolean;
}

/**
 * Answers what a rating element needs to know about one item and version.
 *
 * @param ratings - what may be shown of the ratings of everybody.
 * @param ownRatings - the live ratings of the person who asks.
 */
export function summarizeRatings(
  question: RatingQuestion,
  ratings: VersionRatings,
  ownRatings: OwnRatings,
  policy: Policy,
): RatingSummary {
  const { collateralId, version, item, own } = question;
  const { metric, distribution } = versionFigures(ratings, { collateralId, version }, item?.kind, policy);
  const ofItem = ownRatings.get(collateralId) ?? [];
  const mine = ofItem.find((one) => one.version === version)?.rating;
  const previous = previousRating(ofItem, version, item);
  return {
    collateralId,
    version,
    metric,
    distribution,
    ...(mine && { mine }),
    ...(previous && { previous }),
    own,
  };
}
