/** Where on the host's side an event happened. May be hoisted to the batch; the event's own wins. */
export interface EventContext {
  /** Page URL without query and fragment. */
  readonly url?: string;
  /** Part of the host where it happened, for example `search`, `course-player`. */
  readonly surface?: string;
  /** BCP 47 language tag of the page. */
  readonly locale?: string;
}

interface EventBase {
  /** UUIDv7, made once in the browser; every resend carries the same one. */
  readonly id: string;
  /** Wall clock of the client, ISO 8601 UTC. */
  readonly occurredAt: string;
  readonly context?: EventContext;
}

interface ItemEventBase extends EventBase {
  readonly collateralId: string;
  /** Absent means the version published at the effective time. */
  readonly version?: string;
}

/** A checkpoint of one view. The server folds checkpoints by actor and `viewId`, keeping the maximum per field. */
export interface ViewEvent extends ItemEventBase {
  readonly type: 'view';
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
  readonly type: 'usage';
  readonly action: 'download' | 'share' | 'present';
}

/** A search in the host's catalogue; it is about no item. */
export interface SearchEvent extends EventBase {
  readonly type: 'usage';
  readonly action: 'search';
  readonly query: string;
  /** How many results were shown. */
  readonly results: number;
}

/** The end of a training module. */
export interface CompletionEvent extends ItemEventBase {
  readonly type: 'completion';
  /** 0 to 1. */
  readonly progress: number;
  readonly success?: boolean;
}

/** One person's judgement of one version. The live one is the greatest by effective time, then id. */
export interface RatingEvent extends ItemEventBase {
  readonly type: 'rating';
  /** A whole point of the scale. */
  readonly value: number;
  readonly scaleId: string;
  readonly comment?: string;
  /** Ids of the scale's reasons. */
  readonly reasons?: readonly string[];
}

/** Takes back the person's rating of one version. */
export interface RatingWithdrawalEvent extends ItemEventBase {
  readonly type: 'rating-withdrawal';
}

/** A place inside an item. */
export interface Place {
  readonly slide?: number;
  readonly page?: number;
  readonly second?: number;
  readonly quote?: string;
}

/** An idea to improve an item; without `collateralId` a request for content that does not exist. Its id is the `suggestionId`. */
export interface SuggestionEvent extends EventBase {
  readonly type: 'suggestion';
  readonly collateralId?: string;
  readonly version?: string;
  readonly body: string;
  readonly place?: Place;
}

/** Takes back a suggestion while it is new. */
export interface SuggestionWithdrawalEvent extends EventBase {
  readonly type: 'suggestion-withdrawal';
  readonly suggestionId: string;
}

/** Switches the person's vote for a suggestion on or off. */
export interface VoteEvent extends EventBase {
  readonly type: 'vote';
  readonly suggestionId: string;
  readonly on: boolean;
}

/** An answer below a suggestion. */
export interface ReplyEvent extends EventBase {
  readonly type: 'reply';
  readonly suggestionId: string;
  readonly body: string;
}

/** What a person did with a request to rate. */
export interface PromptResponseEvent extends EventBase {
  readonly type: 'prompt-response';
  readonly collateralId?: string;
  readonly version?: string;
  readonly promptId: string;
  readonly answer: 'rated' | 'dismissed';
}

/** What a person did with a notice. */
export interface NoticeResponseEvent extends EventBase {
  readonly type: 'notice-response';
  readonly noticeId: string;
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
