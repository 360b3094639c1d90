/** A question about what people wrote to each other. Answered from the log, or from rows a store keeps beside it. */
export type ConversationQuery = SuggestionsQuery | SupportersQuery | LowRatingsQuery | SearchesQuery;

/** Asks which suggestions there are, and how many people and replies each has. At least one of the two lists is given; both must hold. */
export interface SuggestionsQuery {
  /** Asks for suggestions. */
  readonly type: 'suggestions';
  /** Those about these items; null stands for requests, which are about none. */
  readonly collateralIds?: readonly (string | null)[];
  /** Those with these ids, also where only votes and replies arrived so far. */
  readonly suggestionIds?: readonly string[];
}

/** Asks who has a live vote for suggestions: per suggestion and person the latest vote by (effective time, id), if it is on. */
export interface SupportersQuery {
  /** Asks for votes. */
  readonly type: 'supporters';
  /** The suggestions; an empty list lets nothing through. */
  readonly suggestionIds: readonly string[];
  /** The one person to ask about; absent means everybody. */
  readonly actorId?: string;
}

/** Asks for live ratings of a low value one by one: per person, item and version the latest rating by (effective time, id). */
export interface LowRatingsQuery {
  /** Asks for low ratings. */
  readonly type: 'low-ratings';
  /** The items; an empty list lets nothing through. */
  readonly collateralIds: readonly string[];
  /** Greatest value to include. */
  readonly atMost: number;
  /** The one person to ask about; absent means everybody. */
  readonly actorId?: string;
}

/** Asks what was searched for without a result. */
export interface SearchesQuery {
  /** Asks for searches. */
  readonly type: 'searches';
  /** First day to include, `YYYY-MM-DD`. */
  readonly from?: string;
  /** First day not to include. */
  readonly to?: string;
}
