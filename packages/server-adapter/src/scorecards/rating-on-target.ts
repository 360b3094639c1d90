import type { Distribution } from '@collateral/sdk/contract';
import { dirichletMean } from '../statistics/dirichlet.js';
import { normalCdf } from '../statistics/normal.js';
import { ownItems, type ItemRules, type MeasuredItem } from './measured-item.js';
import { counted, itemPlace, leftOut, type Outcome } from './outcome.js';

/** An item with what may be shown of its ratings. */
export interface RatedItem extends MeasuredItem {
  /** By version, oldest first, as they stood at the end of the period; null where nothing may be shown. */
  readonly ratings: readonly { readonly version: string | null; readonly distribution: Distribution | null }[];
  /** Imagined ratings per point its score starts with. */
  readonly prior: readonly number[];
}

const enoughChance = 0.8;

/**
 * P3: items that reach the target rating, out of those with enough ratings.
 *
 * P(M ≥ target) = Φ((M − target) / √V) ≥ 0.8. The latest version with enough ratings speaks for the item, so that a new version
 * without ratings does not hide an old low score; and an item that was retired in the period still counts, so that taking a
 * low-rated one away does not raise the share.
 */
export function ratingOnTarget(
  items: readonly RatedItem[],
  { targetRating, minimumRatings }: { readonly targetRating: number; readonly minimumRatings: number },
  rules: ItemRules,
): readonly Outcome[] {
  const { span } = rules.period;
  return ownItems(items, rules)
    .filter(({ retiredOn }) => retiredOn === null || retiredOn >= span.firstDay)
    .map(({ collateralId, version, ratings, prior }) => {
      const rated = ratings.findLast(({ distribution }) => sumOf(distribution ?? []) >= minimumRatings);
      if (!rated?.distribution) return leftOut(itemPlace(collateralId, version), 'too-few-ratings');
      return counted(
        itemPlace(collateralId, rated.version),
        chanceToReach(rated.distribution, prior, targetRating) >= enoughChance,
      );
    });
}

/** Gives the chance that the true mean is at least a target, 0 to 1. */
export function chanceToReach(distribution: Distribution, prior: readonly number[], target: number): number {
  const { mean, standardDeviation } = dirichletMean(distribution, prior);
  if (standardDeviation === 0) return mean >= target ? 1 : 0;
  return normalCdf((mean - target) / standardDeviation);
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
