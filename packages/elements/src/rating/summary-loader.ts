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
  #mine: number | null | undefined;
  #isMineKnown = false;
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
    return this.#mine;
  }

  /** Device and server have both been asked: what {@link mine} says is the newest. */
  get isMineKnown(): boolean {
    return this.#isMineKnown;
  }

  /** Forgets everything, for example because another item is shown. */
  reset(): void {
    this.#request += 1;
    this.#state = 'idle';
    this.#summary = undefined;
    this.#pending = null;
    this.#mine = undefined;
    this.#isMineKnown = false;
    this.#onChange();
  }

  /**
   * Loads, and keeps showing the last answer meanwhile. What everybody's ratings come to is there as soon as the server has
   * answered; the caller's own waits for the device, which may keep a newer one and take seconds to say so.
   *
   * @returns whether this answer is the one wanted: false when another load or item came in between.
   */
  async load(client: Client, item: ItemReference): Promise<boolean> {
    const request = (this.#request += 1);
    const isWanted = (): boolean => request === this.#request;
    if (this.#state !== 'loaded') this.#state = 'loading';
    this.#onChange();
    const asking = client.ratings([item]).then(
      ([summary]) => isWanted() && this.#answered(summary),
      (error: unknown) => isWanted() && this.#answered(undefined, error),
    );
    // The device is asked as well as the server, so that an own rating shows when the server can't be reached.
    const pending = await client.pendingRating(item).catch(() => undefined);
    await asking;
    if (!isWanted()) return false;
    if (pending !== undefined) this.#pending = pending;
    this.#mine = this.#pending ? this.#pending.value : this.#summary?.mine?.value;
    this.#isMineKnown = true;
    this.#onChange();
    return true;
  }

  #answered(summary: RatingSummary | undefined, error?: unknown): void {
    this.#summary = summary ?? this.#summary;
    this.#state = summary ? 'loaded' : 'failed';
    this.#needsSignIn = isCollateralError(error) && error.code === 'not-signed-in';
    this.#onChange();
  }
}
