import { leftOutOfUse, ownItems, type ItemRules, type MeasuredItem } from './measured-item.js';
import { counted, itemPlace, type Outcome } from './outcome.js';

/**
 * P1: items somebody else used in the period, out of those that were live for at least the grace.
 *
 * @param views - qualified views in the period by item, own use left out.
 */
export function usageRate(
  items: readonly MeasuredItem[],
  views: ReadonlyMap<string, number>,
  rules: ItemRules,
): readonly Outcome[] {
  const { span } = rules.period;
  return ownItems(items, rules)
    .filter(({ retiredOn }) => retiredOn === null || retiredOn >= span.firstDay)
    .map(
      (item) =>
        leftOutOfUse(item, rules) ??
        counted(itemPlace(item.collateralId, item.version), (views.get(item.collateralId) ?? 0) > 0, item.publishedOn),
    );
}
