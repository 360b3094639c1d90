import { CollateralError } from '@collateral/sdk/contract';
import type { PruneOptions } from './store.js';

/**
 * Checks how many facts a prune may look at, and gives the options back.
 *
 * @throws CollateralError `invalid-option` for a limit that is no whole number from 1.
 */
export function checkPrune(options: PruneOptions): PruneOptions {
  const { limit } = options;
  if (limit !== undefined && (!Number.isInteger(limit) || limit < 1))
    throw new CollateralError('invalid-option', `limit must be a whole number from 1, got ${JSON.stringify(limit)}.`);
  return options;
}
