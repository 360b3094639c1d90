import type { TargetVerdict } from '@collateral/sdk/contract';
import { z95 } from '../statistics/dirichlet.js';
import type { Estimate } from './estimate.js';

/**
 * Says how an estimate stands against a target. The interval decides: `met` when all of it is on the good side, `missed` when all of
 * it is on the other, else there is not enough data to say.
 */
export function judgeTarget({ estimated }: Estimate, target: number | null, better: 'higher' | 'lower'): TargetVerdict {
  if (target === null) return 'no-target';
  if (estimated === null) return 'not-enough-data';
  const [low, high] = estimated.intervalAt(z95);
  if (better === 'higher') return low >= target ? 'met' : high < target ? 'missed' : 'not-enough-data';
  return high <= target ? 'met' : low > target ? 'missed' : 'not-enough-data';
}
