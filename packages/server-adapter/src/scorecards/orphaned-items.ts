import { isLive, ownItems, settledAt, type ItemRules, type MeasuredItem } from './measured-item.js';
import { counted, itemPlace, type Outcome } from './outcome.js';
import { ownerAt } from './owner-spans.js';

/** P9: live items without an owner at the end of the period. Within the grace the one who left still counts. */
export function orphanedItems(items: readonly MeasuredItem[], rules: ItemRules): readonly Outcome[] {
  const { period, graceDays } = rules;
  const at = settledAt(period, graceDays);
  return ownItems(items, rules)
    .filter((item) => isLive(item, period))
    .map(({ collateralId, version, owners }) =>
      counted(itemPlace(collateralId, version), (ownerAt(owners, at)?.producer ?? null) === null),
    );
}
