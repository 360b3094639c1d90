/** A question about what the people of teams did, person by person: figures about people need to know how many there are. */
export type EngagementQuery = ParticipationQuery | LowRatersQuery | FirstEngagedQuery;

/**
 * Asks how many items each person really used, and rated within 30 days.
 *
 * Really used: 10 s active in one view, half of it seen, downloaded or completed, on a day in the window. For each person, team and
 * item it counts once, and as rated when the person rated the item, in any version, on one of the 30 days before such a day, on that
 * day or on one of the 30 behind it. Facts that are excluded do not count.
 */
export interface ParticipationQuery {
  /** Asks for pairs of a person and an item they really used. */
  readonly type: 'participation';
  /** First day of use to include, `YYYY-MM-DD`. */
  readonly from: string;
  /** First day of use not to include. */
  readonly to: string;
}

/** Asks how many live ratings of low value each person gave, and how many of those say why. Ratings that are excluded do not count. */
export interface LowRatersQuery {
  /** Asks for low ratings. */
  readonly type: 'low-raters';
  /** Greatest value that is low. */
  readonly atMost: number;
  /** First day of the live rating to include, `YYYY-MM-DD`. */
  readonly from: string;
  /** First day not to include. */
  readonly to: string;
}

/** Asks on which day how many people of each team, or of several teams together, really used items for the first time. */
export interface FirstEngagedQuery {
  /** Asks for first days of real use. */
  readonly type: 'first-engaged';
  /** Items to count; an empty list lets nothing through. */
  readonly collateralIds: readonly string[];
  /** Counts the people of these teams as those of one: somebody who changed from one to another is one. Missing: each team by itself. */
  readonly teams?: readonly string[];
}
