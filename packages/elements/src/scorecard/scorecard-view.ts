import type {
  EvidenceEntry,
  MeasureId,
  Scorecard,
  ScorecardComparison,
  ScorecardMeasure,
} from '@collateral/sdk/contract';
import type { nothing, TemplateResult } from 'lit';
import type { Writer } from '../figures/writer.js';
import type { StartTimer } from '../shared/start-timer.js';
import type { ScorecardStrings } from '../shared/scorecard-strings.js';
import type { PeriodChoosing } from './period-slot.js';

/** What is behind a number, as far as it was read. */
export interface EvidenceList {
  /** In the order of the server; undefined until the first answer. */
  readonly entries: readonly EvidenceEntry[] | undefined;
  readonly total: number;
  /** Entries that are not told, beside the total. */
  readonly withheld: number;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** Why there is none, or no more. */
  readonly trouble: string | undefined;
}

/** Everything a scorecard or a comparison is drawn from. */
export interface ScorecardView {
  readonly shown: Scorecard | ScorecardComparison | undefined;
  readonly isLoading: boolean;
  /** Why there is none, or no new one; `no-client` when there is nobody to ask. */
  readonly trouble: string | undefined;
  readonly strings: ScorecardStrings;
  /** The sentences are English in a page of a language nobody has written them in. */
  readonly isForeign: boolean;
  readonly write: Writer;
  readonly startTimer: StartTimer;
  readonly refresh: () => void;
  /** Gives the person what is shown as a file of that name. */
  readonly download: (name: string) => void;
  /** What can be done about the period; absent where nobody could be asked for another. */
  readonly period: PeriodChoosing | undefined;

  /** By which measure subjects are compared; empty for the first that has figures. */
  readonly measure: string;
  readonly order: readonly string[];
  /** Chooses the measure of the comparison. */
  readonly compareBy: (measure: MeasureId) => void;
  /** Shows the scorecard of a compared subject; absent where nobody could be asked for it. */
  readonly open: ((subjectId: string) => void) | undefined;
  /** Leads back to the comparison one came from. */
  readonly back: (() => void) | undefined;

  /** The list that is open below a number. */
  readonly evidenceOf: (measure: string) => EvidenceList | undefined;
  /** Opens or closes it. */
  readonly toggleEvidence: (measure: string) => void;
  readonly moreEvidence: (measure: string) => void;
  readonly itemHref: (id: string) => string;
  readonly suggestionHref: (id: string) => string;
  /** Writes a value of a measure in its unit. */
  readonly writeMeasure: (id: MeasureId, value: number) => string;
  /** What can be seen and done about the target of a measure. */
  readonly targets: (measure: ScorecardMeasure, scorecard: Scorecard) => TemplateResult | typeof nothing;
}

/** Tells a comparison from a scorecard. */
export function isComparison(shown: Scorecard | ScorecardComparison): shown is ScorecardComparison {
  return 'subjectType' in shown;
}
