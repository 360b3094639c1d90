import { LateWords } from '../../shared/late-words.js';
import { replaceWords, type SomeWords } from '../../shared/replace-words.js';
import type { GoverningStrings } from '../../shared/governing-strings.js';
import { englishGoverning } from './english-governing.js';

/** The languages that come with the package beside English, each in a file of its own. */
const own = new LateWords<GoverningStrings>({
  ar: () => import('./languages/ar.js'),
  de: () => import('./languages/de.js'),
  es: () => import('./languages/es.js'),
  fr: () => import('./languages/fr.js'),
  it: () => import('./languages/it.js'),
  ja: () => import('./languages/ja.js'),
  nl: () => import('./languages/nl.js'),
  pt: () => import('./languages/pt.js'),
});

/** Returns the sentences of a language, English until they are here; what the page gave goes before. */
export function governingWords(
  language: string,
  given: SomeWords<GoverningStrings> | undefined,
  onLoaded: () => void,
): GoverningStrings {
  const strings = own.of(language, onLoaded) ?? englishGoverning;
  // The page gave sentences of the same names.
  return given ? (replaceWords(strings, given) as GoverningStrings) : strings;
}
