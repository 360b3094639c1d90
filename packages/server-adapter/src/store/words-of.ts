import { firstCharacters } from './first-characters.js';

const mostWords = 200;
const mostCharacters = 60;

/**
 * Gives the different words of a text, in the order of their last use: compatible letters made equal (NFKC), lower case, split by
 * the Unicode rules for words, so that Japanese has words too. Of a long text the first 200 words, of a long word the first 60 characters.
 */
export function wordsOf(text: string): readonly string[] {
  const words = new Set<string>();
  // One language for all: what a text's words are must not depend on where the server stands.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  for (const { segment, isWordLike } of segmenter.segment(text.normalize('NFKC').toLowerCase())) {
    if (isWordLike !== true) continue;
    const word = firstCharacters(segment, mostCharacters);
    if (!words.delete(word) && words.size === mostWords) break;
    words.add(word);
  }
  return [...words];
}

// Making one costs more than splitting a text.
let segmenter: Intl.Segmenter | undefined;
