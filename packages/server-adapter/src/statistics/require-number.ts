import { CollateralError } from '@collateral/sdk/contract';

/** What a number has to be. */
export interface NumberRange {
  /** The least it may be. @defaultValue no limit */
  readonly least?: number;
  /** The most it may be. @defaultValue no limit */
  readonly most?: number;
  /** Whether only whole numbers will do, as for counts. @defaultValue false */
  readonly isWhole?: boolean;
}

/**
 * Refuses a number no formula can use, so that a mistake is an error and not a figure that looks plausible.
 *
 * @throws CollateralError `invalid-option` for a number that is not finite or outside the range.
 */
export function requireNumber(name: string, value: number, { least, most, isWhole = false }: NumberRange = {}): void {
  const isFit = Number.isFinite(value) && value >= (least ?? value) && value <= (most ?? value);
  if (isFit && (!isWhole || Number.isInteger(value))) return;
  const kind = isWhole ? 'a whole number' : 'a number';
  const from = least === undefined ? '' : ` of at least ${least}`;
  const upTo = most === undefined ? '' : `${from ? ' and' : ''} of at most ${most}`;
  throw new CollateralError('invalid-option', `${name} must be ${kind}${from}${upTo}, got ${value}.`);
}

/**
 * Refuses counts per point of a scale that are not whole numbers from 0.
 *
 * @returns their sum.
 * @throws CollateralError `invalid-option` when one of them is not, or there are none.
 */
export function requireCounts(name: string, counts: readonly number[]): number {
  requireNumber(`${name}.length`, counts.length, { least: 1 });
  let sum = 0;
  counts.forEach((count, index) => {
    requireNumber(`${name}[${index}]`, count, { least: 0, isWhole: true });
    sum += count;
  });
  return sum;
}
