import type { DisputeStatus } from './dispute.js';
import type { Distribution, Metric } from './metric.js';

/** The caller's own live rating of a version. */
export interface OwnRating {
  /** 1 to 5. */
  readonly value: number;
  /** The id of the rating event; absent once what was said is deleted (`retention.ratingMonths`), when only value and day are kept. */
  readonly id?: string;
  /** Effective time of the event on the server, ISO 8601 UTC; the start of its day where the id is absent. */
  readonly ratedAt: string;
  /** 1 to 4000 characters; absent when they wrote none. */
  readonly comment?: string;
  /** Ids of the scale's reasons; absent when they gave none. */
  readonly reasons?: readonly string[];
  /** The item's producer objected to it; absent when nobody did. Unless it is `rejected` the rating does not count. */
  readonly dispute?: DisputeStatus;
  /** True when they wanted the item's owner to know at once. */
  readonly tellOwner?: boolean;
}

/** The caller's rating of an earlier version. */
export interface PreviousRating {
  /** The newest one they rated before the version asked for. */
  readonly version: string;
  /** 1 to 5. */
  readonly value: number;
}

/** What a rating element needs to know about one item and version. */
export interface RatingSummary {
  /** The item as it was asked for. */
  readonly collateralId: string;
  /** The version the figures belong to; null when the item has no versions. */
  readonly version: string | null;
  /** Shrunk mean, interval and count of the counted ratings. */
  readonly metric: Metric;
  /** Counts per point; null while there are fewer ratings than the policy's minimum group. */
  readonly distribution: Distribution | null;
  /** Absent when the caller has not rated this version, or has withdrawn it. */
  readonly mine?: OwnRating;
  /** Absent when the caller rated no earlier version. */
  readonly previous?: PreviousRating;
  /** The caller produces this item, so that a rating of theirs does not count. */
  readonly own: boolean;
}

/** One line of a ratings query. */
export interface RatingQueryItem {
  /** Id of the item in the host's catalogue, 1 to 200 characters. */
  readonly collateralId: string;
  /** Absent means the version published now. */
  readonly version?: string;
}

/** Body of `POST /v1/ratings/query`. */
export interface RatingQuery {
  /** At most 500. */
  readonly items: readonly RatingQueryItem[];
}

/** Reply to `POST /v1/ratings/query`, in the order of the query. */
export interface RatingQueryReply {
  /** One for each item asked for; items the caller may not see are answered like unknown ones. */
  readonly ratings: readonly RatingSummary[];
}
