import type { InsightsItem, Metric, MetricWindow } from '@collateral/sdk/contract';
import type { ActionsRow } from '../store/aggregate-row.js';
import { countFigure } from './figure.js';

const actionNames = {
  download: 'downloads',
  share: 'shares',
  present: 'presentations',
  complete: 'completions',
} as const;

/** Makes the counts of what else was done with something. */
export function actionFigures(
  rows: readonly ActionsRow[],
  window: MetricWindow,
): Pick<InsightsItem, 'downloads' | 'shares' | 'presentations' | 'completions'> {
  const figure = (action: keyof typeof actionNames): Metric => {
    const own = rows.filter((row) => row.action === action);
    const times = own.find(({ excluded }) => excluded === null)?.times ?? 0;
    const excluded = own.flatMap((row) => (row.excluded === null ? [] : [{ reason: row.excluded, count: row.times }]));
    return countFigure(times, actionNames[action], { window, excluded });
  };
  return {
    downloads: figure('download'),
    shares: figure('share'),
    presentations: figure('present'),
    completions: figure('complete'),
  };
}
