import type { Client } from '@collateral/sdk';
import type { TemplateResult } from 'lit';
import type { StartTimer } from './start-timer.js';
import type { SpokenStrings } from './strings-for.js';

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
  readonly tell: (event: Event) => boolean;
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
}
