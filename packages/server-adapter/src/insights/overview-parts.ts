import type { Exclusion, Metric, MetricWindow } from '@collateral/sdk/contract';
import { shareFigure } from './figure.js';
import type { ItemRow } from './item-rows.js';

/**
 * The share of viewers who rated: person by person and item by item, so that it adds up over items.
 *
 * Items with too few viewers are left out: under two filters the difference would be about them alone.
 */
export function responseRateOf(
  rows: readonly ItemRow[],
  period: 'use' | 'previousUse',
  window: MetricWindow,
  minimum: number,
): Metric {
  let viewers = 0;
  let raters = 0;
  for (const row of rows) {
    const use = row[period];
    const isHidden = period === 'use' && row.insight.viewers.state === 'hidden';
    if (use === null || isHidden || use.viewers < minimum) continue;
    viewers += use.viewers;
    raters += use.raters;
  }
  return shareFigure(raters, viewers, { window });
}

/** Exclusions in the order of their reasons. */
export function exclusionsOf(reasons: ReadonlyMap<string, number>): readonly Exclusion[] {
  return [...reasons].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([reason, count]) => ({ reason, count }));
}
