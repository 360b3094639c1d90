import type { ConversationStrings } from './conversation-strings.js';
import { english } from './english.js';
import { speakAgain } from './language-watch.js';
import { loadLanguage } from './load-language.js';
import type { CommentStrings, FigureElementStrings, PromptStrings, RatingStrings, Strings } from './strings.js';

/** A language; what belongs to forms that load later may be missing. */
export type SpokenStrings = RatingStrings &
  Partial<CommentStrings & PromptStrings & ConversationStrings & FigureElementStrings>;

const given = new Map<string, Partial<Strings>>();
const loaded = new Map<string, Strings | undefined>();
const spoken = new Map<string, SpokenStrings>();

/**
 * Teaches the elements a language or other words in one they know. Elements in the page follow at once; what is left out
 * stays as the package has it, else English.
 *
 * @example
 * ```ts
 * addStrings('de', { saving: 'Wird gesichert …', scorecard: { organisation: 'das Unternehmen' } });
 * ```
 */
export function addStrings(language: string, strings: Partial<Strings>): void {
  const tag = language.toLowerCase();
  given.set(tag, { ...given.get(tag), ...strings });
  spoken.clear();
  speakAgain();
}

/** Returns the sentences of a language: `de-AT`, else `de`, else English. What is not loaded yet is English until it is. */
export function stringsFor(language: string): SpokenStrings {
  const tag = language.toLowerCase();
  let strings = spoken.get(tag);
  if (!strings) {
    const code = tag.split('-', 1)[0] ?? tag;
    if (!loaded.has(code)) void load(code);
    strings = { ...english, ...loaded.get(code), ...given.get(code), ...given.get(tag) };
    spoken.set(tag, strings);
  }
  return strings;
}

async function load(code: string): Promise<void> {
  loaded.set(code, undefined);
  const loading = loadLanguage(code);
  if (!loading) return;
  try {
    loaded.set(code, (await loading).strings);
    speakAgain();
  } catch {
    // English stays, and the next drawing asks for it again.
    loaded.delete(code);
  }
  spoken.clear();
}
