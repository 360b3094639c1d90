import type { Place } from '@collateral/sdk/contract';

/** A person suggests something. Cancel it to keep it from being recorded; what they typed stays in the form. */
export class CollateralSuggestEvent extends Event {
  /** The item; empty for a request for content that does not exist. */
  readonly collateralId: string;
  /** What they wrote. */
  readonly body: string;
  /** Where in the item; undefined means all of it. */
  readonly place: Place | undefined;

  constructor(suggestion: { collateralId: string; body: string; place: Place | undefined }) {
    super('collateral-suggest', { bubbles: true, composed: true, cancelable: true });
    this.collateralId = suggestion.collateralId;
    this.body = suggestion.body;
    this.place = suggestion.place;
  }
}

/** A person supports a suggestion or takes that back. Cancel it to keep it from being recorded. */
export class CollateralVoteEvent extends Event {
  /** Which one. */
  readonly suggestionId: string;
  /** False takes the vote back. */
  readonly on: boolean;

  constructor(vote: { suggestionId: string; on: boolean }) {
    super('collateral-vote', { bubbles: true, composed: true, cancelable: true });
    this.suggestionId = vote.suggestionId;
    this.on = vote.on;
  }
}

/** A person answers below a suggestion. Cancel it to keep it from being recorded; what they typed stays in the form. */
export class CollateralReplyEvent extends Event {
  /** Below which one. */
  readonly suggestionId: string;
  /** What they wrote. */
  readonly body: string;

  constructor(reply: { suggestionId: string; body: string }) {
    super('collateral-reply', { bubbles: true, composed: true, cancelable: true });
    this.suggestionId = reply.suggestionId;
    this.body = reply.body;
  }
}

/** A person decides about a suggestion. Cancel it to keep it from being sent; what they typed stays in the form. */
export class CollateralTransitionEvent extends Event {
  /** Which one. */
  readonly suggestionId: string;
  /** The status it goes to; `hide` or `show` when it is taken out of sight or back. */
  readonly to: string;
  /** Why. */
  readonly reason: string;

  constructor(decision: { suggestionId: string; to: string; reason: string }) {
    super('collateral-transition', { bubbles: true, composed: true, cancelable: true });
    this.suggestionId = decision.suggestionId;
    this.to = decision.to;
    this.reason = decision.reason;
  }
}

/** A person wants to see the place a suggestion is about, for the page's own viewer. */
export class CollateralPlaceEvent extends Event {
  /** The item. */
  readonly collateralId: string;
  /** The version the suggestion is about; undefined when the item has none. */
  readonly version: string | undefined;
  /** Slide, page, second or the words meant. */
  readonly place: Place;

  constructor(where: { collateralId: string; version: string | undefined; place: Place }) {
    super('collateral-place', { bubbles: true, composed: true });
    this.collateralId = where.collateralId;
    this.version = where.version;
    this.place = where.place;
  }
}

/** A person answered a notice. Cancel it to keep it from being recorded. */
export class CollateralNoticeEvent extends Event {
  /** Which one. */
  readonly noticeId: string;
  /** The suggestion that was shipped. */
  readonly suggestionId: string;
  /** `dismissed` means closed without confirming. */
  readonly answer: 'confirmed' | 'dismissed';

  constructor(answered: { noticeId: string; suggestionId: string; answer: 'confirmed' | 'dismissed' }) {
    super('collateral-notice', { bubbles: true, composed: true, cancelable: true });
    this.noticeId = answered.noticeId;
    this.suggestionId = answered.suggestionId;
    this.answer = answered.answer;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'collateral-suggest': CollateralSuggestEvent;
    'collateral-vote': CollateralVoteEvent;
    'collateral-reply': CollateralReplyEvent;
    'collateral-transition': CollateralTransitionEvent;
    'collateral-place': CollateralPlaceEvent;
    'collateral-notice': CollateralNoticeEvent;
  }
}
