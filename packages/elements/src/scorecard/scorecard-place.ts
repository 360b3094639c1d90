import type { Disputes, Scorecard, ScorecardComparison, ScorecardEvidence } from '@collateral/sdk/contract';

/** Whose scorecard is shown, or which are compared, and of when. */
export interface ScorecardPlace {
  /** `scorecard`, `comparison`, `disputes` or `audit`. */
  readonly screen: string;
  /** `producer`, `team` or `organisation`; what is compared. */
  readonly subject: string;
  /** Id of the producer or team. */
  readonly subjectId: string;
  readonly period: string;
  /** `previous` or `year-before`. */
  readonly compare: string;
  /** By which measure subjects are compared; empty for the first that has figures. */
  readonly measure: string;
  /** Ids of subjects in the order the page wants; the others follow by name. */
  readonly order: readonly string[];
  /** Where an item is found, with `{id}` in place of its id; empty when nowhere. */
  readonly itemHref: string;
  /** Where a suggestion is found. */
  readonly suggestionHref: string;
  /** What the page gave; it goes before anything else. */
  readonly data: Scorecard | ScorecardComparison | Disputes | undefined;
  /** What the page gave as being behind a number. */
  readonly evidence: ScorecardEvidence | undefined;
  /** Shows something else: sets what the attributes say. */
  readonly move: (to: Partial<Pick<ScorecardPlace, 'screen' | 'subject' | 'subjectId' | 'measure' | 'period'>>) => void;
}
