import { FigureWords } from '../figures/figure-words.js';
import type { InsightsStrings, OwnInsightsStrings } from '../shared/insights-strings.js';
import { LateWords } from '../shared/late-words.js';
import type { SomeWords } from '../shared/replace-words.js';
import { englishInsights } from './english-insights.js';

/** The languages that come with the package beside English, each in a file of its own. */
const own = new LateWords<OwnInsightsStrings>({
  ar: () => import('./languages/ar.js'),
  de: () => import('./languages/de.js'),
  es: () => import('./languages/es.js'),
  fr: () => import('./languages/fr.js'),
  it: () => import('./languages/it.js'),
  ja: () => import('./languages/ja.js'),
  nl: () => import('./languages/nl.js'),
  pt: () => import('./languages/pt.js'),
});

let words: FigureWords<InsightsStrings> | undefined;

/** Made when they are wanted: in the CDN build what figures share comes with a file of its own, which may be later. */
function spoken(): FigureWords<InsightsStrings> {
  return (words ??= new FigureWords<InsightsStrings>(englishInsights, own));
}

/**
 * Returns the sentences of a language: `de-AT` speaks `de`, and what the package lacks is English. So is a language that is not
 * loaded yet: `onLoaded` is called when it is. What the page gave goes before.
 */
export function insightsWords(
  language: string,
  given?: SomeWords<InsightsStrings>,
  onLoaded?: () => void,
): InsightsStrings {
  return spoken().of(language, given, onLoaded);
}
