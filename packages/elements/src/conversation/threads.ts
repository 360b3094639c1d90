import type { Client } from '@collateral/sdk';
import type { Suggestion, SuggestionDetail } from '@collateral/sdk/contract';
import { codeOf } from './code-of.js';

/** An opened suggestion. */
export interface Thread {
  /** Undefined until it is loaded. */
  readonly detail?: SuggestionDetail;
  /** Why it could not be loaded, or not again. */
  readonly code?: string;
  /** Which question about threads it answers: an older answer that comes later is none. */
  readonly read?: number;
}

/** The suggestions a person has opened, with what belongs to each. */
export class Threads {
  readonly #onChange: () => void;
  readonly #open = new Map<string, Thread>();
  #client: Client | undefined;
  #reads = 0;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Changes the client. */
  follow(client: Client | undefined): void {
    if (client === this.#client) return;
    this.#client = client;
    this.#open.clear();
  }

  get(suggestionId: string): Thread | undefined {
    return this.#open.get(suggestionId);
  }

  /** Opens or closes one. What the page gave with everything that belongs to it needs nobody to ask. */
  toggle(suggestion: Suggestion): void {
    const { suggestionId } = suggestion;
    if (this.#open.delete(suggestionId)) this.#onChange();
    else if (isDetail(suggestion)) this.take(suggestion);
    else void this.load(suggestionId);
  }

  /** A newer state of one is known. */
  take(detail: SuggestionDetail): void {
    this.#open.set(detail.suggestionId, { detail });
    this.#onChange();
  }

  /** Loads one; what is shown stays until the answer. */
  async load(suggestionId: string): Promise<void> {
    const client = this.#client;
    const read = (this.#reads += 1);
    if (!this.#open.has(suggestionId)) this.#open.set(suggestionId, {});
    this.#onChange();
    if (!client) return;
    try {
      const detail = await client.suggestion(suggestionId);
      // A command may have been answered meanwhile.
      const shown = this.#waiting(suggestionId, client, read);
      if (!shown || (shown.detail && shown.detail.revision > detail.revision)) return;
      this.#open.set(suggestionId, { detail, read });
    } catch (error) {
      const shown = this.#waiting(suggestionId, client, read);
      if (shown) this.#open.set(suggestionId, { ...shown, code: codeOf(error) });
    }
    this.#onChange();
  }

  /** An opened one that still waits for an answer: it was not closed meanwhile, and no later question was answered. */
  #waiting(suggestionId: string, client: Client, read: number): Thread | undefined {
    const shown = this.#open.get(suggestionId);
    return client === this.#client && read >= (shown?.read ?? 0) ? shown : undefined;
  }

  /** Asks for all open ones again. */
  async refresh(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((suggestionId) => this.load(suggestionId)));
  }
}

function isDetail(suggestion: Suggestion): suggestion is SuggestionDetail {
  return 'replies' in suggestion && 'history' in suggestion;
}
