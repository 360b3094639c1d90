import type { Metric } from '@collateral/sdk/contract';
import { z95 } from '../statistics/dirichlet.js';
import { differenceInterval } from '../statistics/estimate-difference.js';
import type { Estimate } from './estimate.js';

/** Gives the difference to the period before with its interval; null where there is nothing to compare or an end is unknown. */
export function changeFigure(now: Estimate, before: Estimate | null): Metric | null {
  const earlier = before?.estimated ?? null;
  if (now.estimated === null || earlier === null) return null;
  const interval = differenceInterval(now.estimated, earlier, z95);
  const value = now.estimated.point - earlier.point;
  if (![value, ...interval].every(Number.isFinite)) return null;
  const { n, window } = now.metric;
  return { value, n, interval, window, excluded: [], method: 'mover', state: 'ok' };
}
