import type {
  CompletionEvent,
  EventContext,
  ItemUsageEvent,
  NoticeResponseEvent,
  ReplyEvent,
  SearchEvent,
  SuggestionEvent,
} from '../contract/usage-event.js';

/** Names an item and, if the page shows a certain one, its version. */
export interface ItemReference {
  /** Id of the item in the host's catalogue, 1 to 200 characters. */
  readonly collateralId: string;
  /** Absent means the version published now. */
  readonly version?: string;
  /** Its fields win over what the page says of itself; absent means the page alone speaks. */
  readonly context?: EventContext;
}

/** What a person says about an item. */
export interface RatingInput extends ItemReference {
  /** A whole point of the scale, 1 to 5. */
  readonly value: number;
  /** 1 to 4000 characters; absent means none. */
  readonly comment?: string;
  /** Ids of the scale's reasons. */
  readonly reasons?: readonly string[];
  /**
   * True when the person wants the item's owner to read the reasons and the comment at once; else they wait until enough people
   * said the same. @defaultValue false
   */
  readonly tellOwner?: boolean;
  /** The scale the page shows; anything but the one scale is refused. @defaultValue the one scale */
  readonly scaleId?: string;
}

/** How far a training module was finished. */
export interface CompletionInput extends ItemReference {
  /** 0 to 1. @defaultValue 1 */
  readonly progress?: number;
  /** Whether it was passed; leave it out for modules without a test. */
  readonly success?: boolean;
}

/** Something done with an item, or a search. */
export type UsageInput =
  | Omit<ItemUsageEvent, 'id' | 'occurredAt'>
  | Omit<SearchEvent, 'id' | 'occurredAt'>
  | Omit<CompletionEvent, 'id' | 'occurredAt'>;

/** An idea to improve an item, or without `collateralId` a request for content that does not exist. */
export type SuggestionInput = Omit<SuggestionEvent, 'id' | 'occurredAt' | 'type'>;

/** An answer below a suggestion. */
export type ReplyInput = Pick<ReplyEvent, 'body' | 'context'>;

/** What a person did with a notice. */
export type NoticeAnswer = Omit<NoticeResponseEvent, 'id' | 'occurredAt' | 'type'>;
