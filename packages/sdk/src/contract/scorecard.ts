import type { ComparedMetric, InsightsChoice, TrendPoint } from './compared-metric.js';
import type { InsightsWindow } from './insights-query.js';
import type { Metric } from './metric.js';
import type { MeasureId } from './scorecard-measures.js';

/** Whom a scorecard can be about. `team` is about both sides: the items it owns and what its people use. */
export const scorecardSubjects = ['producer', 'team', 'organisation'] as const;

/** Whom a scorecard can be about. */
export type ScorecardSubjectType = (typeof scorecardSubjects)[number];

/** Whom a scorecard is about. */
export interface ScorecardSubject {
  /** What it is. */
  readonly type: ScorecardSubjectType;
  /** The host's own id; null for the organisation. */
  readonly id: string | null;
  /** For people to read. */
  readonly name: string;
}

/** What a target says about a measure; decided by the interval, never by the point alone. */
export type TargetVerdict = 'met' | 'missed' | 'not-enough-data' | 'no-target';

/** What the comparison with the period before says, adjusted for the number of measures on the scorecard. */
export type ChangeWord = 'improving' | 'worse' | 'no-clear-change' | 'not-enough-data';

/** The target a measure is held against. */
export interface MeasureTarget {
  /** In the unit of the measure. */
  readonly value: number;
  /** Who answers for it; for people to read. */
  readonly owner: string;
  /** First day it holds, `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day it holds; null while it has no end. */
  readonly until: string | null;
  /** Whom it was set for: the subject itself, or the organisation when the subject has none of its own. */
  readonly setFor: ScorecardSubjectType;
}

/** One measure of a scorecard. */
export interface ScorecardMeasure extends ComparedMetric {
  /** Which measure. */
  readonly id: MeasureId;
  /** Null when none holds at the end of the period. */
  readonly target: MeasureTarget | null;
  /** How the measure stands against it. */
  readonly verdict: TargetVerdict;
  /** How it changed. Of `P7`, which is a change itself: whether new versions are rated better. */
  readonly words: ChangeWord;
  /** Course by period, oldest first; empty where there is none. */
  readonly trend: readonly TrendPoint[];
}

/** A version that came out in the period; for markers on courses. */
export interface VersionMarker {
  /** The item. */
  readonly collateralId: string;
  /** For people to read. */
  readonly title: string;
  /** What came out. */
  readonly version: string;
  /** When, ISO 8601 UTC. */
  readonly publishedAt: string;
  /** How much better it is rated than the one before. */
  readonly lift: Metric;
  /** The one before was rated below the target, so part of a lift may be regression to the mean. */
  readonly mayRegress: boolean;
}

/** An item that changed hands in the period. */
export interface HandOver {
  /** The item. */
  readonly collateralId: string;
  /** For people to read. */
  readonly title: string;
  /** Who gave it; null when nobody owned it. */
  readonly from: InsightsChoice | null;
  /** Who got it; null when nobody owns it any more. */
  readonly to: InsightsChoice | null;
  /** When, ISO 8601 UTC. */
  readonly at: string;
}

/** What was promised for the period. */
export interface Commitments {
  /** Accepted suggestions whose first promised day is in the period. */
  readonly promised: number;
  /** Shipped by that day. */
  readonly kept: number;
  /** Not shipped by that day, or withdrawn. A moved day counts as late. */
  readonly late: number;
  /** The day is not over yet. */
  readonly open: number;
}

/** What a scorecard and a comparison say about themselves. */
export interface ScorecardFrame {
  /** When it was counted, ISO 8601 UTC. */
  readonly asOf: string;
  /** What it covers. */
  readonly window: InsightsWindow;
  /** What it is compared with. */
  readonly previousWindow: InsightsWindow;
  /**
   * First day anything was used, `YYYY-MM-DD`; missing while nothing was. Days before it were not counted: figures of use of a period
   * that begins earlier are compared with nothing.
   */
  readonly countedSince?: string;
  /** Fewest people a figure may be about. */
  readonly minimumGroup: number;
  /** From this score on an item counts as good. */
  readonly targetRating: number;
}

/** Reply to `GET /v1/scorecards`. */
export interface Scorecard extends ScorecardFrame {
  /** Whom it is about. */
  readonly subject: ScorecardSubject;
  /** In the order of `measureIds`; only those that are about the subject. */
  readonly measures: readonly ScorecardMeasure[];
  /** By time. */
  readonly versions: readonly VersionMarker[];
  /** By time. */
  readonly handOvers: readonly HandOver[];
  /** Null for subjects that own nothing. */
  readonly commitments: Commitments | null;
  /** The caller may set its targets. */
  readonly maySetTargets: boolean;
}

/** One subject among others. */
export interface ComparedSubject {
  /** Who. */
  readonly subject: ScorecardSubject;
  /** In the order of `measureIds`, without courses. */
  readonly measures: readonly Omit<ScorecardMeasure, 'trend'>[];
}

/** Reply to `GET /v1/scorecards/comparison`. Subjects come in the order of their names: this is no ranking. */
export interface ScorecardComparison extends ScorecardFrame {
  /** What is compared. */
  readonly subjectType: Exclude<ScorecardSubjectType, 'organisation'>;
  /** Those the caller may see. */
  readonly subjects: readonly ComparedSubject[];
  /** How many more there are that must not be shown, because they are too small or would give a small one away. */
  readonly hidden: number;
}
