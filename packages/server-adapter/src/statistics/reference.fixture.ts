// Independent implementations that the formulas are compared with. jstat comes without types.
import { createRequire } from 'node:module';

/** What the tests use of jstat. */
interface Jstat {
  readonly normal: { cdf(x: number, mean: number, deviation: number): number };
  readonly studentt: { inv(share: number, freedom: number): number };
  anovafscore(...groups: readonly (readonly number[])[]): number;
}

const require = createRequire(import.meta.url);

/** The statistics library jstat. */
export const { jStat } = require('jstat') as { readonly jStat: Jstat };

/** Writes counts per point out as single ratings. */
export function ratingsOf(counts: readonly number[]): number[] {
  return counts.flatMap((count, index) => Array.from({ length: count }, () => index + 1));
}

/** Counts single ratings per point of five. */
export function countsOf(ratings: readonly number[]): number[] {
  return [1, 2, 3, 4, 5].map((point) => ratings.filter((rating) => rating === point).length);
}

/** Finds where a rising function passes 0. */
export function rootOf(rising: (x: number) => number, low: number, high: number): number {
  for (let round = 0; round < 200; round += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Matches the error every formula throws for numbers it can't use. */
export const invalidOption = { name: 'CollateralError', code: 'invalid-option' } as const;

/** Asserts that two numbers differ by no more than a tolerance. */
export function isNear(got: number, expected: number, tolerance: number): boolean {
  return Math.abs(got - expected) <= tolerance;
}
