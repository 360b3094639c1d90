import { CollateralError } from '@collateral/sdk/contract';
import { compareCodePoints } from './code-point-order.js';
import type { Fact } from './fact.js';
import { SuggestionFold } from './suggestion-fold.js';
import type { TextHit, TextSearch } from './text-search.js';
import { wordsOf } from './words-of.js';

/** Finds suggestions by their words, from the facts themselves. Facts may come in any order, each of them once. */
export class TextFold {
  readonly #suggestions = new SuggestionFold();

  /** Takes one fact in, whatever its type. */
  add(fact: Fact): void {
    this.#suggestions.add(fact);
  }

  /** Gives the suggestions that use most of the words. */
  search({ text, collateralIds, limit }: TextSearch): readonly TextHit[] {
    checkLimit(limit);
    const asked = wordsOf(text);
    const items = collateralIds && new Set(collateralIds);
    const found = [...this.#suggestions.made()].flatMap(({ made, withdrawnAt }) => {
      if (withdrawnAt !== null || (items !== undefined && !items.has(made.collateralId))) return [];
      const words = countUsed(asked, bodyWords(made));
      return words === 0 ? [] : [{ suggestionId: made.id, words, effectiveAt: made.effectiveAt }];
    });
    found.sort(compareHits);
    return found.slice(0, limit).map(({ suggestionId, words }) => ({ suggestionId, words }));
  }
}

/** Gives the words of a suggestion's text; none when it was erased. */
export function bodyWords({ detail }: Fact): readonly string[] {
  const { body } = detail;
  return typeof body === 'string' ? wordsOf(body) : [];
}

/**
 * Checks how many hits are asked for.
 *
 * @throws CollateralError `invalid-option` for anything but a whole number from 1 to 200.
 */
export function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > 200)
    throw new CollateralError('invalid-option', `limit must be a whole number from 1 to 200, got ${limit}.`);
}

// The last word may still be half a word.
function countUsed(asked: readonly string[], words: readonly string[]): number {
  const used = new Set(words);
  return asked.filter((word, index) =>
    index === asked.length - 1 ? words.some((other) => other.startsWith(word)) : used.has(word),
  ).length;
}

interface Found extends TextHit {
  readonly effectiveAt: string;
}

function compareHits(one: Found, other: Found): number {
  if (one.words !== other.words) return other.words - one.words;
  if (one.effectiveAt !== other.effectiveAt) return one.effectiveAt > other.effectiveAt ? -1 : 1;
  return compareCodePoints(one.suggestionId, other.suggestionId);
}
