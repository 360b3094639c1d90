import { requireNumber } from './require-number.js';

/**
 * Adjusts the p values of several questions asked at once, so that "improving" is not chance for one of many measures.
 *
 * In rising order p'_i = max(p'_(i−1), min(1, (m − i + 1)·p_i)); S. Holm, Scandinavian Journal of Statistics 6 (1979).
 *
 * @param values - p values, 0 to 1.
 * @returns the adjusted ones in the same order.
 * @throws CollateralError `invalid-option` for a value outside 0 to 1.
 */
export function holm(values: readonly number[]): readonly number[] {
  values.forEach((value, index) => {
    requireNumber(`values[${index}]`, value, { least: 0, most: 1 });
  });
  const adjusted = values.map(() => 0);
  let least = 0;
  const rising = values.map((value, index) => ({ value, index })).toSorted((a, b) => a.value - b.value);
  rising.forEach(({ value, index }, rank) => {
    least = Math.max(least, Math.min(1, (values.length - rank) * value));
    adjusted[index] = least;
  });
  return adjusted;
}
