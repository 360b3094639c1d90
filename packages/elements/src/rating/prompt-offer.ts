import type { Client, ItemReference, Prompt } from '@collateral/sdk';
import { englishComment } from '../shared/english-comment.js';
import { englishPrompt } from '../shared/english-prompt.js';
import type { SpokenStrings } from '../shared/strings-for.js';
import { isSameItem } from './asked-item.js';

/** Waits for the client's request to rate one item. It is loaded where a page wants requests. */
export class PromptOffer {
  readonly #onChange: () => void;
  #client: Client | undefined;
  #item: ItemReference | undefined;
  #stop: (() => void) | undefined;
  #prompt: Prompt | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The client wants the person to be asked now. */
  get isOpen(): boolean {
    return this.#prompt !== undefined;
  }

  /** Watches an item; without a client or an item it watches nothing. What was asked about another one is over. */
  follow(client: Client | undefined, item: ItemReference | undefined): void {
    if (client === this.#client && isSameItem(item, this.#item)) return;
    this.#stop?.();
    this.#client = client;
    this.#item = item;
    this.#prompt = undefined;
    this.#stop =
      client &&
      item &&
      client.prompts.watch(item, (prompt) => {
        this.#prompt = prompt;
        this.#onChange();
      });
  }

  /** The person doesn't want to be asked. */
  dismiss(): void {
    this.#prompt?.dismiss();
    this.#prompt = undefined;
    this.#onChange();
  }

  /** The question and its way out, in the reader's language. */
  words({ askToRate, notNow }: SpokenStrings): { readonly question: string; readonly notNow: string } {
    return { question: askToRate ?? englishPrompt.askToRate, notNow: notNow ?? englishComment.notNow };
  }
}
