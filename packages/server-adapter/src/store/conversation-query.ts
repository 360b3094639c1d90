/** A question about what people wrote to each other. Answered from the log, or from rows a store keeps beside it. */
export type ConversationQuery =
  | SuggestionsQuery
  | SuggestionPageQuery
  | InboxPageQuery
  | StandingsQuery
  | SupportersQuery
  | LowRatingsQuery
  | SearchesQuery;

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

/** What an {@link InboxPageQuery} may be narrowed to; `open` is waiting and promised, `overdue` is promised for a day that is over. */
export type AskedPart = 'open' | 'waiting' | 'promised' | 'overdue' | 'closed';

/**
 * Asks for one page of what waits, was promised or is over among the suggestions about some items, and for how much there is, without
 * looking at the rest.
 *
 * Where a suggestion stands is what its steps say: the documents of the collection `suggestions` with a key of `movesKey`, read by
 * `standingsOf`. One without steps waits. Suggestions that stand are counted: made, not by automation, not merged into another, and
 * either decided or not taken back. Whether taking back one that waits after steps holds is for whoever asks to say: those are named as
 * doubtful and counted nowhere else.
 */
export interface InboxPageQuery {
  /** Asks for a page. */
  readonly type: 'inbox-page';
  /** The items; null stands for requests. An empty list lets nothing through. */
  readonly collateralIds: readonly (string | null)[];
  /** Only what was given to this one; absent means all. */
  readonly assignee?: string;
  /** Which part the page is of. Whatever it is, all parts are counted. */
  readonly part: AskedPart;
  /** Today, `YYYY-MM-DD`: what was promised for an earlier day is overdue. */
  readonly today: string;
  /** Begins behind this place, whether or not something stands there; absent means at the start. */
  readonly after?: InboxPlace;
  /** Suggestions to give, at least 1. */
  readonly limit: number;
}

/**
 * A place in the order of an {@link InboxPageQuery}: what was promised by its day, then the rest; of one day the oldest first, of one
 * instant the smallest id, as with {@link SuggestionPageQuery}.
 */
export interface InboxPlace {
  /** The day it was promised for; null behind all days. */
  readonly dueAt: string | null;
  /** Effective time. */
  readonly at: string;
  /** Decides between those of one instant. */
  readonly suggestionId: string;
}

/** Asks where suggestions stand after their steps. One of the two lists is given; an empty one lets nothing through. */
export interface StandingsQuery {
  /** Asks for them. */
  readonly type: 'standings';
  /** Of the steps of these items those of low ratings, which nobody made: their ids begin with `low:`. Null stands for requests. */
  readonly collateralIds?: readonly (string | null)[];
  /** Those with these ids, and everything that was merged into them in the end. */
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
