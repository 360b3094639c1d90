import type { Item, OwnRating, Policy, RatingSummary } from '@collateral/sdk/contract';
import type { Fact } from '../store/fact.js';
import type { LiveRatings } from './live-ratings.js';
import { previousRating } from './previous-rating.js';
import { ratingMetric, tallyRatings } from './rating-metric.js';

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

/** Answers what a rating element needs to know about one item and version. */
export function summarizeRatings(question: RatingQuestion, ratings: LiveRatings, policy: Policy): RatingSummary {
  const { collateralId, version, item, actorId, own } = question;
  const ofVersion = ratings.ofVersion(collateralId, version);
  const tally = tallyRatings(ofVersion.values());
  const mine = ofVersion.get(actorId);
  const previous = previousRating(ratings.ofActor(collateralId, actorId), version, item);
  return {
    collateralId,
    version,
    metric: ratingMetric(tally, policy),
    // With fewer people the counts would tell who gave which point.
    distribution: tally.n >= policy.minimumGroup ? tally.distribution : null,
    ...(mine && { mine: ownRating(mine) }),
    ...(previous && { previous }),
    own,
  };
}

function ownRating({ id, effectiveAt, detail }: Fact): OwnRating {
  // Facts of type rating hold a parsed RatingEvent's fields.
  const { value, comment, reasons } = detail as Pick<OwnRating, 'value' | 'comment' | 'reasons'>;
  return {
    value,
    id,
    ratedAt: effectiveAt,
    ...(comment !== undefined && { comment }),
    ...(reasons !== undefined && { reasons }),
  };
}
