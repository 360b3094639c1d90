import type { Client, ItemReference } from '@collateral/sdk';
import { keyOf } from './asked-item.js';
import type { Remark } from './remark.js';
import { obstacleOf, type SaveProgress } from './save-progress.js';

/** What a person decided about an item; null takes the rating back. */
export interface Choice {
  readonly item: ItemReference;
  readonly value: number | null;
  /** What they wrote about it. */
  readonly remark?: Remark;
}

/** A choice the client has not taken yet. */
interface Kept {
  readonly choice: Choice;
  isUnderWay: boolean;
}

/**
 * Hands a person's choices to the client and follows the last one about the item shown until the server has it.
 *
 * The rules:
 * - only the newest choice is followed; what becomes of older ones no longer concerns the person;
 * - an outcome may be signalled before the receipt is here, so outcomes are kept while one is on its way;
 * - a choice that could not be handed over is kept, also when another item is shown, and goes out as soon as it can.
 */
export class RatingSaver {
  readonly #onProgress: (progress: SaveProgress) => void;
  readonly #kept = new Map<string, Kept>();
  #progress: SaveProgress = { state: 'idle' };
  #client: Client | undefined;
  #shown = '';
  #value: number | null = null;
  #turn = 1;
  #early = new Map<string, SaveProgress>();
  #stall: string | undefined;
  #signals = new AbortController();

  constructor(onProgress: (progress: SaveProgress) => void) {
    this.#onProgress = onProgress;
  }

  get progress(): SaveProgress {
    return this.#progress;
  }

  /** The last choice about the item shown is not handed over yet, or could not be. */
  get keepsChoice(): boolean {
    return this.#kept.has(this.#shown);
  }

  /** The value of the choice being followed. */
  get value(): number | null {
    return this.#value;
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

  /** Turns to another item. A choice about it that was kept from an earlier time is taken up again. */
  useItem(item: ItemReference | undefined): void {
    this.#turn += 1;
    this.#shown = keyOf(item);
    const kept = this.#kept.get(this.#shown);
    this.#value = kept?.choice.value ?? null;
    this.#progress = kept ? { state: 'failed', reason: 'not-stored', code: 'unknown' } : { state: 'idle' };
  }

  /** Forgets every choice that was not handed over. */
  forget(): void {
    this.#kept.clear();
  }

  /** Follows a choice made earlier that is still on this device. */
  follow(id: string, value: number | null): void {
    this.#value = value;
    this.#advance({ state: 'stored', id, isDurable: true, waits: undefined });
  }

  /** The server is known to have this choice, from another source than a signal. */
  confirm(id: string): void {
    this.#settle({ state: 'delivered', id });
  }

  /** Tries every choice again that could not be handed over. */
  retry(): void {
    for (const { choice, isUnderWay } of [...this.#kept.values()]) if (!isUnderWay) void this.save(choice);
  }

  /** Hands a choice to the client. Never rejects: what went wrong is in the progress. */
  async save(choice: Choice): Promise<void> {
    const client = this.#client;
    const key = keyOf(choice.item);
    const turn = key === this.#shown ? (this.#turn += 1) : 0;
    const kept: Kept = { choice, isUnderWay: client !== undefined };
    this.#kept.set(key, kept);
    if (turn) this.#begin(choice.value, client !== undefined);
    if (!client) return;
    try {
      const { item, value, remark } = choice;
      const receipt = await (value === null ? client.withdrawRating(item) : client.rate({ ...item, value, ...remark }));
      if (receipt.state === 'none') throw new Error('There is no browser storage here.');
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
      if (turn !== this.#turn) return;
      const { id } = receipt;
      this.#advance({ state: 'stored', id, isDurable: receipt.state === 'stored', waits: obstacleOf(this.#stall) });
      const outcome = this.#early.get(id);
      if (outcome) this.#advance(outcome);
    } catch (error) {
      kept.isUnderWay = false;
      if (turn === this.#turn) this.#advance({ state: 'failed', reason: 'not-stored', code: codeOf(error) });
    }
  }

  #begin(value: number | null, hasClient: boolean): void {
    this.#value = value;
    this.#stall = undefined;
    this.#early.clear();
    this.#advance(hasClient ? { state: 'saving' } : { state: 'failed', reason: 'no-client', code: 'no-client' });
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
    client.addEventListener('stalled', ({ detail: { code } }) => this.#onStalled(code), { signal });
  }

  #onStalled(code: string): void {
    this.#stall = code;
    const [progress, waits] = [this.#progress, obstacleOf(code)];
    if (progress.state === 'stored' && progress.waits !== waits) this.#advance({ ...progress, waits });
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
