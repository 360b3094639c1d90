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
  const share = numerator / denominator;
  const shrink = 1 + (z * z) / denominator;
  const centre = (share + (z * z) / (2 * denominator)) / shrink;
  const variance = (share * (1 - share)) / denominator + (z * z) / (4 * denominator * denominator);
  const halfWidth = (z * Math.sqrt(variance)) / shrink;
  // At the ends the formula gives exactly 0 and 1; rounding would leave a hair above or below.
  return [numerator === 0 ? 0 : centre - halfWidth, numerator === denominator ? 1 : centre + halfWidth];
}
