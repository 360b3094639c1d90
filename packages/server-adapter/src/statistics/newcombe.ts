import { z95 } from './dirichlet.js';
import type { Interval } from './interval.js';
import { wilson, type Share } from './wilson.js';

/** How far two shares are apart. */
export interface ShareDifference {
  /** The first share minus the second, −1 to 1. */
  readonly difference: number;
  /** Around the difference; not symmetric. */
  readonly interval: Interval;
}

/**
 * Compares two independent shares.
 *
 * d − √((p1−l1)² + (u2−p2)²), d + √((u1−p1)² + (p2−l2)²) with the ends l, u of each share's Wilson interval;
 * R. G. Newcombe, Statistics in Medicine 17 (1998), method 10.
 *
 * @throws CollateralError `invalid-option` as {@link wilson} does.
 */
export function newcombe(first: Share, second: Share, z: number = z95): ShareDifference {
  const [low1, high1] = wilson(first, z);
  const [low2, high2] = wilson(second, z);
  const share1 = first.numerator / first.denominator;
  const share2 = second.numerator / second.denominator;
  const difference = share1 - share2;
  return {
    difference,
    interval: [
      difference - Math.hypot(share1 - low1, high2 - share2),
      difference + Math.hypot(high1 - share1, share2 - low2),
    ],
  };
}
