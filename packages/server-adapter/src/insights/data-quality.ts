import type { DataQuality, Metric, MetricWindow } from '@collateral/sdk/contract';
import { aggregate } from './aggregate.js';
import { addDays } from './day-math.js';
import { windowOf } from './day-start.js';
import { portionFigure, shareFigure } from './figure.js';
import type { InsightsQuestion } from './insights-question.js';
import type { ItemRow } from './item-rows.js';
import { readUse } from './item-use.js';
import { exclusionsOf, responseRateOf } from './overview-parts.js';
import { counted, readCatalogue } from './source.js';

/** Tells what to know before one trusts the figures. Late arrivals and unknown items are about all items, whatever the filter. */
export async function dataQuality(
  question: InsightsQuestion,
  rows: readonly ItemRow[],
  isWhole: boolean,
): Promise<DataQuality> {
  const { source, span } = question;
  const window = windowOf(span, source.policy.timeZone);
  const [arrivals, items, uses] = await Promise.all([
    readArrivals(question),
    readCatalogue(source),
    readUse(source, span),
  ]);
  const used = rows.filter(({ everybodysUse }) => everybodysUse.views > 0);
  const scored = used.filter(({ insight }) => (insight.rating.n ?? 0) >= source.policy.ratingMinimum.n);
  return {
    responseRate: responseRateOf(rows, { window, minimum: source.policy.minimumGroup, isWhole }),
    coverage: shareFigure(scored.length, used.length, { window }),
    lateArrivals: portionFigure(arrivals.late, arrivals.facts, { window }),
    excludedViews: excludedViewsOf(rows, window),
    uncatalogued: [...uses].filter(([id, { views }]) => views > 0 && !items.has(id)).length,
  };
}

function readArrivals({ source, span }: InsightsQuestion): Promise<{ readonly facts: number; readonly late: number }> {
  const { firstDay, lastDay } = span;
  return counted(source, `arrivals ${firstDay} ${lastDay}`, async () => {
    const query = { type: 'arrivals', by: [], from: firstDay, to: addDays(lastDay, 1) } as const;
    const [row] = await aggregate(source.store, source.tenant, query);
    return { facts: row?.facts ?? 0, late: row?.late ?? 0 };
  });
}

function excludedViewsOf(rows: readonly ItemRow[], window: MetricWindow): Metric {
  const reasons = new Map<string, number>();
  let views = 0;
  for (const { everybodysUse } of rows) {
    views += everybodysUse.views;
    for (const { reason, count } of everybodysUse.excluded) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
  }
  const left = [...reasons.values()].reduce((sum, count) => sum + count, 0);
  return portionFigure(left, views + left, { window, excluded: exclusionsOf(reasons) });
}
