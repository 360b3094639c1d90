import { isLive, ownItems, type ItemRules, type MeasuredItem } from './measured-item.js';
import { counted, itemPlace, leftOut, type Outcome } from './outcome.js';

/** P8: live items past their review date at the end of the period, out of those that have one. */
export function staleItems(items: readonly MeasuredItem[], rules: ItemRules): readonly Outcome[] {
  const { period } = rules;
  return ownItems(items, rules)
    .filter((item) => isLive(item, period))
    .map(({ collateralId, version, reviewBy }) => {
      const place = itemPlace(collateralId, version);
      return reviewBy === null ? leftOut(place, 'no-review-date') : counted(place, reviewBy < period.endDay, reviewBy);
    });
}
