/** One row of an answer about what the people of teams did. */
export type EngagementRow = ParticipationRow | LowRatersRow | FirstEngagedRow;

/** What one person used and rated while in one team. */
export interface ParticipationRow {
  /** Answers a participation query. */
  readonly type: 'participation';
  /** Who it was. */
  readonly actorId: string;
  /** Null for people without a team. */
  readonly team: string | null;
  /** Items they really used. */
  readonly pairs: number;
  /** Those of them they rated in time. */
  readonly rated: number;
}

/** What one person had to say while in one team. */
export interface LowRatersRow {
  /** Answers a low-raters query. */
  readonly type: 'low-raters';
  /** Who it was. */
  readonly actorId: string;
  /** Null for people without a team. */
  readonly team: string | null;
  /** Live ratings of low value. */
  readonly ratings: number;
  /** Those of them with a reason or a comment. */
  readonly explained: number;
}

/** How many people began on one day. */
export interface FirstEngagedRow {
  /** Answers a first-engaged query. */
  readonly type: 'first-engaged';
  /** The item they began with. */
  readonly collateralId: string;
  /** Null for people without a team, and for those of several teams together. */
  readonly team: string | null;
  /** `YYYY-MM-DD` in the time zone of the policy. */
  readonly day: string;
  /** Distinct people; somebody who used it in two teams is one in each. */
  readonly people: number;
}
