/** A question about what people wrote to each other. Answered from the log, or from rows a store keeps beside it. */
export type ConversationQuery =
  SuggestionsQuery | SuggestionPageQuery | SupportersQuery | LowRatingsQuery | SearchesQuery;

/** Asks which suggestions there are, and how many people and replies each has. At least one of the two lists is given; both must hold. */
export interface SuggestionsQuery {
  /** Asks for suggestions. */
  readonly type: 'suggestions';
  /** Those about these items; null stands for requests, which are about none. */
  readonly collateralIds?: readonly (string | null)[];
  /** Those with these ids, also where only votes and replies arrived so far. */
  readonly suggestionIds?: readonly string[];
}

/** The orders of a {@link SuggestionPageQuery}. Of what comes at one place the smallest id is first, by code points. */
export type SuggestionOrder = 'voters' | 'newest' | 'changed' | 'oldest';

/**
 * Asks for one page of what is suggested about one item, without looking at the rest. Suggestions that stand are in it: made, not by
 * automation, and not taken back.
 *
 * Instants are in the order of their text as `toISOString` writes it, and ids are those of events: a store may put others where it
 * likes, as long as they stay there.
 */
export interface SuggestionPageQuery {
  /** Asks for a page. */
  readonly type: 'suggestion-page';
  /** The item; null stands for requests. */
  readonly collateralId: string | null;
  /**
   * - `voters`: most voters first, then the newest;
   * - `newest` and `oldest`: by effective time;
   * - `changed`: by `changedAt`, the latest first.
   */
  readonly order: SuggestionOrder;
  /** Ids of suggestions that are neither given nor counted. */
  readonly without?: readonly string[];
  /** Begins behind this place of the order, whether or not something stands there; absent means at the start. */
  readonly after?: SuggestionPlace;
  /** Suggestions to give, at least 1. */
  readonly limit: number;
}

/** A place in the order of a {@link SuggestionPageQuery}. */
export interface SuggestionPlace {
  /** Only `voters` looks at it. */
  readonly voters: number;
  /** Effective time; `changedAt` where the order is `changed`. */
  readonly at: string;
  /** Decides between those of one instant. */
  readonly suggestionId: string;
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
  /**
   * Leaves those out that name no reason.
   *
   * @defaultValue false
   */
  readonly withReasons?: boolean;
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
