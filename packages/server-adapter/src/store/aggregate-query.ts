import type { ConversationQuery } from './conversation-query.js';
import type { EngagementQuery } from './engagement-query.js';

/** What rows of an answer may be kept apart by. */
export type AggregateDimension = 'collateralId' | 'version' | 'team' | 'day';

/** What counts of ratings may be kept apart by: `afterUse` as well. */
export type RatingsDimension = AggregateDimension | 'afterUse';

/** A question about many facts at once. */
export type AggregateQuery = CountQuery | ConversationQuery | EngagementQuery;

/** A question about how often something happened. */
export type CountQuery = UsageQuery | RatingsQuery | ActionsQuery | LastUseQuery | ArrivalsQuery;

interface ItemsAsked {
  /** Items to count, all when absent. An empty list lets nothing through. */
  readonly collateralIds?: readonly string[];
  /** The one team to count; null means people without a team, absent means everybody. */
  readonly team?: string | null;
}

interface DaysAsked {
  /** First day to include, `YYYY-MM-DD`. */
  readonly from?: string;
  /** First day not to include. */
  readonly to?: string;
}

/** Asks how much items were used. */
export interface UsageQuery extends ItemsAsked, DaysAsked {
  /** Asks for views, viewers and active time. */
  readonly type: 'usage';
  /** Keeps rows apart by these; without any there is one row for each reason of exclusion. */
  readonly by: readonly AggregateDimension[];
  /**
   * Leaves people uncounted: `viewers`, `pairs` and `ratedPairs` of every row are 0. Telling people apart is what takes time.
   *
   * @defaultValue false
   */
  readonly withoutPeople?: boolean;
  /**
   * Leaves pairs of a person and an item uncounted: `pairs` and `ratedPairs` of every row are 0. Of a window that is over for a while they
   * take longer than everything else.
   *
   * @defaultValue false
   */
  readonly withoutPairs?: boolean;
}

/**
 * Asks how many live ratings of each value there are: per person, item and version the latest by (effective time, id).
 *
 * Team and day are those of the live rating. Whether it is live does not depend on what is asked for.
 */
export interface RatingsQuery extends ItemsAsked, DaysAsked {
  /** Asks for live ratings. */
  readonly type: 'ratings';
  /** Keeps rows apart by these; without any there is one row for each reason of exclusion, scale and value. */
  readonly by: readonly RatingsDimension[];
  /** The one person to ask about; absent means everybody. */
  readonly actorId?: string;
}

/** Asks what else was done with items, and how often. */
export interface ActionsQuery extends ItemsAsked, DaysAsked {
  /** Asks for downloads, shares, presentations and completions. */
  readonly type: 'actions';
  /** Keeps rows apart by these; without any there is one row for each reason of exclusion and action. */
  readonly by: readonly AggregateDimension[];
}

/** Asks on which days each item was first and last used. */
export interface LastUseQuery extends ItemsAsked {
  /** Asks for days of qualified views that are not excluded. */
  readonly type: 'last-use';
}

/** Asks how many facts of any type there are, and how many of them came late. */
export interface ArrivalsQuery extends DaysAsked {
  /** Asks for all facts, those about no item too. */
  readonly type: 'arrivals';
  /** Keeps days apart, or gives one row. */
  readonly by: readonly 'day'[];
}
