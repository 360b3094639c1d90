import type { InsightsChoice } from './compared-metric.js';
import type { PermittedMove, SuggestionStatus } from './suggestion-moves.js';
import type { Place } from './usage-event.js';

/**
 * `idea` is about an item; `request` asks for content that does not exist; `low-rating` stands for everybody who rated a version
 * low for one and the same reason.
 */
export const suggestionKinds = ['idea', 'request', 'low-rating'] as const;

/** What a suggestion is. */
export type SuggestionKind = (typeof suggestionKinds)[number];

/** How somebody appears to others. Who it was is never told beyond this. */
export interface Author {
  /** For people to read: a name, a pseudonym that is the same on all of one item, or null for somebody anonymous. */
  readonly name: string | null;
  /** Name of their team; null without one, or while the team has fewer people than the policy's minimum. */
  readonly team: string | null;
  /** True when it is the caller. */
  readonly mine: boolean;
}

/** Why something is kept from others. */
export interface Hidden {
  /** What a moderator wrote. */
  readonly reason: string;
}

/** How many people were told that something was shipped, and what they said. Null where fewer people than the minimum are concerned. */
export interface LoopFigures {
  /** People who suggested, supported or rated low before it shipped. */
  readonly told: number | null;
  /** Of those: people who said that it is fixed. */
  readonly confirmed: number | null;
  /** Of those: people who closed the notice. */
  readonly dismissed: number | null;
  /** Of those: people who rated the version that was shipped. */
  readonly ratedAgain: number | null;
}

/** One suggestion as a caller may see it. */
export interface Suggestion {
  /** The id of the event that made it; of a low rating an id made of its item, version and reason. */
  readonly suggestionId: string;
  /** What it is. */
  readonly kind: SuggestionKind;
  /** The item it is about; null for a request. */
  readonly collateralId: string | null;
  /** Title of that item; its id when the catalogue does not know it; null for a request. */
  readonly title: string | null;
  /** The version it is about; null for a request and for an item without versions. */
  readonly version: string | null;
  /** What somebody wrote; null when its author was erased, and for a low rating. */
  readonly body: string | null;
  /** Of a low rating: id of the scale's reason. Null for others. */
  readonly reason: string | null;
  /** Null means the item as a whole. */
  readonly place: Place | null;
  /** Null for a low rating, which stands for several people, and when its author was erased. */
  readonly author: Author | null;
  /** ISO 8601 UTC; under an anonymous policy the instant it became visible. */
  readonly createdAt: string;
  /** Where it stands. */
  readonly status: SuggestionStatus;
  /** What a command has to expect: 0 until the first one, then one more with each. */
  readonly revision: number;
  /** Who promised to do it; null before it is accepted. */
  readonly assignee: InsightsChoice | null;
  /** Calendar day until which it is promised, `YYYY-MM-DD`; null before it is accepted. */
  readonly dueAt: string | null;
  /** Whole days since that day while it is not closed; 0 otherwise. */
  readonly overdueDays: number;
  /** The version that fixes it; of a request the id of the item it became. Null before it is shipped, and for whoever may not see that item. */
  readonly shippedVersion: string | null;
  /** Of a request the title of the item it became, for people to read; null wherever `shippedVersion` is a version or null. */
  readonly shippedTitle: string | null;
  /** The suggestion it is a duplicate of; null when it is none. */
  readonly duplicateOf: string | null;
  /** Ids of the suggestions that were merged into it. */
  readonly duplicates: readonly string[];
  /** Distinct people behind it: authors, voters and low raters, also of what was merged into it. */
  readonly supporters: number;
  /** The caller is one of them. */
  readonly supported: boolean;
  /** Replies that are not hidden. */
  readonly replyCount: number;
  /** The newest of creation, reply and move, ISO 8601 UTC; under an anonymous policy replies leave it as it is. */
  readonly changedAt: string;
  /** Why others do not see it; null when they do. Told to its author and to moderators. */
  readonly hidden: Hidden | null;
  /** What the caller may do with it now. */
  readonly may: {
    /** Vote, or take the vote back. */
    readonly vote: boolean;
    /** Take it back: its author, while it is new and nothing was merged into it. */
    readonly withdraw: boolean;
    /** Hide it and its replies, or show them again. */
    readonly hide: boolean;
    /** Moves on from here; empty for people who only use the item. */
    readonly move: readonly PermittedMove[];
  };
}

/** One answer below a suggestion, or what somebody wrote beside a low rating: the owner and its writer read that, nobody else. */
export interface SuggestionReply {
  /** The id of its event. */
  readonly replyId: string;
  /** What somebody wrote; null when its author was erased. */
  readonly body: string | null;
  /** How its author appears, beside a low rating always without a name; null when they were erased. */
  readonly author: Author | null;
  /** The item's producer, its manager or an admin wrote it: then it counts as an answer. */
  readonly fromOwner: boolean;
  /** ISO 8601 UTC; under an anonymous policy the instant it became visible. */
  readonly createdAt: string;
  /** Why others do not see it; null when they do. */
  readonly hidden: Hidden | null;
}

/** Who did a step. */
export interface Mover {
  /** For people to read; null where the host tells no names. */
  readonly name: string | null;
  /** Why they may. */
  readonly role: 'producer' | 'manager' | 'admin' | 'service';
  /** True when it is the caller. */
  readonly mine: boolean;
}

/** One step in the life of a suggestion. */
export interface SuggestionMove {
  /** The command that did it. */
  readonly type: 'transition' | 'merge' | 'unmerge' | 'hide' | 'show';
  /** When, ISO 8601 UTC. */
  readonly at: string;
  /** Who. */
  readonly by: Mover;
  /** Status before. */
  readonly from: SuggestionStatus;
  /** Status after. */
  readonly to: SuggestionStatus;
  /** 1 to 1000 characters; null when the words were erased with the person. */
  readonly reason: string | null;
  /** Who it was given to; absent when the step says nothing about it. */
  readonly assignee?: InsightsChoice;
  /** The day promised, `YYYY-MM-DD`; absent when the step says nothing about it. */
  readonly dueAt?: string;
  /** The version that fixes it, or of a request the id of the item it became; absent when the step ships nothing. */
  readonly shippedVersion?: string;
  /** Of a request the title of that item; absent when the step makes no item. */
  readonly shippedTitle?: string;
  /** What it is a duplicate of; absent when the step merges nothing. */
  readonly duplicateOf?: string;
  /** The reply that was hidden or shown; absent when it was the suggestion. */
  readonly replyId?: string;
}

/** Reply to `GET /v1/suggestions/{id}` and to every command. */
export interface SuggestionDetail extends Suggestion {
  /** Oldest first. */
  readonly replies: readonly SuggestionReply[];
  /** Oldest first; complete. */
  readonly history: readonly SuggestionMove[];
  /** What was merged into it, and what it was merged into, as far as the caller may see. */
  readonly related: readonly Pick<Suggestion, 'suggestionId' | 'body' | 'reason' | 'status' | 'supporters'>[];
  /** Who it may be given to: the item's producer and the caller. Empty for people who may not move it. */
  readonly assignees: readonly InsightsChoice[];
  /** Versions of the item, newest last. */
  readonly versions: readonly string[];
  /** Null until it is shipped. */
  readonly loop: LoopFigures | null;
}
