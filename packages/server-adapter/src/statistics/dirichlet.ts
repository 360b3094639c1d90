/** The normal quantile of a 95 % interval, used everywhere. */
export const z95 = 1.959964;

/** A mean with its uncertainty, in scale points. */
export interface DirichletMean {
  readonly mean: number;
  readonly standardDeviation: number;
  /** How far the interval reaches to each side. */
  readonly halfWidth: number;
}

/** Spreads a prior worth `strength` ratings evenly over the points of a scale. */
export function evenPrior(points: number, strength: number): readonly number[] {
  return Array.from({ length: points }, () => strength / points);
}

/**
 * Estimates the mean of ratings with a Dirichlet prior, so that a few ratings don't look certain.
 *
 * N' = Σ(r_k + a_k), p_k = (r_k + a_k) / N', M = Σ k p_k, V = (Σ k² p_k − M²) / (N' + 1); docs/metrics.md, "Mean with interval".
 *
 * @param counts - ratings per point, point 1 first.
 * @param prior - imagined ratings per point; their sum must be above 0.
 */
export function dirichletMean(counts: readonly number[], prior: readonly number[], z: number = z95): DirichletMean {
  const weights = counts.map((count, index) => count + (prior[index] ?? 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let mean = 0;
  let meanOfSquares = 0;
  weights.forEach((weight, index) => {
    const point = index + 1;
    mean += (point * weight) / total;
    meanOfSquares += (point * point * weight) / total;
  });
  // Rounding can push a variance of zero just below it.
  const standardDeviation = Math.sqrt(Math.max(0, meanOfSquares - mean * mean) / (total + 1));
  return { mean, standardDeviation, halfWidth: z * standardDeviation };
}
