import { z95 } from './dirichlet.js';
import type { Interval } from './interval.js';
import { isHalf, type SurvivalCurve } from './kaplan-meier.js';

/**
 * Gives the interval of the median of a survival curve. Its high end is infinite while too much is still open to tell.
 *
 * The ends are the first times at which the lower and the upper limit of the curve are at or below 0.5, with the limits
 * S^exp(±zσ), σ = √(Σ d_i / (n_i (n_i − d_i))) / |ln S| (Greenwood's variance on the log-minus-log scale);
 * R. Brookmeyer, J. Crowley, Biometrics 38 (1982); J. P. Klein, M. L. Moeschberger, Survival Analysis (2003), section 4.5.
 */
export function medianInterval({ steps }: SurvivalCurve, z: number = z95): Interval {
  let low = Infinity;
  let high = Infinity;
  let greenwood = 0;
  for (const { time, waiting, answered, survival } of steps) {
    if (survival <= 0) {
      // Nothing waits longer than this; how much later it could have been, nobody knows.
      low = Math.min(low, time);
      break;
    }
    greenwood += answered / (waiting * (waiting - answered));
    const sigma = Math.sqrt(greenwood) / Math.abs(Math.log(survival));
    if (isHalf(survival ** Math.exp(z * sigma))) low = Math.min(low, time);
    if (isHalf(survival ** Math.exp(-z * sigma))) high = Math.min(high, time);
  }
  return [low, high];
}
