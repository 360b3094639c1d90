import { requireCounts, requireNumber } from './require-number.js';
import { weightedMean, type WeightedMean } from './weighted-mean.js';

/** One team: who saw the item, and what those who rated it said. */
export interface Stratum {
  /** People of the team who viewed it. */
  readonly viewers: number;
  /** Their ratings per point, point 1 first. */
  readonly ratings: readonly number[];
}

/** A corrected mean, or why there is none. */
export type PostStratified =
  | ({ readonly isRefused: false } & WeightedMean)
  /** `thin`: a team has fewer than 3 raters. `uneven`: a rating would weigh more than 10 times another. */
  | { readonly isRefused: true; readonly reason: 'thin' | 'uneven' };

const leastRaters = 3;
const mostUneven = 10;

/**
 * Averages ratings as if every team had rated as often as it viewed: teams that hardly rate weigh more.
 *
 * weight = viewers_g / raters_g, mean Σwr / Σw, n_eff = (Σw)² / Σw²; D. Holt, T. M. F. Smith, "Post stratification", JRSS A 142
 * (1979). Refused rather than shaky: when a team has fewer than 3 raters or the largest weight is more than 10 times the least.
 *
 * @param strata - teams with neither viewers nor raters are left out.
 * @throws CollateralError `invalid-option` for counts that are none.
 */
export function postStratify(strata: readonly Stratum[]): PostStratified {
  const weighed = strata
    .map(({ viewers, ratings }, index) => {
      requireNumber(`strata[${index}].viewers`, viewers, { least: 0, isWhole: true });
      return { viewers, ratings, raters: requireCounts(`strata[${index}].ratings`, ratings) };
    })
    .filter(({ viewers, raters }) => viewers > 0 || raters > 0)
    .map((stratum) => ({ ...stratum, weight: stratum.viewers / stratum.raters }));
  if (weighed.length === 0 || weighed.some(({ raters }) => raters < leastRaters)) {
    return { isRefused: true, reason: 'thin' };
  }
  const weights = weighed.map(({ weight }) => weight);
  const least = Math.min(...weights);
  // Raters of a team in which nobody viewed would weigh nothing.
  if (least === 0 || Math.max(...weights) > mostUneven * least) return { isRefused: true, reason: 'uneven' };
  return {
    isRefused: false,
    ...weightedMean(
      weighed.flatMap(({ ratings, weight }) =>
        ratings.flatMap((count, index) => Array.from({ length: count }, () => ({ value: index + 1, weight }))),
      ),
    ),
  };
}
