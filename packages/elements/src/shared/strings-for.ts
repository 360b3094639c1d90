import { english } from './english.js';
import type { CommentStrings, RatingStrings, Strings } from './strings.js';

/** A language; what belongs to forms that load later may be missing. */
export type SpokenStrings = RatingStrings & Partial<CommentStrings>;

const languages = new Map<string, SpokenStrings>();

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
export function stringsFor(language: string): SpokenStrings {
  const tag = language.toLowerCase();
  return languages.get(tag) ?? languages.get(tag.split('-', 1)[0] ?? tag) ?? english;
}
