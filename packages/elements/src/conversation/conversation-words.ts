import type { ConversationStrings } from '../shared/conversation-strings.js';

/** The languages that come with the package beside English, each in a file of its own. */
const files: Readonly<Record<string, () => Promise<{ readonly strings: ConversationStrings }>>> = {
  ar: () => import('./languages/ar.js'),
  de: () => import('./languages/de.js'),
  es: () => import('./languages/es.js'),
  fr: () => import('./languages/fr.js'),
  it: () => import('./languages/it.js'),
  ja: () => import('./languages/ja.js'),
  nl: () => import('./languages/nl.js'),
  pt: () => import('./languages/pt.js'),
};

const loaded = new Map<string, ConversationStrings>();
const waiting = new Map<string, Set<() => void>>();

/**
 * Returns the sentences of a language, of `de-AT` those of `de`; undefined where the package has none, and while they are being
 * loaded: `onLoaded` is called when they are here.
 */
export function conversationWords(language: string, onLoaded: () => void): ConversationStrings | undefined {
  const [code = ''] = language.toLowerCase().split('-', 1);
  const words = loaded.get(code);
  if (!words && Object.hasOwn(files, code)) (waiting.get(code) ?? load(code)).add(onLoaded);
  return words;
}

function load(code: string): Set<() => void> {
  const waits = new Set<() => void>();
  waiting.set(code, waits);
  files[code]?.().then(
    ({ strings }) => {
      loaded.set(code, strings);
      for (const tell of waits) tell();
      waits.clear();
    },
    // A file that cannot be had: English stays, and the next drawing asks for it again.
    () => waiting.delete(code),
  );
  return waits;
}
