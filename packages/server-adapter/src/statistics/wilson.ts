import { z95 } from './dirichlet.js';
import type { Interval } from './interval.js';
import { requireNumber } from './require-number.js';

/** A share as two counts: `numerator` out of `denominator`. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Gives the score interval of a share, which stays within 0 to 1 and holds for small counts and shares near the ends.
 *
 * centre (p + z²/2n) / (1 + z²/n), half-width z √(p(1−p)/n + z²/4n²) / (1 + z²/n); E. B. Wilson, JASA 22 (1927).
 *
 * @throws CollateralError `invalid-option` unless 0 ≤ numerator ≤ denominator are whole numbers and the denominator is at
 * least 1: a share of nothing has no interval and is shown as state `none`.
 */
export function wilson({ numerator, denominator }: Share, z: number = z95): Interval {
  requireNumber('denominator', denominator, { least: 1, isWhole: true });
  requireNumber('numerator', numerator, { least: 0, most: denominator, isWhole: true });
  requireNumber('z', z, { least: 0 });
  const [low, high] = scoreInterval(numerator / denominator, denominator, z);
  // At the ends the formula gives exactly 0 and 1; rounding would leave a hair above or below.
  return [numerator === 0 ? 0 : low, numerator === denominator ? 1 : high];
}

/**
 * Gives the same interval for a share that rests on as much evidence as `n` independent observations, a whole number or not.
 *
 * @throws CollateralError `invalid-option` for a share outside 0 to 1 or an n that is not above 0.
 */
export function scoreInterval(share: number, n: number, z: number = z95): Interval {
  requireNumber('share', share, { least: 0, most: 1 });
  requireNumber('n', n, { least: Number.MIN_VALUE });
  const shrink = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / shrink;
  const halfWidth = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / shrink;
  return [Math.max(0, centre - halfWidth), Math.min(1, centre + halfWidth)];
}
