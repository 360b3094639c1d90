import type { Interval } from './interval.js';

/** A figure with its interval at any width. */
export interface Estimated {
  /** Infinite when the true figure is above everything that was observed. */
  readonly point: number;
  /** The interval that reaches `z` standard deviations to each side; ends may be infinite. */
  intervalAt(z: number): Interval;
}

/**
 * Gives the interval of the difference of two independent figures from their own intervals: Newcombe's formula, for figures of any
 * kind.
 *
 * d − √((x1−l1)² + (u2−x2)²), d + √((u1−x1)² + (x2−l2)²); G. Y. Zou, A. Donner, Statistics in Medicine 27 (2008). Where a point is
 * unknown because it is above everything observed, the ends are taken from each other, which is wider.
 */
export function differenceInterval(first: Estimated, second: Estimated, z: number): Interval {
  const [low1, high1] = first.intervalAt(z);
  const [low2, high2] = second.intervalAt(z);
  const difference = first.point - second.point;
  if (!Number.isFinite(difference)) return [low1 - high2, high1 - low2].map(endOf) as [number, number];
  return [
    difference - Math.hypot(first.point - low1, high2 - second.point),
    difference + Math.hypot(high1 - first.point, second.point - low2),
  ];

  // Infinity less infinity: nothing is known of that end.
  function endOf(end: number, index: number): number {
    return Number.isNaN(end) ? (index === 0 ? -Infinity : Infinity) : end;
  }
}
