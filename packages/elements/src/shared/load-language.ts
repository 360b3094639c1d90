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

/** Loads a language the package has; undefined when it has none, or when its file cannot be had: then English stays. */
export async function loadLanguage(code: string): Promise<Strings | undefined> {
  const load = Object.hasOwn(files, code) ? files[code] : undefined;
  try {
    return (await load?.())?.strings;
  } catch {
    return undefined;
  }
}
