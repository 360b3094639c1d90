import type { Strings } from './strings.js';

/** The languages that come with the package, each in a file of its own. */
const files: Readonly<Record<string, () => Promise<{ readonly strings: Strings }>>> = {
  ar: () => import('../languages/ar.js'),
  de: () => import('../languages/de.js'),
  es: () => import('../languages/es.js'),
  fr: () => import('../languages/fr.js'),
  it: () => import('../languages/it.js'),
  ja: () => import('../languages/ja.js'),
  nl: () => import('../languages/nl.js'),
  pt: () => import('../languages/pt.js'),
};

/** Loads a language; undefined when the package has none. Rejects when its file cannot be had. */
export function loadLanguage(code: string): Promise<{ readonly strings: Strings }> | undefined {
  return Object.hasOwn(files, code) ? files[code]?.() : undefined;
}
