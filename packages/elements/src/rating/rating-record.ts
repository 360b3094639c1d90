import type { Client, ItemReference } from '@collateral/sdk';
import type { Remark } from './remark.js';
import { RatingSaver } from './rating-saver.js';
import type { SaveProgress } from './save-progress.js';
import { SummaryLoader } from './summary-loader.js';

/** Who shows the record. */
export interface RecordListener {
  /** Something that is shown has changed. */
  readonly onChange: () => void;
  /** Saving came a step further. */
  readonly onProgress: (progress: SaveProgress) => void;
  /** The person's rating turned out to be this: null when withdrawn, undefined when there is none; or somebody else is here now. */
  readonly onMine: (value: number | null | undefined, isSomebodyElse?: boolean) => void;
}

/**
 * One person's rating of one item as the client knows it: loads it, saves what they choose, and goes back to the last
 * good one when the server refuses.
 */
export class RatingRecord {
  readonly loader: SummaryLoader;
  readonly saver: RatingSaver;
  readonly #listener: RecordListener;
  #client: Client | undefined;
  #last: Client | undefined;
  #item: ItemReference | undefined;
  #settled: number | null | undefined;
  #withdrawn: number | null = null;
  #person = 0;
  #choices = 0;
  #loadedFor: unknown;
  #signals = new AbortController();

  constructor(listener: RecordListener) {
    this.#listener = listener;
    this.loader = new SummaryLoader(listener.onChange);
    this.saver = new RatingSaver((progress) => this.#onProgress(progress));
  }

  get client(): Client | undefined {
    return this.#client;
  }

  /** Tries again what failed; undefined when nothing did or nothing can be done about it here. */
  get retry(): (() => void) | undefined {
    if (!this.#client) return undefined;
    if (this.saver.progress.state === 'failed' && this.saver.keepsChoice) return () => this.saver.retry();
    return this.loader.state === 'failed' ? () => void this.load() : undefined;
  }

  /** What was just taken back. */
  get withdrawn(): number | null {
    return this.#withdrawn;
  }

  /** Another number for each person who is here. */
  get person(): number {
    return this.#person;
  }

  /** Changes the client; undefined lets go of it. The same one again stands for somebody else. */
  useClient(client: Client | undefined): void {
    if (client && client === this.#client) this.#forgetPerson();
    this.#client = client;
    this.#loadedFor = undefined;
    if (client && this.#last && client !== this.#last) this.#forget();
    this.#last = client ?? this.#last;
    this.saver.useClient(client);
    this.#signals.abort();
    this.#signals = new AbortController();
    client?.addEventListener('delivered', ({ detail }) => this.#onDelivered(detail.collateralIds), this.#signals);
    this.#listener.onChange();
  }

  /** The item shown; undefined is none. */
  get item(): ItemReference | undefined {
    return this.#item;
  }

  /** Changes the item; undefined is none. What was chosen for another one is not lost. */
  useItem(item: ItemReference | undefined): void {
    this.#item = item;
    this.saver.useItem(item);
    this.loader.reset();
    this.#settled = undefined;
    this.#loadedFor = undefined;
  }

  /** Loads if client or item are new. */
  loadIfNew(): void {
    if (this.#loadedFor === this.#item) return;
    this.#loadedFor = this.#item;
    void this.load();
  }

  /** Loads what is known, and shows it unless the person chose something meanwhile. */
  async load(): Promise<void> {
    const [client, item, choices] = [this.#client, this.#item, this.#choices];
    if (!client || !item || !(await this.loader.load(client, item))) return;
    const { state, pending, mine, summary } = this.loader;
    if (choices !== this.#choices || this.saver.keepsChoice || (state !== 'loaded' && !pending)) return;
    const { progress, value } = this.saver;
    // A server that answers from a copy may not know yet what it has just taken.
    const isBehind = progress.state === 'delivered' && summary?.mine?.id !== progress.id;
    this.#settled = isBehind ? value : mine;
    this.#listener.onMine(this.#settled);
    if (pending && progress.state === 'idle') this.saver.follow(pending.id, pending.value);
    // Another tab may have sent it: then no signal reaches this one.
    if (summary?.mine?.id !== undefined) this.saver.confirm(summary.mine.id);
  }

  /** Saves a choice and what was written about it; null withdraws. */
  save(value: number | null, previousValue: number | null, remark?: Remark): void {
    const item = this.#item;
    if (!item) return;
    const { state } = this.saver.progress;
    // In a row of quick choices only the one before the first is known to be good.
    if (state === 'idle' || state === 'delivered') this.#settled = previousValue;
    this.#choices += 1;
    this.#withdrawn = value === null ? previousValue : null;
    void this.saver.save({ item, value, ...(remark && { remark }) });
  }

  /** Forgets what the person who was here chose, also what could not be handed over. */
  #forgetPerson(): void {
    this.#person += 1;
    this.#choices += 1;
    this.#withdrawn = null;
    this.saver.forget();
    this.useItem(this.#item);
    this.#listener.onMine(undefined, true);
  }

  // Another client may be another person's, and what waits on the device is told by the device.
  #forget(): void {
    this.loader.reset();
    this.saver.forget();
    this.saver.useItem(this.#item);
    this.#settled = undefined;
    this.#listener.onMine(undefined);
  }

  // A rating of an earlier page may be sent between the questions to device and server; then neither knew it.
  #onDelivered(collateralIds: readonly string[]): void {
    const isOurs = this.#item !== undefined && collateralIds.includes(this.#item.collateralId);
    if (isOurs && this.saver.progress.state === 'idle') void this.load();
  }

  #onProgress(progress: SaveProgress): void {
    this.#listener.onProgress(progress);
    const isRefused = progress.state === 'failed' && !this.saver.keepsChoice;
    if (isRefused) this.#listener.onMine(this.#settled);
    if (isRefused || progress.state === 'delivered') void this.load();
  }
}
