import type { FigureStrings } from '../shared/figure-strings.js';
import { LateWords } from '../shared/late-words.js';
import { replaceWords } from '../shared/replace-words.js';
import { englishFigures } from './english-figures.js';

/** The languages that come with the package beside English, each in a file of its own. */
const figures = new LateWords<FigureStrings>({
  ar: () => import('./languages/ar.js'),
  de: () => import('./languages/de.js'),
  es: () => import('./languages/es.js'),
  fr: () => import('./languages/fr.js'),
  it: () => import('./languages/it.js'),
  ja: () => import('./languages/ja.js'),
  nl: () => import('./languages/nl.js'),
  pt: () => import('./languages/pt.js'),
});

/**
 * The sentences of an element that shows figures: its own and those around figures, and what the page gave in their place.
 *
 * Must:
 * 1. never speak two languages at once: what is not loaded yet is English, all of it;
 * 2. say the same sentences as long as nothing changed, so that nothing is put together for each drawing.
 */
export class FigureWords<Strings extends FigureStrings> {
  readonly #english: object;
  readonly #own: LateWords<object>;
  #spoken: { readonly parts: readonly unknown[]; readonly strings: Strings } | undefined;

  constructor(english: object, own: LateWords<object>) {
    this.#english = english;
    this.#own = own;
  }

  /** Whether there are sentences of a language, loaded or not. */
  has(language: string): boolean {
    return language.toLowerCase().startsWith('en') || this.#own.has(language);
  }

  of(language: string, given: object | undefined, onLoaded?: () => void): Strings {
    const [around, own] = [figures.of(language, onLoaded), this.#own.of(language, onLoaded)];
    const isHere = around !== undefined && own !== undefined;
    const parts = isHere ? ([around, own, given] as const) : ([englishFigures, this.#english, given] as const);
    if (!this.#spoken?.parts.every((part, index) => part === parts[index])) {
      const strings = replaceWords(replaceWords(parts[0], parts[1]), given);
      // The two files of a language have every sentence between them; their types say so.
      this.#spoken = { parts, strings: strings as Strings };
    }
    return this.#spoken.strings;
  }
}
