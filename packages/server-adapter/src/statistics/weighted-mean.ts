/** A mean in which some ratings weigh more than others. */
export interface WeightedMean {
  /** Σwr / Σw, in points. */
  readonly mean: number;
  /** n_eff = (Σw)² / Σw²: how many equal ratings would be as certain; L. Kish, Survey Sampling (1965). */
  readonly effectiveCount: number;
}

/** Averages values by weight; the weights must not all be 0. */
export function weightedMean(ratings: Iterable<{ readonly value: number; readonly weight: number }>): WeightedMean {
  let sum = 0;
  let weights = 0;
  let squares = 0;
  for (const { value, weight } of ratings) {
    sum += weight * value;
    weights += weight;
    squares += weight * weight;
  }
  return { mean: sum / weights, effectiveCount: (weights * weights) / squares };
}
