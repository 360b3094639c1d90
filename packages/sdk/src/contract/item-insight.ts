import type { DisputeReasons, DisputeStatus } from './dispute.js';
import type { InsightsFrame, Quadrant, UseState } from './insights-query.js';
import type { ComparedMetric, InsightsChoice, TrendPoint } from './compared-metric.js';
import type { Distribution, Metric } from './metric.js';

/** One item as a line of a table. */
export interface ItemInsight {
  /** Id of the item in the host's catalogue. */
  readonly collateralId: string;
  /** For people to read; the id of an item the catalogue does not know. */
  readonly title: string;
  /** The host's own word for what it is; empty when the catalogue does not know it. */
  readonly kind: string;
  /** Null when the item has no owner. */
  readonly producer: InsightsChoice | null;
  /** The version published at the end of the period; the rating belongs to it. */
  readonly version: string | null;
  /** ISO 8601 UTC instant of that version. */
  readonly publishedAt: string | null;
  /** Qualified views in the period. Without a filter by team never hidden: use of an item is no figure about people. */
  readonly views: ComparedMetric;
  /** Views per stretch of the period, oldest first; null where hidden. */
  readonly viewsTrend: readonly (number | null)[];
  /** Distinct people with a qualified view. */
  readonly viewers: Metric;
  /** Viewers out of the audience; state `none` when the audience's size is not known. */
  readonly reach: Metric;
  /** Shrunk mean of the live ratings of the version, whenever they were given. */
  readonly rating: Metric;
  /** Counts per point; null when hidden. */
  readonly distribution: Distribution | null;
  /** Viewers of the period who have a live rating of the item, out of its viewers. */
  readonly responseRate: Metric;
  /** Day of the last qualified view ever, by somebody other than the producer. */
  readonly lastUsedOn: string | null;
  /** Day until which the content had to be looked at again. */
  readonly reviewBy: string | null;
  /** Views of the period after that day, once it has passed; null before. */
  readonly viewsSinceReview: number | null;
  /** How it was used in the period. */
  readonly use: UseState;
  /** Percentile of its views among live items of its kind, 0 to 1; null for items that are not live. */
  readonly usePercentile: number | null;
  /** Null while there is no score, and for items that are not live. */
  readonly quadrant: Quadrant | null;
}

/** Reply to `GET /v1/insights/items/{id}`. */
export interface InsightsItem extends InsightsFrame {
  /** The item as a line of the table. */
  readonly item: ItemInsight;
  /** Views by stretch of the period. */
  readonly viewsOverTime: readonly TrendPoint[];
  /** Ratings of all versions by month, oldest first, the last 24 months. */
  readonly ratingOverTime: readonly TrendPoint[];
  /** Oldest first. */
  readonly versions: readonly VersionInsight[];
  /** Sum of active time in the period, in whole milliseconds, per qualified view. */
  readonly activeMsPerView: Metric;
  /** Downloads in the period. */
  readonly downloads: Metric;
  /** Shares in the period. */
  readonly shares: Metric;
  /** Presentations in the period. */
  readonly presentations: Metric;
  /** Times a person finished it in the period. */
  readonly completions: Metric;
  /** Live counted ratings of the version whose giver had used the item before, out of all. */
  readonly afterUse: Metric;
  /** Use by team, teams below the minimum hidden with their sibling. */
  readonly teams: readonly TeamUse[];
  /** Use of each version in the period, oldest first. */
  readonly versionUse: readonly VersionUse[];
  /** Empty until enough people commented. */
  readonly comments: readonly RatingComment[];
  /** Why there are no comments: fewer than this many people wrote one. */
  readonly minimumComments: number;
}

/** One version of an item. */
export interface VersionInsight {
  /** The host's own label. */
  readonly version: string;
  /** ISO 8601 UTC instant. */
  readonly publishedAt: string;
  /** Shrunk mean of its live ratings. */
  readonly rating: Metric;
  /** Counts per point; null when hidden. */
  readonly distribution: Distribution | null;
  /** Difference to the version before; state `early` when one of the two has too few ratings; null for the first. */
  readonly lift: Metric | null;
  /** Chance that the lift is above 0; null without one. */
  readonly liftProbability: number | null;
  /** The version before was below the target, so part of a lift may be regression to the mean. */
  readonly mayRegress: boolean;
}

/** One team's use of an item. */
export interface TeamUse {
  /** Null stands for the teams that are too small to be shown, and people without a team. */
  readonly team: string | null;
  /** For people to read; null with `team`. */
  readonly name: string | null;
  /** Distinct people of the team with a qualified view. */
  readonly viewers: Metric;
  /** Their qualified views. */
  readonly views: Metric;
}

/** How one version of an item was used in the period. */
export interface VersionUse {
  /** The host's own label. */
  readonly version: string;
  /** Its qualified views. */
  readonly views: Metric;
  /** Distinct people with a qualified view; told for the last 90 days only, and hidden where it would tell about few. */
  readonly viewers: Metric;
  /** Sum of active time, in whole milliseconds, per qualified view; hidden with `viewers`. */
  readonly activeMsPerView: Metric;
  /** Its downloads. */
  readonly downloads: Metric;
  /** How often it was shared. */
  readonly shares: Metric;
  /** How often it was presented. */
  readonly presentations: Metric;
  /** Times a person finished it. */
  readonly completions: Metric;
}

/** What somebody wrote beside a rating. Who it was is not told. */
export interface RatingComment {
  /** 1 to 5. */
  readonly value: number;
  /** 1 to 4000 characters, as it was written. */
  readonly comment: string;
  /** Ids of the scale's reasons. */
  readonly reasons: readonly string[];
  /** The version it is about; null when the item has none. */
  readonly version: string | null;
  /** `YYYY-MM`: the day could tell who it was. */
  readonly month: string;
  /** Names the rating in a dispute; says nothing of who gave it. */
  readonly ratingId?: string;
  /** Where a dispute about it stands; absent when there is none. */
  readonly dispute?: DisputeStatus;
  /** Why it is disputed, since when, and how that was settled; only for whoever may see disputes of the item. */
  readonly disputeDetail?: DisputeReasons;
  /** The caller may dispute it now; absent means no. */
  readonly mayDispute?: boolean;
}
