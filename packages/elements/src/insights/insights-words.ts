import { englishInsights } from './english-insights.js';
import type { InsightsStrings } from './insights-strings.js';

/** The languages that come with the package beside English, each in a file of its own. */
const files: Readonly<Record<string, () => Promise<{ readonly strings: InsightsStrings }>>> = {
  ar: () => import('./languages/ar.js'),
  de: () => import('./languages/de.js'),
  es: () => import('./languages/es.js'),
  fr: () => import('./languages/fr.js'),
  it: () => import('./languages/it.js'),
  ja: () => import('./languages/ja.js'),
  nl: () => import('./languages/nl.js'),
  pt: () => import('./languages/pt.js'),
};

const loaded = new Map<string, InsightsStrings>();
const waiting = new Map<string, Set<() => void>>();

/**
 * Returns the sentences of a language: `de-AT` speaks `de`, and what the package lacks is English. So is a language that is not
 * loaded yet: `onLoaded` is called when it is.
 */
export function insightsWords(language: string, onLoaded?: () => void): InsightsStrings {
  const [code = ''] = language.toLowerCase().split('-', 1);
  const words = loaded.get(code);
  if (words || !Object.hasOwn(files, code)) return words ?? englishInsights;
  const waits = waiting.get(code);
  if (onLoaded) (waits ?? load(code)).add(onLoaded);
  return englishInsights;
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
    // A file that cannot be had: English stays.
    () => waits.clear(),
  );
  return waits;
}
