import { CollateralError } from '@collateral/sdk/contract';

/**
 * Reads the cursor of a log that numbers its facts: the number of the last fact given, 0 before the first.
 *
 * @throws CollateralError `invalid-option` for a cursor that did not come from such a log.
 */
export function sequenceOfCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new CollateralError(
    'invalid-option',
    'cursor must come from an earlier page of this store. Start without one.',
  );
}
