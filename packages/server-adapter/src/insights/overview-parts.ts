import type { Exclusion, Metric, MetricWindow } from '@collateral/sdk/contract';
import { shareFigure } from './figure.js';
import type { ItemRow } from './item-rows.js';

/**
 * The share of viewers who rated: person by person and item by item, so that it adds up over items.
 *
 * Of everything there is, it counts everything: leaving the most viewed items out, as almost everybody's view of them is hidden,
 * would show another rate than the true one. Only while the hidden part is a single item, or may be about few people, would the
 * rest give it away.
 * Of a choice of items it leaves the hidden ones out: under two filters the difference would be about them alone.
 */
export function responseRateOf(
  rows: readonly ItemRow[],
  { window, minimum, isWhole }: { readonly window: MetricWindow; readonly minimum: number; readonly isWhole: boolean },
): Metric {
  const shown = { viewers: 0, raters: 0, items: 0 };
  const hidden = { viewers: 0, raters: 0, items: 0 };
  // At least so many different people are behind the hidden part.
  let peopleHidden = 0;
  for (const { use, insight } of rows) {
    if (use === null || use.viewers === 0) continue;
    const part = insight.viewers.state === 'hidden' ? hidden : shown;
    part.viewers += use.viewers;
    part.raters += use.raters;
    part.items += 1;
    if (part === hidden) peopleHidden = Math.max(peopleHidden, use.viewers);
  }
  if (isWhole && hidden.items > 1 && peopleHidden >= minimum)
    return shareFigure(shown.raters + hidden.raters, shown.viewers + hidden.viewers, { window });
  const excluded = [{ reason: 'items-with-hidden-viewers', count: hidden.items }];
  return shareFigure(shown.raters, shown.viewers, { window, excluded });
}

/** Exclusions in the order of their reasons. */
export function exclusionsOf(reasons: ReadonlyMap<string, number>): readonly Exclusion[] {
  return [...reasons].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([reason, count]) => ({ reason, count }));
}
