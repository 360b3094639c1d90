import type { ItemReference } from '../record/record-input.js';

/** A request to rate that may be made now. */
export interface Prompt {
  /** UUIDv7; what became of it is recorded under it. */
  readonly promptId: string;
  /** Id of the item. */
  readonly collateralId: string;
  /** The person doesn't want to be asked. Rating the item is noticed without a call. */
  dismiss(): void;
}

/** Asks for ratings at the right moment, and rarely. */
export interface Prompts {
  /**
   * Calls back when the person should be asked to rate an item: they have really used it on this page (a view of 10 active
   * seconds or half of it that has ended, a download, a completion), have not rated it, are neither typing nor in full
   * screen, and were not asked too often, here or on another device. At most once for each call.
   *
   * @returns stops watching.
   * @throws CollateralError `invalid-collateral-id`, `invalid-event`.
   */
  watch(item: ItemReference, ask: (prompt: Prompt) => void): () => void;
}
