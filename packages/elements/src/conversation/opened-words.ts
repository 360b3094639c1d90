import type { OpenedStrings } from '../shared/opened-strings.js';
import { englishOpened } from './english-opened.js';
import type { Words } from './words.js';

/** Words that have the sentences of an opened suggestion as well. */
export interface OpenedWords extends Words {
  readonly strings: Words['strings'] & OpenedStrings;
}

/** Adds those sentences. */
export function openedWordsOf(words: Words): OpenedWords {
  return { ...words, strings: { ...englishOpened, ...words.strings } };
}
