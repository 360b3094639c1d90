import { requireNumber } from './require-number.js';
import type { Share } from './wilson.js';

/** A share of observations that come in groups, such as one person's use of many items. */
export interface ClusteredShare {
  /** Sums over all groups. */
  readonly numerator: number;
  readonly denominator: number;
  /** How many independent observations would be as certain; at most the denominator. */
  readonly effectiveCount: number;
}

/**
 * Finds how much a share is worth when its observations come in groups that are alike inside: ten ratings of one person say less
 * about a team than one of each of ten.
 *
 * Variance of a ratio estimate between groups, g/(g−1) Σ(x_i − p·n_i)² / n², against p(1−p)/n of independent ones; their ratio
 * (the design effect, never taken below 1) divides n. L. Kish, Survey Sampling (1965), sections 6.3 and 8.2; used with the score
 * interval as in E. L. Korn, B. I. Graubard, Survey Methodology 24 (1998). With one group only, or a share of 0 or 1, the groups
 * tell nothing about how alike they are: then each counts as one observation.
 *
 * @throws CollateralError `invalid-option` for counts that are none, or when there is nothing to divide by.
 */
export function clusteredShare(groups: readonly Share[]): ClusteredShare {
  let numerator = 0;
  let denominator = 0;
  groups.forEach((group, index) => {
    requireNumber(`groups[${index}].denominator`, group.denominator, { least: 1, isWhole: true });
    requireNumber(`groups[${index}].numerator`, group.numerator, { least: 0, most: group.denominator, isWhole: true });
    numerator += group.numerator;
    denominator += group.denominator;
  });
  requireNumber('denominator', denominator, { least: 1 });
  const share = numerator / denominator;
  const independent = (share * (1 - share)) / denominator;
  if (groups.length < 2 || independent === 0) return { numerator, denominator, effectiveCount: groups.length };
  const squares = groups.reduce((sum, group) => sum + (group.numerator - share * group.denominator) ** 2, 0);
  const variance = ((groups.length / (groups.length - 1)) * squares) / (denominator * denominator);
  return { numerator, denominator, effectiveCount: denominator / Math.max(1, variance / independent) };
}
