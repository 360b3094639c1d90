import type { FactExclusion } from './fact.js';

/** What rows of an answer may be kept apart by. */
export type AggregateDimension = 'collateralId' | 'version' | 'team' | 'day';

/** A question about many facts at once. */
export type AggregateQuery = UsageQuery | RatingsQuery;

interface QueryBase {
  /** Keeps rows apart by these; without any there is one row for each reason of exclusion. */
  readonly by: readonly AggregateDimension[];
  /** Items to count, all when absent. An empty list lets nothing through. */
  readonly collateralIds?: readonly string[];
}

/** Asks how much items were used. */
export interface UsageQuery extends QueryBase {
  /** Asks for views, viewers and active time. */
  readonly type: 'usage';
  /** First day to include, `YYYY-MM-DD`. */
  readonly from?: string;
  /** First day not to include. */
  readonly to?: string;
}

/** Asks how many live ratings of each value there are: per person, item and version the latest by (effective time, id). */
export interface RatingsQuery extends QueryBase {
  /** Asks for live ratings. */
  readonly type: 'ratings';
  /** Keeps rows apart by these; a live rating has no day. */
  readonly by: readonly Exclude<AggregateDimension, 'day'>[];
}

/** What the facts of a row have in common: the dimensions asked for, and no others. */
export interface AggregateGroup {
  /** Absent unless asked for. */
  readonly collateralId?: string;
  /** Null for facts about no version; absent unless asked for. */
  readonly version?: string | null;
  /** Null for people without a team; absent unless asked for. */
  readonly team?: string | null;
  /** `YYYY-MM-DD` in the time zone of the policy; absent unless asked for. */
  readonly day?: string;
}

/** One row of an answer. */
export type AggregateRow = UsageRow | RatingsRow;

/**
 * Use of one group. Rows without views and active time are left out.
 *
 * A view is folded from its checkpoints by person, item and `viewId`: the greatest `activeMs`, and version, team, day, slot and
 * exclusion of the earliest by (effective time, id).
 */
export interface UsageRow {
  /** Answers a usage query. */
  readonly type: 'usage';
  /** What the views of this row have in common. */
  readonly group: AggregateGroup;
  /** Why none of it counts in a figure; null when it counts. */
  readonly excluded: FactExclusion | null;
  /** Qualified views. Several of one person in one half-hour slot, of one item, version, team and day, are one. */
  readonly views: number;
  /** Distinct people with a qualified view in this group; does not add up over groups. */
  readonly viewers: number;
  /** Whole milliseconds of all views, qualified or not. */
  readonly activeMs: number;
}

/** People whose live rating has one value. */
export interface RatingsRow {
  /** Answers a ratings query. */
  readonly type: 'ratings';
  /** What the ratings of this row have in common. */
  readonly group: AggregateGroup;
  /** Why none of them counts in a figure; null when they count. */
  readonly excluded: FactExclusion | null;
  /** The scale they were given on; null when the facts name none. */
  readonly scaleId: string | null;
  /** A point of that scale, 1 to 5 on the one scale. */
  readonly value: number;
  /** How many; one for each person, item and version. */
  readonly ratings: number;
}
