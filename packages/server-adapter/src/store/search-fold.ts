import type { SearchesQuery } from './conversation-query.js';
import type { SearchRow } from './conversation-row.js';
import type { Fact } from './fact.js';
import { getOrMake } from './get-or-make.js';
import { vainSearch } from './search-text.js';

/** Counts searches without a result. */
export class SearchFold {
  readonly #days = new Map<string, Map<string, string[]>>();

  /** Takes one fact in. Facts that are no such searches change nothing. */
  add(fact: Fact): void {
    const text = vainSearch(fact);
    if (text === null) return;
    const texts = getOrMake(this.#days, fact.day, () => new Map<string, string[]>());
    getOrMake(texts, text, (): string[] => []).push(fact.actorId);
  }

  /** Gives what was searched for in a span of days. */
  rows({ from = '', to }: SearchesQuery): readonly SearchRow[] {
    const found = new Map<string, string[]>();
    for (const [day, texts] of this.#days) {
      if (day < from || (to !== undefined && day >= to)) continue;
      for (const [text, people] of texts) getOrMake(found, text, (): string[] => []).push(...people);
    }
    return [...found].map(([query, people]) => ({
      type: 'searches',
      query,
      searches: people.length,
      people: new Set(people).size,
    }));
  }
}
