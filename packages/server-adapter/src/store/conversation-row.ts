import type { FactExclusion } from './fact.js';

/** One row of an answer to a conversation query. Rows come in any order. */
export type ConversationRow = SuggestionRow | SuggestionPageRow | SupporterRow | LowRatingRow | SearchRow;

/** Who made a suggestion, when, and about what. */
export interface SuggestionMade {
  /** Who. */
  readonly actorId: string;
  /** The item; null for a request. */
  readonly collateralId: string | null;
  /** The version; null when there is none. */
  readonly version: string | null;
  /** The person's team at that time. */
  readonly team: string | null;
  /** Effective time of the suggestion. */
  readonly effectiveAt: string;
  /** When it was first accepted. */
  readonly receivedAt: string;
  /** Why it counts in no figure; null when it counts. */
  readonly excluded: FactExclusion | null;
}

/** One suggestion. */
export interface SuggestionRow {
  /** Answers a suggestions query. */
  readonly type: 'suggestions';
  /** Its id. */
  readonly suggestionId: string;
  /**
   * The suggestion itself; null while only votes and replies arrived. An id is unique for each person only: of several suggestions
   * with one id the one received first counts, then the one whose `actorId` comes first by code points, so that nobody takes over what others wrote.
   */
  readonly made: SuggestionMade | null;
  /** When its author first took it back; null when they did not. Others' withdrawals are none. */
  readonly withdrawnAt: string | null;
  /** Distinct people other than its author whose latest vote is on. */
  readonly voters: number;
  /** Replies of everybody; several with one id are one, so that nobody adds to a reply by sending its id again. */
  readonly replies: number;
  /** The latest effective time of the suggestion and its replies; null when there is neither. */
  readonly changedAt: string | null;
}

/** One page of suggestions. Where none stands there is no row. */
export interface SuggestionPageRow {
  /** Answers a suggestion-page query. */
  readonly type: 'suggestion-page';
  /** How many stand, on all pages; without those left out. */
  readonly total: number;
  /** Those of the page, in the order asked for. */
  readonly suggestions: readonly SuggestionRow[];
}

/** One live vote. */
export interface SupporterRow {
  /** Answers a supporters query. */
  readonly type: 'supporters';
  /** What the vote is for. */
  readonly suggestionId: string;
  /** Whose it is. */
  readonly actorId: string;
  /** Effective time of the vote. */
  readonly effectiveAt: string;
}

/** One live low rating. */
export interface LowRatingRow {
  /** Answers a low-ratings query. */
  readonly type: 'low-ratings';
  /** Id of the rating. */
  readonly id: string;
  /** Whose it is. */
  readonly actorId: string;
  /** What was rated. */
  readonly collateralId: string;
  /** Null for an item without versions. */
  readonly version: string | null;
  /** The person's team at that time. */
  readonly team: string | null;
  /** A point of the scale. */
  readonly value: number;
  /** Ids of the scale's reasons; empty when none was given. */
  readonly reasons: readonly string[];
  /** What the person wrote; null when they wrote nothing. */
  readonly comment: string | null;
  /** The person wants the owner to know at once. */
  readonly tellOwner: boolean;
  /** Effective time of the rating. */
  readonly effectiveAt: string;
  /** When it was first accepted. */
  readonly receivedAt: string;
  /** Calendar day of it. */
  readonly day: string;
  /** Why it counts in no figure; null when it counts. */
  readonly excluded: FactExclusion | null;
}

/** One text that was searched for, without a result. */
export interface SearchRow {
  /** Answers a searches query. */
  readonly type: 'searches';
  /** As `searchText` writes it: without case and superfluous spaces. */
  readonly query: string;
  /** How often. Excluded facts don't count. */
  readonly searches: number;
  /** Distinct people. */
  readonly people: number;
}
