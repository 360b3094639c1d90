import type { Suggestion } from '@collateral/sdk/contract';

/**
 * What is shown of a list, which does not move by itself: what is in it is brought up to date in its place, what is new waits until
 * somebody wants to see it, and what has left the list stays until then.
 */
export class ShownList {
  #shown: readonly Suggestion[] = [];
  #latest: readonly Suggestion[] = [];
  #isUnknown = true;

  get shown(): readonly Suggestion[] {
    return this.#shown;
  }

  /** No list was given yet; not the same as one with nothing in it. */
  get isUnknown(): boolean {
    return this.#isUnknown;
  }

  /** How many wait to be seen. */
  get newCount(): number {
    return this.#latest.length - this.#known(this.#latest).length;
  }

  /** Shows a list somebody asked for. */
  replace(list: readonly Suggestion[]): void {
    this.#shown = this.#latest = list;
    this.#isUnknown = false;
  }

  /** Shows the next page as well. */
  append(list: readonly Suggestion[]): void {
    const known = new Set(this.#shown.map(({ suggestionId }) => suggestionId));
    this.#shown = [...this.#shown, ...list.filter(({ suggestionId }) => !known.has(suggestionId))];
    this.#latest = this.#shown;
  }

  /** Takes what the list is by now. What this person wrote stands at the top already, so it need not wait. */
  update(list: readonly Suggestion[], isMine: (suggestion: Suggestion) => boolean): void {
    if (this.#isUnknown || this.#shown.length === 0) {
      this.replace(list);
      return;
    }
    this.#latest = list;
    const fresh = new Map(list.map((each) => [each.suggestionId, each]));
    const known = new Set(this.#shown.map(({ suggestionId }) => suggestionId));
    const mine = list.filter((each) => !known.has(each.suggestionId) && isMine(each));
    this.#shown = [...mine, ...this.#shown.map((each) => fresh.get(each.suggestionId) ?? each)];
  }

  /** Shows everything as it is by now. */
  showNew(): void {
    this.#shown = this.#latest;
  }

  /** A newer state of one is known. */
  put(suggestion: Suggestion): void {
    const swap = (each: Suggestion): Suggestion => (each.suggestionId === suggestion.suggestionId ? suggestion : each);
    this.#shown = this.#shown.map(swap);
    this.#latest = this.#latest.map(swap);
  }

  /** Forgets everything. */
  clear(): void {
    this.#shown = this.#latest = [];
    this.#isUnknown = true;
  }

  #known(list: readonly Suggestion[]): readonly Suggestion[] {
    const known = new Set(this.#shown.map(({ suggestionId }) => suggestionId));
    return list.filter(({ suggestionId }) => known.has(suggestionId));
  }
}
