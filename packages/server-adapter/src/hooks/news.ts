import type { Notice, SuggestionMove } from '@collateral/sdk/contract';

/** Tells a host that a suggestion was moved, merged or hidden. */
export interface TransitionNews {
  /** Tells the two kinds of news apart. */
  readonly type: 'suggestion.moved';
  /** The same for every try to tell it: the id of the command. */
  readonly id: string;
  /** Whose it is. */
  readonly tenant: string;
  /** When it was done, ISO 8601 UTC. */
  readonly at: string;
  /** Which suggestion. */
  readonly suggestionId: string;
  /** The item it is about; null for a request. */
  readonly collateralId: string | null;
  /** Title of that item; null where the catalogue has none. */
  readonly title: string | null;
  /** What was done. */
  readonly move: Omit<SuggestionMove, 'by' | 'assignee'> & {
    /** Why they may. */
    readonly role: SuggestionMove['by']['role'];
    /** Id of the producer it was given to; absent when the step says nothing about it. */
    readonly assignee?: string;
  };
}

/** Tells a host that people may be told that what they asked for was shipped. */
export interface NoticeNews extends Omit<Notice, 'because'> {
  /** Tells the two kinds of news apart. */
  readonly type: 'notice.created';
  /** The same for every try to tell it. */
  readonly id: string;
  /** Whose it is. */
  readonly tenant: string;
  /**
   * Host's ids of the people to tell, whoever rated low among them: it is said to the host's own code only, and must not be shown
   * to others.
   */
  readonly actorIds: readonly string[];
}
