import type { Scorecard, ScorecardComparison } from '../contract/scorecard.js';
import type { EvidenceQuery, ScorecardEvidence, ScorecardQuery } from '../contract/scorecard-query.js';
import type { ReadOptions } from './suggestions-client.js';

/** What the server answers about scorecards. */
export interface ScorecardsReplies {
  /** One scorecard. */
  readonly scorecard: Scorecard;
  /** All producers or teams the caller may see, side by side. */
  readonly comparison: ScorecardComparison;
  /** What is behind one number, a page at a time. */
  readonly evidence: ScorecardEvidence;
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

/** Asks for the items and suggestions behind one number. */
export interface EvidenceListQuery extends EvidenceQuery {
  /** Which screen. */
  readonly screen: 'evidence';
}

/** Which scorecard is asked for, which comparison, or what is behind a number. */
export type ScorecardsQuery = OneScorecardQuery | ComparisonQuery | EvidenceListQuery;

/** Asks for scorecards. */
export type ReadScorecards = <Query extends ScorecardsQuery>(
  query: Query,
  options?: ReadOptions,
) => Promise<ScorecardsReplies[Query['screen']]>;
