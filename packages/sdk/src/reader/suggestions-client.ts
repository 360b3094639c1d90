import type { Notices } from '../contract/notice.js';
import type {
  HideCommand,
  MergeCommand,
  SuggestionCommand,
  TransitionCommand,
} from '../contract/suggestion-command.js';
import type { PermittedMove } from '../contract/suggestion-moves.js';
import type { Inbox, InboxQuery, Suggestions, SuggestionsQuery } from '../contract/suggestions-query.js';
import type { Suggestion, SuggestionDetail } from '../contract/suggestion.js';

/** How something is asked for. */
export interface ReadOptions {
  /** Ends the request; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** A command without its id, which the SDK makes. */
type Given<Command extends SuggestionCommand> = Omit<Command, 'id'>;

/** The `cause` of `revision-conflict` and `move-not-permitted`. */
export interface SuggestionConflict {
  /** Where the suggestion stands now. */
  readonly now: Suggestion;
  /** Where it may go from there. */
  readonly permitted: readonly PermittedMove[];
}

/** What is read of suggestions, and the decisions about them that need an answer at once. */
export interface SuggestionsClient {
  /**
   * Asks for the suggestions about an item, or without one for requests for content that does not exist.
   *
   * @example
   * ```ts
   * const { suggestions } = await client.suggestions({ collateralId: 'deck-42', status: 'open' });
   * ```
   * @throws CollateralError `invalid-query`, `invalid-collateral-id`, `not-found`, `forbidden`, `not-signed-in`,
   * `network-failed`, `unexpected-reply`, `server-failed`; an abort rejects with the signal's reason.
   */
  suggestions(query?: SuggestionsQuery, options?: ReadOptions): Promise<Suggestions>;
  /** Asks for one suggestion with its replies and history; rejects as {@link SuggestionsClient.suggestions} does. */
  suggestion(suggestionId: string, options?: ReadOptions): Promise<SuggestionDetail>;
  /** Asks for what waits for the caller, as producer, manager or admin; rejects as {@link SuggestionsClient.suggestions} does. */
  inbox(query?: InboxQuery, options?: ReadOptions): Promise<Inbox>;
  /** Asks what was shipped that the caller wanted; rejects as {@link SuggestionsClient.suggestions} does. */
  notices(options?: ReadOptions): Promise<Notices>;
  /**
   * Moves a suggestion on. It goes straight to the server and is tried once more when there is no answer; the same command is
   * done once.
   *
   * @example
   * ```ts
   * await client.transition(id, { to: 'accepted', reason: 'Good point', assignee: 'ann', dueAt: '2026-06-01', expect: revision });
   * ```
   * @throws CollateralError `revision-conflict` and `move-not-permitted` with a {@link SuggestionConflict} as `cause`;
   * `invalid-option`, `invalid-batch`, `not-found`, `forbidden`, `not-signed-in`, `rate-limited`, `network-failed`,
   * `unexpected-reply`, `server-failed`, `client-closed`.
   */
  transition(suggestionId: string, command: Given<TransitionCommand>): Promise<SuggestionDetail>;
  /** Makes a suggestion a duplicate of another, whose supporters it joins; rejects as {@link SuggestionsClient.transition} does. */
  merge(suggestionId: string, command: Given<MergeCommand>): Promise<SuggestionDetail>;
  /** Takes a merge back; rejects as {@link SuggestionsClient.transition} does. */
  unmerge(suggestionId: string, command: Given<SuggestionCommand>): Promise<SuggestionDetail>;
  /** Hides a suggestion or one of its replies, or shows it again; rejects as {@link SuggestionsClient.transition} does. */
  hide(suggestionId: string, command: Given<HideCommand>): Promise<SuggestionDetail>;
}
