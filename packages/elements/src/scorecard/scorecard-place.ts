import type { Scorecard } from '@collateral/sdk/contract';

/** Whose scorecard is shown, and of when. */
export interface ScorecardPlace {
  /** `producer`, `team` or `organisation`. */
  readonly subject: string;
  /** Id of the producer or team. */
  readonly subjectId: string;
  readonly period: string;
  /** `previous` or `year-before`. */
  readonly compare: string;
  /** What the page gave; it goes before anything else. */
  readonly data: Scorecard | undefined;
}
