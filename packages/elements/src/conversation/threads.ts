import type { Client } from '@collateral/sdk';
import type { Suggestion, SuggestionDetail } from '@collateral/sdk/contract';
import { codeOf } from './code-of.js';

/** An opened suggestion. */
export interface Thread {
  /** Undefined until it is loaded. */
  readonly detail?: SuggestionDetail;
  /** Why it could not be loaded, or not again. */
  readonly code?: string;
}

/** The suggestions a person has opened, with what belongs to each. */
export class Threads {
  readonly #onChange: () => void;
  readonly #open = new Map<string, Thread>();
  #client: Client | undefined;

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
    if (!this.#open.has(suggestionId)) this.#open.set(suggestionId, {});
    this.#onChange();
    if (!client) return;
    try {
      const detail = await client.suggestion(suggestionId);
      // A command may have been answered meanwhile, or the person closed it.
      const shown = this.#open.get(suggestionId);
      if (!shown || (shown.detail && shown.detail.revision > detail.revision)) return;
      this.#open.set(suggestionId, { detail });
    } catch (error) {
      const shown = this.#open.get(suggestionId);
      if (shown) this.#open.set(suggestionId, { ...shown, code: codeOf(error) });
    }
    this.#onChange();
  }

  /** Asks for all open ones again. */
  async refresh(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((suggestionId) => this.load(suggestionId)));
  }
}

function isDetail(suggestion: Suggestion): suggestion is SuggestionDetail {
  return 'replies' in suggestion && 'history' in suggestion;
}
