import type { Client, PendingWriting, StoreReceipt } from '@collateral/sdk';
import { codeOf } from './code-of.js';

/** How far one writing has come. */
type WritingState = 'saving' | 'stored' | 'memory' | 'delivered';

/** Something this person wrote that the lists of the server may not show yet. */
export interface Writing {
  /** Id of its event; a name of this page until it has one. */
  id: string;
  /** What was written. */
  readonly fields: WritingFields;
  state: WritingState;
  /** Of a delivered one: reads begun later know it. */
  deliveredAt: number;
}

/** What of an event is shown before the server shows it. */
export interface WritingFields {
  readonly type: PendingWriting['type'];
  readonly collateralId?: string;
  readonly suggestionId?: string;
  readonly noticeId?: string;
  readonly body?: string;
  readonly on?: boolean;
  readonly occurredAt?: string;
}

/** Who shows the writings. */
export interface WritingsListener {
  readonly onChange: () => void;
  /** One was refused or given up; it is no longer among the writings. */
  readonly onLost: (fields: WritingFields, code: string) => void;
}

/**
 * What one person wrote and did, from the click until the server's lists show it: taken for done at once, and taken back when it
 * is refused.
 *
 * Must:
 * 1. show what an earlier page left on this device;
 * 2. know an outcome that is signalled before the receipt is here;
 * 3. let the server's answer win only if it was asked after it had the writing.
 */
export class Writings {
  readonly #listener: WritingsListener;
  #client: Client | undefined;
  #all: Writing[] = [];
  #clock = 0;
  #lastName = 0;
  readonly #early = new Map<string, () => void>();
  #signals = new AbortController();

  constructor(listener: WritingsListener) {
    this.#listener = listener;
  }

  /** Changes the client; undefined lets go of it. */
  follow(client: Client | undefined): void {
    if (client === this.#client) return;
    this.#signals.abort();
    this.#client = client;
    this.#all = [];
    if (!client) return;
    const { signal } = (this.#signals = new AbortController());
    client.addEventListener('delivered', ({ detail }) => this.#settle(detail.ids, undefined), { signal });
    client.addEventListener('rejected', ({ detail }) => this.#settle([detail.id], detail.code), { signal });
    client.addEventListener('dropped', ({ detail }) => this.#settle(detail.ids, detail.reason), { signal });
    // What an earlier page left. Without an answer there is only what this page does.
    client.pendingWritings().then(
      (pending) => client === this.#client && this.#recall(pending),
      () => undefined,
    );
  }

  /** What is on its way of one kind, oldest first. */
  of(type: WritingFields['type'], suggestionId?: string): readonly Writing[] {
    return this.#all.filter(
      ({ fields }) => fields.type === type && (suggestionId === undefined || fields.suggestionId === suggestionId),
    );
  }

  /** Whether one of a kind is being handed to the device. */
  isSaving(type: WritingFields['type'], suggestionId?: string): boolean {
    return this.of(type, suggestionId).some(({ state }) => state === 'saving');
  }

  /** Hands something to the client. Returns the id of its event, or undefined when the device could not keep it. */
  async write(fields: WritingFields, hand: (client: Client) => Promise<StoreReceipt>): Promise<string | undefined> {
    const client = this.#client;
    if (!client) return undefined;
    const writing: Writing = { id: `new-${(this.#lastName += 1)}`, fields, state: 'saving', deliveredAt: 0 };
    this.#all = [...this.#all, writing];
    this.#listener.onChange();
    try {
      const { id, state } = await hand(client);
      if (state === 'none') throw new Error('There is no browser storage here.');
      writing.id = id;
      writing.state = state;
      this.#early.get(id)?.();
      this.#listener.onChange();
      return id;
    } catch (error) {
      // It is not for whoever is here now to hear that, and what was written is not theirs.
      if (client !== this.#client) return undefined;
      this.#lose(writing, codeOf(error) === 'server-failed' ? 'not-stored' : codeOf(error));
      return undefined;
    }
  }

  /** The moment a read begins; hand it to {@link Writings.confirm} with the answer. */
  get clock(): number {
    return this.#clock;
  }

  /** A server's answer asked at a moment is here: what it had by then is no longer ours to show. Suggestions stay until a list has them. */
  confirm(askedAt: number, listed: readonly { readonly suggestionId: string }[]): void {
    const ids = new Set(listed.map(({ suggestionId }) => suggestionId));
    this.#all = this.#all.filter(({ id, state, fields, deliveredAt }) => {
      if (fields.type === 'suggestion') return !ids.has(id);
      return state !== 'delivered' || deliveredAt > askedAt;
    });
  }

  #recall(pending: readonly PendingWriting[]): void {
    const known = new Set(this.#all.map(({ id }) => id));
    const recalled = pending
      .filter(({ id }) => !known.has(id))
      .map((event): Writing => ({ id: event.id, fields: event, state: 'stored', deliveredAt: 0 }));
    if (recalled.length === 0) return;
    this.#all = [...recalled, ...this.#all];
    this.#listener.onChange();
  }

  #settle(ids: readonly string[], code: string | undefined): void {
    for (const id of ids) {
      const finish = (): void => {
        this.#early.delete(id);
        const writing = this.#all.find((each) => each.id === id);
        if (!writing) return;
        if (code !== undefined) this.#lose(writing, code);
        else {
          writing.state = 'delivered';
          writing.deliveredAt = this.#clock += 1;
          this.#listener.onChange();
        }
      };
      finish();
      if (this.#all.some(({ state }) => state === 'saving')) this.#early.set(id, finish);
      else this.#early.clear();
    }
  }

  #lose(writing: Writing, code: string): void {
    this.#all = this.#all.filter((each) => each !== writing);
    this.#listener.onLost(writing.fields, code);
    this.#listener.onChange();
  }
}
