import type { InsightsQuadrant, QuadrantPoint } from '@collateral/sdk/contract';
import { filterRows, rowsInScope } from './insights-scope.js';
import { frameOf, type InsightsQuestion } from './insights-question.js';
import { readItemRows, type ItemRow } from './item-rows.js';

/** Answers the square of use against rating: live items with a score as points, those without apart. */
export async function quadrantScreenOf(question: InsightsQuestion): Promise<InsightsQuadrant> {
  const { source, scope, filter } = question;
  const rows = filterRows(rowsInScope(await readItemRows(source, question), scope), filter);
  const live = rows.filter(({ isLive }) => isLive).toSorted((one, other) => percentileOf(other) - percentileOf(one));
  const scored = live.filter(({ insight }) => insight.rating.state === 'ok');
  return {
    ...frameOf(question),
    points: scored.map(pointOf),
    early: live.filter(({ insight }) => insight.rating.state !== 'ok').map(pointOf),
  };
}

function pointOf(row: ItemRow): QuadrantPoint {
  const { collateralId, title, kind, views, rating, quadrant } = row.insight;
  return { collateralId, title, kind, views: views.metric.value, usePercentile: percentileOf(row), rating, quadrant };
}

function percentileOf({ insight }: ItemRow): number {
  return insight.usePercentile ?? 0;
}
