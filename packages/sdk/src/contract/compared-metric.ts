import type { Metric, MetricState } from './metric.js';

/** One stretch of a course over time. */
export interface TrendPoint {
  /** First day of the stretch. */
  readonly firstDay: string;
  /** Last day of it. */
  readonly lastDay: string;
  /** Null when there is nothing to show; see the state. */
  readonly value: number | null;
  /** How many observations; null when hidden. */
  readonly n: number | null;
  /** The 95 % interval; null for plain counts. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Only `ok` comes with a value. */
  readonly state: MetricState;
}

/** A figure beside the one of the period before. */
export interface ComparedMetric {
  /** Of the period asked for. */
  readonly metric: Metric;
  /** Null when there is nothing to compare with. */
  readonly previous: Metric | null;
  /** This period minus the one before, with the interval of the difference where there is one. */
  readonly change: Metric | null;
}

/** Something with an id and a name for people to read. */
export interface InsightsChoice {
  /** The host's own id. */
  readonly id: string;
  /** For people to read. */
  readonly name: string;
}
