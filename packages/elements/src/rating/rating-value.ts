import { collateralScale, isScaleValue } from '@collateral/sdk';

/** The highest point of the scale. */
export const highestPoint: number = collateralScale.points.length;

/**
 * Reads a rating a page set. What is not on the scale (99, -1, NaN, "abc", 2.37) is no rating, never a wrong number of
 * stars.
 *
 * @param allowsFractions an average may lie between two points; only a read-only rating shows one
 */
export function parseRatingValue(value: unknown, allowsFractions = false): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (isScaleValue(collateralScale, number)) return number;
  return allowsFractions && typeof number === 'number' && number >= 1 && number <= highestPoint ? number : null;
}
