import type { Metric } from '@collateral/sdk/contract';
import { windowOf } from './day-start.js';
import { shareFigure } from './figure.js';
import type { InsightsQuestion } from './insights-question.js';
import type { ItemRow } from './item-rows.js';
import { isNew, standingRules } from './item-standing.js';
import type { DaySpan } from './period.js';

/** The share of items that were used, out of those that could be expected to be: live, not new, with an audience. */
export function usedShare({ source }: InsightsQuestion, span: DaySpan, rows: readonly ItemRow[]): Metric {
  const rules = standingRules(span, source.policy);
  const left = { new: 0, retired: 0, 'no-audience': 0 };
  let used = 0;
  let expected = 0;
  for (const { item, isLive, everybodysUse } of rows) {
    if (!isLive) left.retired += 1;
    else if (isNew(item, rules)) left.new += 1;
    else if (item.audience?.length === 0) left['no-audience'] += 1;
    else {
      expected += 1;
      if (everybodysUse.views > 0) used += 1;
    }
  }
  const excluded = Object.entries(left).map(([reason, count]) => ({ reason, count }));
  return shareFigure(used, expected, { window: windowOf(span, rules.timeZone), excluded });
}
