import type { InsightsSource } from '../insights/source.js';

/** Where scorecards come from, and when it is. */
export interface ScorecardSource {
  readonly figures: InsightsSource;
  /** Milliseconds since 1970. */
  readonly now: number;
}
