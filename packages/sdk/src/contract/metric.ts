/** Why some of the data was left out of a metric. */
export interface Exclusion {
  /** Why: `own-use`, `service` or `automation`. */
  readonly reason: string;
  /** How many observations it is about. */
  readonly count: number;
}

/**
 * A number with its evidence. Every number people see is one of these.
 *
 * `early` means too little data for a score, `hidden` means privacy, `none` means no data at all; none of them is good or bad.
 */
export interface Metric {
  /** The number, or null when the state is not `ok`. */
  readonly value: number | null;
  /** How many observations it rests on; null when hidden. */
  readonly n: number | null;
  /** The 95 % interval, low end first. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Of a share: how many were counted. Absent for other figures. */
  readonly numerator?: number;
  /** Of a share: out of how many. Absent for other figures. */
  readonly denominator?: number;
  /** The time span it covers; null means all time. */
  readonly window: MetricWindow | null;
  /** One entry for each reason; empty when nothing was left out. */
  readonly excluded: readonly Exclusion[];
  /** Name of the formula in docs/metrics.md. */
  readonly method: string;
  /** Only `ok` comes with a value. */
  readonly state: MetricState;
}

/** A half-open span of time, as ISO 8601 UTC instants. */
export interface MetricWindow {
  /** First instant that belongs to it. */
  readonly from: string;
  /** First instant that no longer belongs to it. */
  readonly to: string;
}

/** How far a metric can be trusted. */
export type MetricState = 'ok' | 'early' | 'hidden' | 'none';

/** Counts per scale point, lowest first. */
export type Distribution = readonly number[];
