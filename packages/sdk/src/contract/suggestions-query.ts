import type { CommentIdentity } from './comment-identity.js';
import type { Author, Suggestion } from './suggestion.js';
import type { SuggestionStatus } from './suggestion-moves.js';

/** What suggestions may be sorted by: most supporters, newest, latest change, or nearest due date first. */
export const suggestionSorts = ['supporters', 'newest', 'changed', 'due'] as const;

/** What suggestions may be sorted by. */
export type SuggestionSort = (typeof suggestionSorts)[number];

/** Which suggestions are asked for. Every field narrows. */
export interface SuggestionsQuery {
  /** Suggestions about this item; absent means requests for content that does not exist. */
  readonly collateralId?: string;
  /** One status, or `open` (new, accepted, in progress) or `closed`; absent means all but duplicates. */
  readonly status?: SuggestionStatus | 'open' | 'closed';
  /** Those most like these words, best first, 1 to 200 characters: for "is there one already?" while typing. Takes no sort and no cursor. */
  readonly similar?: string;
  /** @defaultValue `supporters` */
  readonly sort?: SuggestionSort;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
  /** Suggestions per page, 1 to 100. @defaultValue 20 */
  readonly limit?: number;
}

/** What the inbox may be narrowed to. */
export const inboxStates = ['waiting', 'promised', 'overdue', 'closed'] as const;

/** `waiting`: new, so nobody decided yet. `promised`: accepted or in progress. `overdue`: promised for a day that is over. */
export type InboxState = (typeof inboxStates)[number];

/** Which part of an inbox is asked for. */
export interface InboxQuery {
  /** Absent means waiting and promised. */
  readonly state?: InboxState;
  /** What was given to this producer or person; absent means all the caller answers for. */
  readonly assignee?: string;
  /** Suggestions of one kind. */
  readonly kind?: Suggestion['kind'];
  /** @defaultValue `due`: overdue first, then by due date, then what waits longest */
  readonly sort?: SuggestionSort;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
  /** Suggestions per page, 1 to 100. @defaultValue 50 */
  readonly limit?: number;
}

/** A search without results that people made again and again: content that may be missing. */
export interface SearchGap {
  /** What was searched for, in lower case. */
  readonly query: string;
  /** How often, in the last 90 days. */
  readonly searches: number;
}

/** Reply to `GET /v1/suggestions`. */
export interface Suggestions {
  /** Under which rule people appear who write here. */
  readonly identity: CommentIdentity;
  /** How the caller would appear. */
  readonly you: Pick<Author, 'name' | 'team'>;
  /** How many there are in all. */
  readonly total: number;
  /** In the order asked for. */
  readonly suggestions: readonly Suggestion[];
  /** Of requests: searches without a result; empty otherwise. */
  readonly gaps: readonly SearchGap[];
  /** Absent on the last page. */
  readonly nextCursor?: string;
}

/** Reply to `GET /v1/inbox`. */
export interface Inbox {
  /** When it was counted, ISO 8601 UTC. */
  readonly asOf: string;
  /** How many wait for a decision. */
  readonly waiting: number;
  /** How many are promised and not done. */
  readonly promised: number;
  /** How many of those are late. */
  readonly overdue: number;
  /** For how many whole days the latest of those is; 0 when none is. */
  readonly overdueDays: number;
  /** The day the longest waiting one was made, `YYYY-MM-DD`; null when none waits. */
  readonly waitingSince: string | null;
  /** How many there are in the part asked for. */
  readonly total: number;
  /** In the order asked for. */
  readonly suggestions: readonly Suggestion[];
  /** Absent on the last page. */
  readonly nextCursor?: string;
}
