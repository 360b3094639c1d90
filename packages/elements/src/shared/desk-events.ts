import type { DeskEvents } from './desk.js';
import { CollateralStatusEvent } from './events.js';
import { CollateralSelectEvent } from './insights-events.js';
import {
  CollateralNoticeEvent,
  CollateralPlaceEvent,
  CollateralReplyEvent,
  CollateralSuggestEvent,
  CollateralTransitionEvent,
  CollateralVoteEvent,
} from './suggestion-events.js';

/** Makes the events a desk fires. */
export const deskEvents: { readonly [Name in keyof DeskEvents]: (detail: DeskEvents[Name]) => Event } = {
  notice: (detail) => new CollateralNoticeEvent(detail),
  place: (detail) => new CollateralPlaceEvent(detail),
  reply: (detail) => new CollateralReplyEvent(detail),
  select: (detail) => new CollateralSelectEvent(detail),
  status: (detail) => new CollateralStatusEvent({ ...detail, id: undefined }),
  suggest: (detail) => new CollateralSuggestEvent(detail),
  transition: (detail) => new CollateralTransitionEvent(detail),
  vote: (detail) => new CollateralVoteEvent(detail),
};
