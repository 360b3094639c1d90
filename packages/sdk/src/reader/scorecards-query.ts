import type { Scorecard, ScorecardComparison } from '../contract/scorecard.js';
import type { ScorecardQuery } from '../contract/scorecard-query.js';
import type { ReadOptions } from './suggestions-client.js';

/** What the server answers about scorecards. */
export interface ScorecardsReplies {
  /** One scorecard. */
  readonly scorecard: Scorecard;
  /** All producers or teams the caller may see, side by side. */
  readonly comparison: ScorecardComparison;
}

/** Asks for one scorecard. */
export interface OneScorecardQuery extends ScorecardQuery {
  /** Which screen. */
  readonly screen: 'scorecard';
}

/** Asks for all producers or teams side by side. */
export interface ComparisonQuery extends Pick<ScorecardQuery, 'period' | 'compare'> {
  /** Which screen. */
  readonly screen: 'comparison';
  /** What is compared. */
  readonly subject: 'producer' | 'team';
}

/** Which scorecard is asked for, or which comparison. */
export type ScorecardsQuery = OneScorecardQuery | ComparisonQuery;

/** Asks for scorecards. */
export type ReadScorecards = <Query extends ScorecardsQuery>(
  query: Query,
  options?: ReadOptions,
) => Promise<ScorecardsReplies[Query['screen']]>;
