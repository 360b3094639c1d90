import type { Interval } from './interval.js';
import { normalCdf } from './normal.js';

const widest = 8;

/**
 * Gives the two-sided p value that belongs to an interval: 2 (1 − Φ(z)) for the widest interval that still leaves 0 out. So a
 * p value below 5 % and a 95 % interval without 0 are one and the same statement.
 *
 * @param intervalAt - gives the interval for a number of standard deviations; wider for more.
 * @returns 1 when even the narrowest holds 0.
 */
export function intervalPValue(intervalAt: (z: number) => Interval): number {
  const leavesOut = (z: number): boolean => {
    const [low, high] = intervalAt(z);
    return low > 0 || high < 0;
  };
  if (leavesOut(widest)) return 2 * normalCdf(-widest);
  let inside = 0;
  let outside = widest;
  if (!leavesOut(inside)) return 1;
  while (outside - inside > 1e-9) {
    const middle = (inside + outside) / 2;
    if (leavesOut(middle)) inside = middle;
    else outside = middle;
  }
  return Math.min(1, 2 * normalCdf(-inside));
}
