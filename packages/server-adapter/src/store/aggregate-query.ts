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
  readonly type: 'usage';
  /** First day to include, `YYYY-MM-DD`. */
  readonly from?: string;
  /** First day not to include. */
  readonly to?: string;
}

/** Asks how many live ratings of each value there are: per person, item and version the latest by (effective time, id). */
export interface RatingsQuery extends QueryBase {
  readonly type: 'ratings';
  readonly by: readonly Exclude<AggregateDimension, 'day'>[];
}

/** What the facts of a row have in common: the dimensions asked for, and no others. */
export interface AggregateGroup {
  readonly collateralId?: string;
  readonly version?: string | null;
  readonly team?: string | null;
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
  readonly type: 'usage';
  readonly group: AggregateGroup;
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
  readonly type: 'ratings';
  readonly group: AggregateGroup;
  readonly excluded: FactExclusion | null;
  readonly scaleId: string | null;
  readonly value: number;
  readonly ratings: number;
}
