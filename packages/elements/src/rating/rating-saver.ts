import type { Client, ItemReference } from '@collateral/sdk';
import type { SaveProgress } from './save-progress.js';

/** What a person decided about an item; null takes the rating back. */
export interface Choice {
  readonly item: ItemReference;
  readonly value: number | null;
}

/**
 * Hands a person's choices to the client and follows the last one until the server has it.
 *
 * The rules:
 * - only the newest choice is followed; what becomes of older ones no longer concerns the person;
 * - an outcome may be signalled before the receipt is here, so outcomes are kept while one is on its way;
 * - a choice that could not be handed over is kept and goes out as soon as there is a client.
 */
export class RatingSaver {
  readonly #onProgress: (progress: SaveProgress) => void;
  #progress: SaveProgress = { state: 'idle' };
  #client: Client | undefined;
  #unsaved: Choice | undefined;
  #value: number | null = null;
  #turn = 0;
  #early = new Map<string, SaveProgress>();
  #signals = new AbortController();

  constructor(onProgress: (progress: SaveProgress) => void) {
    this.#onProgress = onProgress;
  }

  get progress(): SaveProgress {
    return this.#progress;
  }

  /** The last choice is not handed over yet, or could not be. */
  get keepsChoice(): boolean {
    return this.#unsaved !== undefined;
  }

  /** Changes the client; undefined lets go of it. */
  useClient(client: Client | undefined): void {
    this.#signals.abort();
    this.#client = client;
    if (!client) return;
    this.#signals = new AbortController();
    this.#listen(client, this.#signals.signal);
    this.retry();
  }

  /** Forgets what it follows; nothing that was handed over is lost. */
  reset(): void {
    this.#turn += 1;
    this.#unsaved = undefined;
    this.#progress = { state: 'idle' };
  }

  /** The value of the choice being followed. */
  get value(): number | null {
    return this.#value;
  }

  /** Follows a choice made earlier that is still on this device. */
  follow(id: string, value: number | null): void {
    this.#value = value;
    this.#advance({ state: 'stored', id, isDurable: true, waitsForSignIn: false });
  }

  /** The server is known to have this choice, from another source than a signal. */
  confirm(id: string): void {
    this.#settle({ state: 'delivered', id });
  }

  /** Tries a choice again that could not be handed over. */
  retry(): void {
    if (this.#unsaved && this.#progress.state === 'failed') void this.save(this.#unsaved);
  }

  /** Hands a choice to the client. Never rejects: what went wrong is in the progress. */
  async save(choice: Choice): Promise<void> {
    const turn = (this.#turn += 1);
    const client = this.#client;
    this.#unsaved = choice;
    this.#value = choice.value;
    if (!client) {
      this.#advance({ state: 'failed', reason: 'no-client', code: 'no-client' });
      return;
    }
    this.#early.clear();
    this.#advance({ state: 'saving' });
    try {
      const { item, value } = choice;
      const receipt = await (value === null ? client.withdrawRating(item) : client.rate({ ...item, value }));
      if (turn !== this.#turn) return;
      if (receipt.state === 'none') throw new Error('There is no browser storage here.');
      this.#unsaved = undefined;
      const { id } = receipt;
      this.#advance({ state: 'stored', id, isDurable: receipt.state === 'stored', waitsForSignIn: false });
      const outcome = this.#early.get(id);
      if (outcome) this.#advance(outcome);
    } catch (error) {
      if (turn === this.#turn) this.#advance({ state: 'failed', reason: 'not-stored', code: codeOf(error) });
    }
  }

  #listen(client: Client, signal: AbortSignal): void {
    client.addEventListener(
      'delivered',
      ({ detail }) => detail.ids.forEach((id) => this.#settle({ state: 'delivered', id })),
      { signal },
    );
    client.addEventListener(
      'rejected',
      ({ detail: { id, code } }) => this.#settle({ state: 'failed', reason: 'refused', id, code }),
      { signal },
    );
    client.addEventListener(
      'dropped',
      ({ detail: { ids, reason } }) =>
        ids.forEach((id) => this.#settle({ state: 'failed', reason: 'dropped', id, code: reason })),
      { signal },
    );
    client.addEventListener(
      'stalled',
      ({ detail: { code } }) => {
        const progress = this.#progress;
        if (progress.state === 'stored' && code === 'not-signed-in')
          this.#advance({ ...progress, waitsForSignIn: true });
      },
      { signal },
    );
  }

  #settle(outcome: SaveProgress & { readonly id?: string }): void {
    const progress = this.#progress;
    if (progress.state === 'saving' && outcome.id) this.#early.set(outcome.id, outcome);
    if (progress.state === 'stored' && progress.id === outcome.id) this.#advance(outcome);
  }

  #advance(progress: SaveProgress): void {
    this.#progress = progress;
    this.#onProgress(progress);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
