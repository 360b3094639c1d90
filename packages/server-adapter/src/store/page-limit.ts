import { CollateralError } from '@collateral/sdk/contract';

/**
 * Reads the `limit` of a listing: 1 to 1000, 100 when absent.
 *
 * @throws CollateralError `invalid-option` outside that range.
 */
export function pageLimit(limit: number | undefined): number {
  if (limit === undefined) return 100;
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1_000) return limit;
  throw new CollateralError('invalid-option', `limit must be a whole number from 1 to 1000, got ${limit}.`);
}
