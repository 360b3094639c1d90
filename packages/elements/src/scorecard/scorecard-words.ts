import { FigureWords } from '../figures/figure-words.js';
import type { ScorecardStrings, OwnScorecardStrings } from '../shared/scorecard-strings.js';
import { LateWords } from '../shared/late-words.js';
import type { SomeWords } from '../shared/replace-words.js';
import { englishScorecard } from './english-scorecard.js';

/** The languages that come with the package beside English, each in a file of its own. */
const own = new LateWords<OwnScorecardStrings>({
  ar: () => import('./languages/ar.js'),
  de: () => import('./languages/de.js'),
  es: () => import('./languages/es.js'),
  fr: () => import('./languages/fr.js'),
  it: () => import('./languages/it.js'),
  ja: () => import('./languages/ja.js'),
  nl: () => import('./languages/nl.js'),
  pt: () => import('./languages/pt.js'),
});

let words: FigureWords<ScorecardStrings> | undefined;

/** Made when they are wanted: in the CDN build what figures share comes with a file of its own, which may be later. */
function spoken(): FigureWords<ScorecardStrings> {
  return (words ??= new FigureWords<ScorecardStrings>(englishScorecard, own));
}

/**
 * Returns the sentences of a language: `de-AT` speaks `de`, and what the package lacks is English. So is a language that is not
 * loaded yet: `onLoaded` is called when it is. What the page gave goes before.
 */
export function scorecardWords(
  language: string,
  given?: SomeWords<ScorecardStrings>,
  onLoaded?: () => void,
): ScorecardStrings {
  return spoken().of(language, given, onLoaded);
}

/** Whether there are sentences in a language, from the package or the page; without any a scorecard is English. */
export function speaks(language: string, given: SomeWords<ScorecardStrings> | undefined): boolean {
  return given !== undefined || spoken().has(language);
}
