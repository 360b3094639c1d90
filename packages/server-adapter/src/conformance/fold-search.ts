import type { Fact } from '../store/fact.js';
import type { TextHit, TextSearch } from '../store/text-search.js';
import { idOf, isAboutSuggestion, madeOf, takenBackAt } from './fold-conversation.js';
import { partsOf } from './fold-parts.js';

/** Finds suggestions by their words in a list of facts. The texts of the kit are plain: words with spaces between them. */
export function searchFacts(facts: readonly Fact[], { text, collateralIds, limit }: TextSearch): readonly TextHit[] {
  const asked = wordsOf(text);
  const found = partsOf(facts.filter(isAboutSuggestion), idOf).flatMap((parts) => {
    const made = madeOf(parts);
    if (made === undefined || takenBackAt(parts) !== null) return [];
    if (collateralIds?.includes(made.collateralId) === false) return [];
    const used = wordsOf((made.detail['body'] as string | undefined) ?? '');
    const words = asked.filter((word, index) =>
      used.some((other) => (index === asked.length - 1 ? other.startsWith(word) : other === word)),
    ).length;
    return words === 0 ? [] : [{ suggestionId: made.id, words, effectiveAt: made.effectiveAt }];
  });
  return found
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .sort((a, b) => (a.effectiveAt > b.effectiveAt ? -1 : a.effectiveAt < b.effectiveAt ? 1 : 0))
    .sort((a, b) => b.words - a.words)
    .slice(0, limit)
    .map(({ suggestionId, words }) => ({ suggestionId, words }));
}

// In the order of their last use: who types a word again is still at it.
function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().split(' ').filter(Boolean);
  return words.filter((word, index) => !words.slice(index + 1).includes(word));
}

function keyOf({ suggestionId }: TextHit): string {
  return suggestionId;
}
