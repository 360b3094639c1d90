import type { Distribution, Metric } from './metric.js';

/** The caller's own live rating of a version. */
export interface OwnRating {
  readonly value: number;
  /** The id of the rating event. */
  readonly id: string;
  readonly ratedAt: string;
  readonly comment?: string;
  readonly reasons?: readonly string[];
}

/** The caller's rating of an earlier version. */
export interface PreviousRating {
  readonly version: string;
  readonly value: number;
}

/** What a rating element needs to know about one item and version. */
export interface RatingSummary {
  readonly collateralId: string;
  /** The version the figures belong to; null when the item has no versions. */
  readonly version: string | null;
  /** Shrunk mean, interval and count of the counted ratings. */
  readonly metric: Metric;
  /** Counts per point; null while there are fewer ratings than the policy's minimum group. */
  readonly distribution: Distribution | null;
  readonly mine?: OwnRating;
  readonly previous?: PreviousRating;
  /** The caller produces this item, so that a rating of theirs does not count. */
  readonly own: boolean;
}

/** One line of a ratings query. */
export interface RatingQueryItem {
  readonly collateralId: string;
  /** Absent means the version published now. */
  readonly version?: string;
}

/** Body of `POST /v1/ratings/query`. */
export interface RatingQuery {
  readonly items: readonly RatingQueryItem[];
}

/** Reply to `POST /v1/ratings/query`, in the order of the query. */
export interface RatingQueryReply {
  readonly ratings: readonly RatingSummary[];
}
