import { english } from './english.js';
import type { Strings } from './strings.js';

const languages = new Map<string, Strings>();

/**
 * Teaches the elements a language; what is left out stays English. Call it before the elements are in the page.
 *
 * @example
 * ```ts
 * addStrings('de', { saving: 'Wird gespeichert …', delivered: 'Gesendet' });
 * ```
 */
export function addStrings(language: string, strings: Partial<Strings>): void {
  languages.set(language.toLowerCase(), { ...english, ...strings });
}

/** Returns the sentences of a language: `de-AT`, else `de`, else English. */
export function stringsFor(language: string): Strings {
  const tag = language.toLowerCase();
  return languages.get(tag) ?? languages.get(tag.split('-', 1)[0] ?? tag) ?? english;
}
