import type { Config } from './contract/config.js';
import type { RatingQueryItem, RatingSummary } from './contract/rating-summary.js';
import type { CompletionEvent, EventContext, ItemUsageEvent, SearchEvent } from './contract/usage-event.js';
import type { SignalListener, SignalName } from './signals.js';

/** Names an item and, if the page shows a certain one, its version. */
export interface ItemReference {
  readonly collateralId: string;
  /** Absent means the version published now. */
  readonly version?: string;
  readonly context?: EventContext;
}

/** What a person says about an item. */
export interface RatingInput extends ItemReference {
  /** A whole point of the scale, 1 to 5. */
  readonly value: number;
  readonly comment?: string;
  /** Ids of the scale's reasons. */
  readonly reasons?: readonly string[];
  /** The scale the page shows; anything but the one scale is refused. @defaultValue the one scale */
  readonly scaleId?: string;
}

/** How far a training module was finished. */
export interface CompletionInput extends ItemReference {
  /** 0 to 1. @defaultValue 1 */
  readonly progress?: number;
  readonly success?: boolean;
}

/** Something done with an item, or a search. */
export type UsageInput =
  | Omit<ItemUsageEvent, 'id' | 'occurredAt'>
  | Omit<SearchEvent, 'id' | 'occurredAt'>
  | Omit<CompletionEvent, 'id' | 'occurredAt'>;

/** Where an event is kept until the server has it: on disk, in this page's memory, or nowhere because there is no browser. */
export interface StoreReceipt {
  readonly id: string;
  readonly state: 'stored' | 'memory' | 'none';
}

/** An open view of an item. */
export interface View {
  /** Id of the view; all its checkpoints carry it. */
  readonly viewId: string;
  /** Tells how much has been seen, 0 to 1; the largest share counts. */
  progress(share: number): void;
  /** Ends the view. */
  end(): void;
}

/** A rating of this person that is still on this device. */
export interface PendingRating {
  readonly id: string;
  /** The value, or null when it is a withdrawal. */
  readonly value: number | null;
  readonly occurredAt: string;
}

/** What waits, where, and why. */
export interface ClientStatus {
  /** `none`: there is no browser here and nothing is recorded. */
  readonly tier: 'indexed-db' | 'memory' | 'none';
  /** Events not yet answered for by the server. */
  readonly pending: number;
  /** When the oldest of them happened. */
  readonly oldestPendingAt: string | null;
  /** Events of other people or earlier pages that must wait for their owner. */
  readonly parked: number;
  readonly delivered: number;
  readonly rejected: number;
  readonly dropped: Readonly<Record<string, number>>;
  readonly lastError: { readonly code: string; readonly message: string; readonly at: string } | null;
  readonly nextAttemptAt: string | null;
}

/**
 * Records what people do with collateral, keeps it on the device until the server has it, and reads ratings back.
 *
 * Signals (`addEventListener`): `delivered`, `rejected`, `dropped`, `stalled`, `drained`.
 */
export interface Client {
  /**
   * Rates an item. Resolves when the rating is on disk (`stored`) or, without IndexedDB, in memory (`memory`).
   *
   * @throws CollateralError `invalid-value`, `invalid-collateral-id`, `unknown-scale`, `invalid-event`, `client-closed`.
   */
  rate(input: RatingInput): Promise<StoreReceipt>;
  /** Takes the caller's rating of an item back. */
  withdrawRating(item: ItemReference): Promise<StoreReceipt>;
  /** Starts a view. Call `end()` when the person leaves the item. */
  view(item: ItemReference): View;
  /** Records something done with an item, or a search. */
  track(event: UsageInput): Promise<StoreReceipt>;
  /** Records that a training module was finished. */
  complete(input: CompletionInput): Promise<StoreReceipt>;
  /**
   * Asks for the ratings of items, answers in the order given. All calls of one task become one request.
   *
   * @throws CollateralError `network-failed`, `not-signed-in`, `unexpected-reply`, `server-failed`.
   */
  ratings(items: readonly (string | RatingQueryItem)[]): Promise<readonly RatingSummary[]>;
  /** Returns the newest rating or withdrawal of an item that is still on this device, if there is one. */
  pendingRating(item: ItemReference): Promise<PendingRating | null>;
  /** Returns what the server wants pages to know; asked once and kept. */
  config(): Promise<Config>;
  /** Sends what waits, now. Resolves when everything was answered or the try failed. */
  flush(): Promise<void>;
  status(): ClientStatus;
  /** Stops timers and listeners. What waits stays on disk for the next page. */
  close(): Promise<void>;
  addEventListener<Name extends SignalName>(name: Name, listener: SignalListener<Name>, options?: AddEventListenerOptions): void;
  removeEventListener<Name extends SignalName>(name: Name, listener: SignalListener<Name>): void;
}
