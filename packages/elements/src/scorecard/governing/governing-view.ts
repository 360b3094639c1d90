import type { GoverningStrings } from '../../shared/governing-strings.js';
import type { ScorecardView } from '../scorecard-view.js';

/** What targets and the audit trail are drawn with. */
export interface GoverningView extends Pick<
  ScorecardView,
  'strings' | 'write' | 'writeMeasure' | 'isForeign' | 'download'
> {
  readonly words: GoverningStrings;
  /** The language of numbers and days. */
  readonly language: string;
}
