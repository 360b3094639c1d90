/** Where on the host's side an event happened. May be hoisted to the batch; the event's own wins. */
export interface EventContext {
  /** Page URL without query and fragment. */
  readonly url?: string;
  /** Part of the host where it happened, for example `search`, `course-player`. */
  readonly surface?: string;
  /** BCP 47 language tag of the page. */
  readonly locale?: string;
  /** True when the browser says that a program drives it; such events are kept and count in no figure. */
  readonly automation?: boolean;
}

interface EventBase {
  /** UUIDv7, made once in the browser; every resend carries the same one. */
  readonly id: string;
  /** Wall clock of the client, ISO 8601 UTC. */
  readonly occurredAt: string;
  /** Absent means the context of the batch, if it has one. */
  readonly context?: EventContext;
}

interface ItemEventBase extends EventBase {
  /** Id of the item in the host's catalogue, 1 to 200 characters. */
  readonly collateralId: string;
  /** Absent means the version published at the effective time. */
  readonly version?: string;
}

/** A checkpoint of one view. The server folds checkpoints by actor and `viewId`, keeping the maximum per field. */
export interface ViewEvent extends ItemEventBase {
  /** Observed: the oldest views go first when the queue on the device is full. */
  readonly type: 'view';
  /** UUIDv7 made when the view began; all its checkpoints carry it. */
  readonly viewId: string;
  /** Milliseconds visible, focused and not idle. */
  readonly activeMs: number;
  /** Milliseconds visible and focused. */
  readonly visibleMs: number;
  /** Share seen, 0 to 1. */
  readonly progress: number;
}

/** Something done with an item that is not a view. */
export interface ItemUsageEvent extends ItemEventBase {
  /** Observed, and about an item. */
  readonly type: 'usage';
  /** What the host saw happen. */
  readonly action: 'download' | 'share' | 'present';
}

/** A search in the host's catalogue; it is about no item. */
export interface SearchEvent extends EventBase {
  /** Observed, and about no item. */
  readonly type: 'usage';
  /** Tells a search from the uses of an item. */
  readonly action: 'search';
  /** What was searched for, up to 2000 characters. */
  readonly query: string;
  /** How many results were shown. */
  readonly results: number;
}

/** The end of a training module. */
export interface CompletionEvent extends ItemEventBase {
  /** Observed; a person may finish the same module more than once. */
  readonly type: 'completion';
  /** 0 to 1. */
  readonly progress: number;
  /** Whether it was passed; absent for modules without a test. */
  readonly success?: boolean;
}

/** One person's judgement of one version. The live one is the greatest by effective time, then id. */
export interface RatingEvent extends ItemEventBase {
  /** Written by the person: stored with strict durability and never dropped for views. */
  readonly type: 'rating';
  /** A whole point of the scale. */
  readonly value: number;
  /** The scale of `value`; only `collateral-5@1` is taken. */
  readonly scaleId: string;
  /** 1 to 4000 characters; absent when the person wrote none. */
  readonly comment?: string;
  /** Ids of the scale's reasons. */
  readonly reasons?: readonly string[];
  /** True when the person wants the item's owner to read the reasons and the comment at once; else they wait until enough people said the same. */
  readonly tellOwner?: boolean;
}

/** Takes back the person's rating of one version. */
export interface RatingWithdrawalEvent extends ItemEventBase {
  /** Written by the person: stored with strict durability and never dropped for views. */
  readonly type: 'rating-withdrawal';
}

/** A place inside an item. */
export interface Place {
  /** Whole number, as the host counts. */
  readonly slide?: number;
  /** Whole number, as the host counts. */
  readonly page?: number;
  /** Seconds from the start, 0 or more; fractions are kept. */
  readonly second?: number;
  /** The words meant, up to 2000 characters. */
  readonly quote?: string;
}

/** An idea to improve an item; without `collateralId` a request for content that does not exist. Its id is the `suggestionId`. */
export interface SuggestionEvent extends EventBase {
  /** Written by the person: stored with strict durability and never dropped for views. */
  readonly type: 'suggestion';
  /** Id of the item, 1 to 200 characters; absent means it asks for content that does not exist. */
  readonly collateralId?: string;
  /** The version the person saw; absent means the one published at the effective time. */
  readonly version?: string;
  /** 1 to 4000 characters. */
  readonly body: string;
  /** Absent means the item as a whole. */
  readonly place?: Place;
}

/** Takes back a suggestion while it is new. */
export interface SuggestionWithdrawalEvent extends EventBase {
  /** Written by the person: stored with strict durability and never dropped for views. */
  readonly type: 'suggestion-withdrawal';
  /** Id of the suggestion: of the event that made it, or what `lowRatingId` writes. */
  readonly suggestionId: string;
}

/** Switches the person's vote for a suggestion on or off. */
export interface VoteEvent extends EventBase {
  /** Written by the person: stored with strict durability and never dropped for views. */
  readonly type: 'vote';
  /** Id of the suggestion: of the event that made it, or what `lowRatingId` writes. */
  readonly suggestionId: string;
  /** False takes the vote back. */
  readonly on: boolean;
}

/** An answer below a suggestion. */
export interface ReplyEvent extends EventBase {
  /** Written by the person: stored with strict durability and never dropped for views. */
  readonly type: 'reply';
  /** Id of the suggestion: of the event that made it, or what `lowRatingId` writes. */
  readonly suggestionId: string;
  /** 1 to 4000 characters. */
  readonly body: string;
}

/** What a person did with a request to rate. */
export interface PromptResponseEvent extends EventBase {
  /** Observed: goes right after the views when the queue on the device is full. */
  readonly type: 'prompt-response';
  /** Id of the item they were asked about, 1 to 200 characters; absent when it was about none. */
  readonly collateralId?: string;
  /** The version they were asked about; absent means the one published at the effective time. */
  readonly version?: string;
  /** Id of the request, 1 to 200 characters. */
  readonly promptId: string;
  /** First `asked`, then one of the others, under the same `promptId`; `dismissed` means closed without a rating. */
  readonly answer: 'asked' | 'rated' | 'dismissed';
}

/** What a person did with a notice. */
export interface NoticeResponseEvent extends EventBase {
  /** Observed: goes right after the views when the queue on the device is full. */
  readonly type: 'notice-response';
  /** Id of the notice, 1 to 3000 characters. */
  readonly noticeId: string;
  /** The suggestion it is about; absent means the answer is counted for none. */
  readonly suggestionId?: string;
  /** `dismissed` means closed without confirming. */
  readonly answer: 'confirmed' | 'dismissed';
}

/** Everything the SDK sends. These events commute: any order and any duplication give the same state. */
export type UsageEvent =
  | ViewEvent
  | ItemUsageEvent
  | SearchEvent
  | CompletionEvent
  | RatingEvent
  | RatingWithdrawalEvent
  | SuggestionEvent
  | SuggestionWithdrawalEvent
  | VoteEvent
  | ReplyEvent
  | PromptResponseEvent
  | NoticeResponseEvent;

/** The `type` of a usage event. */
export type UsageEventType = UsageEvent['type'];

// A record, so that the compiler fails here when a type is added above and forgotten below.
const isTypeWritten: Readonly<Record<UsageEventType, boolean>> = Object.freeze({
  view: false,
  usage: false,
  completion: false,
  rating: true,
  'rating-withdrawal': true,
  suggestion: true,
  'suggestion-withdrawal': true,
  vote: true,
  reply: true,
  'prompt-response': false,
  'notice-response': false,
});

/** Every event type. */
export const usageEventTypes: readonly UsageEventType[] = Object.freeze(Object.keys(isTypeWritten) as UsageEventType[]);

/** Tells whether a person wrote the event by hand. Such events are stored with strict durability and never dropped for views. */
export function isWritten(type: UsageEventType): boolean {
  return isTypeWritten[type];
}
