import type { AggregateQuery } from './aggregate-query.js';
import type { ConversationRow } from './conversation-row.js';
import type { EngagementRow } from './engagement-row.js';
import type { FactExclusion } from './fact.js';
import type { ItemAction } from './item-action.js';

/** One row of an answer. */
export type AggregateRow = CountRow | ConversationRow | EngagementRow;

/** One row of an answer about how often something happened. */
export type CountRow = UsageRow | RatingsRow | ActionsRow | LastUseRow | ArrivalsRow;

/** The rows that answer a query. */
export type AggregateRowOf<Query extends AggregateQuery> = Extract<AggregateRow, Pick<Query, 'type'>>;

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
  /** In rows of ratings: whether the person had used the item, in any version, when they rated it; absent unless asked for. */
  readonly afterUse?: boolean;
}

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
  /** Distinct pairs of a person and an item with a qualified view in this group; adds up over items. */
  readonly pairs: number;
  /** Those pairs whose person has a live rating of the item: of any version, day and team, excluded or not. */
  readonly ratedPairs: number;
  /** Whole milliseconds of all views, qualified or not. */
  readonly activeMs: number;
}

/** People whose live rating has one value. */
export interface RatingsRow {
  /** Answers a ratings query. */
  readonly type: 'ratings';
  /**
   * What the ratings of this row have in common. `afterUse`: the person has a view of the item, of any version and excluded or
   * not, of 3000 ms active or more, that began no later than the rating's effective time.
   */
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

/** What people did with items, other than looking at them. */
export interface ActionsRow {
  /** Answers an actions query. */
  readonly type: 'actions';
  /** What the facts of this row have in common. */
  readonly group: AggregateGroup;
  /** Why none of them counts in a figure; null when they count. */
  readonly excluded: FactExclusion | null;
  /** What was done. */
  readonly action: ItemAction;
  /** How often. */
  readonly times: number;
  /** Distinct people who did it in this group; does not add up over groups. */
  readonly people: number;
}

/** When an item was used. Items without a qualified view that counts have no row. */
export interface LastUseRow {
  /** Answers a last-use query. */
  readonly type: 'last-use';
  /** The item. */
  readonly group: {
    /** Its id. */
    readonly collateralId: string;
  };
  /** Day of the first qualified view, `YYYY-MM-DD` in the time zone of the policy. */
  readonly firstDay: string;
  /** Day of the last one. */
  readonly lastDay: string;
}

/** Facts of one day, or of all days asked for. Without facts there is no row. */
export interface ArrivalsRow {
  /** Answers an arrivals query. */
  readonly type: 'arrivals';
  /** The day, when it was asked for. */
  readonly group: Pick<AggregateGroup, 'day'>;
  /** Facts of any type. */
  readonly facts: number;
  /** Those received more than an hour after their effective time. */
  readonly late: number;
}
