import type { Client } from '@collateral/sdk';

/** A person rated an item or took the rating back. Cancel it to keep it from being recorded. */
export class CollateralRateEvent extends Event {
  /** The item; empty when the element names none. */
  readonly collateralId: string;
  /** The version shown, if the page says so. */
  readonly version: string | undefined;
  /** The new value, or null when the rating is withdrawn. */
  readonly value: number | null;
  /** What it was before. */
  readonly previousValue: number | null;
  /** What the person wrote, when the comment form is saved; then `value` is the same as before. */
  readonly comment: string | undefined;
  /** Ids of the reasons they chose. */
  readonly reasons: readonly string[] | undefined;
  /** They want the item's owner to know at once. */
  readonly tellOwner: boolean;

  constructor(rating: {
    collateralId: string;
    version: string | undefined;
    value: number | null;
    previousValue: number | null;
    comment?: string;
    reasons?: readonly string[];
    tellOwner?: boolean;
  }) {
    super('collateral-rate', { bubbles: true, composed: true, cancelable: true });
    this.collateralId = rating.collateralId;
    this.version = rating.version;
    this.value = rating.value;
    this.previousValue = rating.previousValue;
    this.comment = rating.comment;
    this.reasons = rating.reasons;
    this.tellOwner = rating.tellOwner ?? false;
  }
}

/** How far saving has come. */
export type SaveState = 'saving' | 'stored' | 'delivered' | 'failed';

/** How far loading figures has come. */
export type LoadState = 'loading' | 'loaded' | 'failed';

/** Saving what a person did, or loading figures, has come one step further. */
export class CollateralStatusEvent extends Event {
  /** The item the rating or the figures are about; empty when they are about many. */
  readonly collateralId: string;
  /** Of a rating: `delivered` and `failed` are the last. Of figures: `loaded` and `failed`. */
  readonly state: SaveState | LoadState;
  /** Id of the event that is being saved, once it has one. */
  readonly id: string | undefined;
  /** Why it failed, for the page's own log. */
  readonly code: string | undefined;
  /** What the element tells the person, in their language. */
  readonly message: string;

  constructor(status: {
    collateralId: string;
    state: SaveState | LoadState;
    id: string | undefined;
    code: string | undefined;
    message: string;
  }) {
    super('collateral-status', { bubbles: true, composed: true });
    this.collateralId = status.collateralId;
    this.state = status.state;
    this.id = status.id;
    this.code = status.code;
    this.message = status.message;
  }
}

/** A provider has a client for the elements inside it. */
export class CollateralReadyEvent extends Event {
  /** The one set on the provider, else the one it made. */
  readonly client: Client;

  constructor(client: Client) {
    super('collateral-ready', { bubbles: true, composed: true });
    this.client = client;
  }
}

/** A provider could not make a client. */
export class CollateralErrorEvent extends Event {
  /** What `createClient` threw. */
  readonly error: unknown;

  constructor(error: unknown) {
    super('collateral-error', { bubbles: true, composed: true });
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'collateral-rate': CollateralRateEvent;
    'collateral-status': CollateralStatusEvent;
    'collateral-ready': CollateralReadyEvent;
    'collateral-error': CollateralErrorEvent;
  }
}
