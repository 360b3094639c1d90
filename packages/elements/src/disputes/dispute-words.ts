import type { DisputeStrings } from '../shared/dispute-strings.js';
import { LateWords } from '../shared/late-words.js';
import { replaceWords, type SomeWords } from '../shared/replace-words.js';
import { englishDisputes } from './english-disputes.js';

/** The languages that come with the package beside English, each in a file of its own. */
const own = new LateWords<DisputeStrings>({
  ar: () => import('./languages/ar.js'),
  de: () => import('./languages/de.js'),
  es: () => import('./languages/es.js'),
  fr: () => import('./languages/fr.js'),
  it: () => import('./languages/it.js'),
  ja: () => import('./languages/ja.js'),
  nl: () => import('./languages/nl.js'),
  pt: () => import('./languages/pt.js'),
});

/** Returns the sentences of a language; English until they are here, then `onLoaded` is called. What the page gave goes before. */
export function disputeWords(
  language: string,
  given?: SomeWords<DisputeStrings>,
  onLoaded?: () => void,
): DisputeStrings {
  // Every language has every sentence; its type says so.
  return replaceWords(own.of(language, onLoaded) ?? englishDisputes, given) as DisputeStrings;
}

/** Whether there are sentences in a language, from the package or the page; without any they are English. */
export function speaksOfDisputes(language: string, given: SomeWords<DisputeStrings> | undefined): boolean {
  return given !== undefined || language.toLowerCase().startsWith('en') || own.has(language);
}
