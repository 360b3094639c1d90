import { isCollateralError, type Client } from '@collateral/sdk';
import { auditTypes, type AuditEntry, type AuditType } from '@collateral/sdk/contract';

/** What is told while the trail is read. */
export interface AuditListener {
  readonly redraw: () => void;
  readonly onState: (state: 'loading' | 'loaded' | 'failed', code?: string) => void;
}

/** As many are shown at once. */
const pageLength = 50;

/**
 * The audit trail, read a page at a time.
 *
 * Must:
 * 1. show nothing of one kind below the name of another: a newer question ends the older one;
 * 2. keep what was read when the next page can't be had.
 */
export class AuditList {
  readonly #listener: AuditListener;
  #client: Client | undefined;
  #type: AuditType | undefined;
  #entries: readonly AuditEntry[] | undefined;
  #cursor: string | undefined;
  #code: string | undefined;
  #isLoading = false;
  #control: AbortController | undefined;

  constructor(listener: AuditListener) {
    this.#listener = listener;
  }

  /** What was read; undefined before the first answer. */
  get entries(): readonly AuditEntry[] | undefined {
    return this.#entries;
  }

  /** What is shown of; undefined means everything. */
  get type(): AuditType | undefined {
    return this.#type;
  }

  get hasMore(): boolean {
    return this.#cursor !== undefined;
  }

  get isLoading(): boolean {
    return this.#isLoading;
  }

  /** Why there is none, or no more. */
  get code(): string | undefined {
    return this.#code;
  }

  /** Asks if somebody else is asked now. */
  follow(client: Client | undefined): void {
    if (client === this.#client) return;
    this.#client = client;
    this.#forget();
    if (client) void this.#read();
  }

  /** Shows one kind of change, or all. */
  show(type: string): void {
    this.#type = auditTypes.find((each) => each === type);
    this.#forget();
    void this.#read();
  }

  /** Asks for the newest again; what is shown stays until the answer. */
  refresh(): void {
    this.#cursor = undefined;
    void this.#read(true);
  }

  /** Reads the next page, or tries again. */
  more(): void {
    if (!this.#isLoading) void this.#read();
  }

  #forget(): void {
    this.#control?.abort();
    this.#entries = this.#cursor = this.#code = undefined;
    this.#isLoading = false;
  }

  async #read(isAnew = false): Promise<void> {
    const client = this.#client;
    if (!client) return;
    this.#control?.abort();
    const { signal } = (this.#control = new AbortController());
    const [type, before] = [this.#type, isAnew ? [] : (this.#entries ?? [])];
    let cursor = this.#cursor;
    this.#isLoading = true;
    this.#code = undefined;
    this.#listener.onState('loading');
    this.#listener.redraw();
    try {
      const found: AuditEntry[] = [];
      // Of a rare kind a page may have few, or none: whoever asks for more gets more.
      do {
        const limit = pageLength - found.length;
        const query = { ...(type && { type }), limit, ...(cursor !== undefined && { cursor }) };
        const reply = await client.audit(query, { signal });
        if (signal.aborted) return;
        found.push(...reply.entries);
        cursor = reply.nextCursor;
      } while (cursor !== undefined && found.length < pageLength);
      this.#entries = [...before, ...found];
      this.#cursor = cursor;
      this.#isLoading = false;
      this.#listener.onState('loaded');
    } catch (error) {
      if (signal.aborted) return;
      this.#code = isCollateralError(error) ? error.code : 'server-failed';
      this.#isLoading = false;
      this.#listener.onState('failed', this.#code);
    }
    this.#listener.redraw();
  }
}
