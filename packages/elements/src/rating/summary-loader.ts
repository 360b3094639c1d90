import {
  isCollateralError,
  type Client,
  type ItemReference,
  type PendingRating,
  type RatingSummary,
} from '@collateral/sdk';

/** Asks a client what is known about one item, and keeps the answer. */
export class SummaryLoader {
  readonly #onChange: () => void;
  #request = 0;
  #state: 'idle' | 'loading' | 'loaded' | 'failed' = 'idle';
  #summary: RatingSummary | undefined;
  #pending: PendingRating | null = null;
  #needsSignIn = false;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get state(): 'idle' | 'loading' | 'loaded' | 'failed' {
    return this.#state;
  }

  /** Ratings of everybody, the caller's own among them. */
  get summary(): RatingSummary | undefined {
    return this.#summary;
  }

  /** The last load failed because nobody is signed in. */
  get needsSignIn(): boolean {
    return this.#needsSignIn;
  }

  /** What is still on this device: it is newer than the server's. */
  get pending(): PendingRating | null {
    return this.#pending;
  }

  /** The caller's rating: the one on this device (null: withdrawn), else the server's; undefined when there is none. */
  get mine(): number | null | undefined {
    return this.#pending ? this.#pending.value : this.#summary?.mine?.value;
  }

  /** Forgets everything, for example because another item is shown. */
  reset(): void {
    this.#request += 1;
    this.#state = 'idle';
    this.#summary = undefined;
    this.#pending = null;
    this.#onChange();
  }

  /**
   * Loads, and keeps showing the last answer meanwhile.
   *
   * @returns whether this answer is the one wanted: false when another load or item came in between.
   */
  async load(client: Client, item: ItemReference): Promise<boolean> {
    const request = (this.#request += 1);
    if (this.#state !== 'loaded') this.#state = 'loading';
    this.#onChange();
    // The device is asked as well as the server, so that an own rating shows when the server can't be reached.
    const [ratings, pending] = await Promise.allSettled([client.ratings([item]), client.pendingRating(item)]);
    if (request !== this.#request) return false;
    if (pending.status === 'fulfilled') this.#pending = pending.value;
    const summary = ratings.status === 'fulfilled' ? ratings.value[0] : undefined;
    this.#summary = summary ?? this.#summary;
    this.#state = summary ? 'loaded' : 'failed';
    this.#needsSignIn =
      ratings.status === 'rejected' && isCollateralError(ratings.reason) && ratings.reason.code === 'not-signed-in';
    this.#onChange();
    return true;
  }
}
