import type { InsightsPeriod, InsightsWindow } from './insights-query.js';
import type { MeasureId } from './scorecard-measures.js';
import type { ScorecardSubject, ScorecardSubjectType } from './scorecard.js';

/** What a period can be compared with: the one just before it, or the same days a year earlier. */
export const scorecardComparisons = ['previous', 'year-before'] as const;

/** What a scorecard can cover: a period of the insights, or up to 12 whole months such as `2026-02..2026-07`. */
export type ScorecardPeriod = InsightsPeriod;

/** Which scorecard is asked for. */
export interface ScorecardQuery {
  /** Whom it is about. @defaultValue `organisation` */
  readonly subject?: ScorecardSubjectType;
  /** Id of the producer or team; absent for the organisation. */
  readonly id?: string;
  /** @defaultValue `last-90-days` */
  readonly period?: ScorecardPeriod;
  /** @defaultValue `previous` */
  readonly compare?: (typeof scorecardComparisons)[number];
}

/** Which list behind a number is asked for. */
export interface EvidenceQuery extends Omit<ScorecardQuery, 'compare'> {
  /** The number. */
  readonly measure: MeasureId;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
  /** Entries per page, 1 to 200. @defaultValue 50 */
  readonly limit?: number;
}

/** One item or suggestion behind a number. */
export interface EvidenceEntry {
  /** The item; null for a request for content that does not exist. */
  readonly collateralId: string | null;
  /** Title of the item; its id when the catalogue does not know it; null for a request. */
  readonly title: string | null;
  /** The version it is about; null where it is about none. */
  readonly version: string | null;
  /** The suggestion; null where it is about an item. */
  readonly suggestionId: string | null;
  /** `hit`: in the numerator. `miss`: in the denominator only. `open`: still waiting. `excluded`: left out, see `reason`. */
  readonly part: 'hit' | 'miss' | 'open' | 'excluded';
  /** Why it was left out; null when it was not. */
  readonly reason: string | null;
  /** Of days and points: its own value; null for shares, and where it must not be shown. */
  readonly value: number | null;
  /** When what is counted began, ISO 8601 UTC or a day; null where there is no such moment. */
  readonly at: string | null;
  /** Of what is required of people (T3): how many of them really used the item, and how many it is required of. Says never who. */
  readonly share?: EvidenceShare;
}

/** How many of how many, where an entry stands for several people. */
export interface EvidenceShare {
  /** Those who did it. */
  readonly numerator: number;
  /** Those who could have. */
  readonly denominator: number;
}

/** Reply to `GET /v1/scorecards/evidence`. */
export interface ScorecardEvidence {
  /** Whom the number is about. */
  readonly subject: ScorecardSubject;
  /** Which number. */
  readonly measure: MeasureId;
  /** What it covers. */
  readonly window: InsightsWindow;
  /** How many entries there are in all. */
  readonly total: number;
  /** How many more are not listed, as they would tell how single producers do whose scorecard one may not see. Absent for none. */
  readonly withheld?: number;
  /** Misses first, then what is open, hits and what was left out; then by id. */
  readonly entries: readonly EvidenceEntry[];
  /** Absent on the last page. */
  readonly nextCursor?: string;
}
