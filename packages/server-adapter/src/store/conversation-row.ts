import type { FactExclusion } from './fact.js';
import type { StoredMove } from './stored-move.js';

/** One row of an answer to a conversation query. Rows come in any order. */
export type ConversationRow =
  SuggestionRow | SuggestionPageRow | InboxPageRow | StandingRow | SupporterRow | LowRatingRow | SearchRow;

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

/** One page of an inbox. Where nothing waits, nothing is promised and nothing is in the part asked for there is no row. */
export interface InboxPageRow {
  /** Answers an inbox-page query. */
  readonly type: 'inbox-page';
  /** How many nobody has decided on. */
  readonly waiting: number;
  /** How many are promised and not done. */
  readonly promised: number;
  /** How many of those were promised for an earlier day than today. */
  readonly overdue: number;
  /** Effective time of the one that waits longest; null when none waits. */
  readonly waitingSince: string | null;
  /** The earliest day something is promised for; null when nothing is. */
  readonly dueSince: string | null;
  /** How many there are in the part asked for, on all pages. */
  readonly total: number;
  /** Those of the page, in order. */
  readonly suggestions: readonly SuggestionRow[];
  /** Ids of those that wait after steps and were taken back at some time, in any order. */
  readonly doubtful: readonly string[];
}

/** Parts of an inbox, and `merged` for what repeats another. */
export type StandingPart = 'waiting' | 'promised' | 'closed' | 'merged';

/** Where one suggestion stands after its steps, as far as an inbox asks. */
export interface Standing {
  /** Its id. */
  readonly suggestionId: string;
  /** The place its steps are kept at; null for requests. */
  readonly collateralId: string | null;
  /** What it is to an inbox; what repeats another is in no part of it. */
  readonly part: StandingPart;
  /** Who it was given to last; null when nobody, or when it waits again. */
  readonly assignee: string | null;
  /** The day it is promised for; null when it is not. */
  readonly dueAt: string | null;
  /** What it was merged into in the end; its own id when it was not. */
  readonly root: string;
  /** Its steps, oldest first; none of what only has something merged into it. */
  readonly moves: readonly StoredMove[];
}

/** Where something stands that a standings query asks for. */
export interface StandingRow extends Standing {
  /** Answers a standings query. */
  readonly type: 'standings';
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
