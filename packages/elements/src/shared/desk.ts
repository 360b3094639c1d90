import type { Client } from '@collateral/sdk';
import type { TemplateResult } from 'lit';
import type { CollateralStatusEvent } from './events.js';
import type { CollateralFilterEvent, CollateralSelectEvent } from './insights-events.js';
import type { CollateralDisputeEvent, CollateralTargetEvent } from './scorecard-events.js';
import type { StartTimer } from './start-timer.js';
import type { SpokenStrings } from './strings-for.js';
import type {
  CollateralNoticeEvent,
  CollateralPlaceEvent,
  CollateralReplyEvent,
  CollateralSuggestEvent,
  CollateralTransitionEvent,
  CollateralVoteEvent,
} from './suggestion-events.js';

/** What an element hands to the desk behind it. */
export interface DeskHost {
  readonly root: HTMLElement | DocumentFragment;
  /** The language around the element. */
  readonly language: string;
  /** The sentences of that language; those of conversations may be missing. */
  readonly strings: SpokenStrings;
  /** No provider came in time, and the page gave no data. */
  readonly isUnconnected: boolean;
  readonly startTimer: StartTimer;
  /** What a reason of the scale is called. */
  readonly reasonLabel: (id: string) => string;
  readonly redraw: () => void;
  /** Fires an event at the page; false when the page cancelled it. */
  readonly tell: <Name extends keyof DeskEvents>(name: Name, detail: DeskEvents[Name]) => boolean;
}

/** The events a desk fires, and what each is made of. The element makes them, so that they are of the classes a page knows. */
export interface DeskEvents {
  readonly filter: ConstructorParameters<typeof CollateralFilterEvent>[0];
  readonly dispute: ConstructorParameters<typeof CollateralDisputeEvent>[0];
  readonly notice: ConstructorParameters<typeof CollateralNoticeEvent>[0];
  readonly place: ConstructorParameters<typeof CollateralPlaceEvent>[0];
  readonly reply: ConstructorParameters<typeof CollateralReplyEvent>[0];
  readonly select: ConstructorParameters<typeof CollateralSelectEvent>[0];
  readonly status: Pick<
    ConstructorParameters<typeof CollateralStatusEvent>[0],
    'collateralId' | 'state' | 'code' | 'message'
  >;
  readonly suggest: ConstructorParameters<typeof CollateralSuggestEvent>[0];
  readonly target: ConstructorParameters<typeof CollateralTargetEvent>[0];
  readonly transition: ConstructorParameters<typeof CollateralTransitionEvent>[0];
  readonly vote: ConstructorParameters<typeof CollateralVoteEvent>[0];
}

/** The part of an element that is loaded when it is first shown: it asks, remembers and draws. */
export interface Desk<Place> {
  /** Is told before each drawing where the element is and whom it asks; without a client nothing is asked. */
  follow(client: Client | undefined, place: Place): void;
  render(): TemplateResult;
  /** After each drawing. */
  drawn(): void;
  /** Asks again. */
  refresh(): void;
  /** What is shown as CSV; empty while there is nothing. Absent where there is no such thing. */
  toCsv?(): string;
}

/** Makes the events of one desk. */
export type EventMakers = { readonly [Name in keyof DeskEvents]?: (detail: DeskEvents[Name]) => Event };
