import { collateralScale, type Distribution, type Item, type TrendPoint } from '@collateral/sdk/contract';
import { releasedDistributions } from '../privacy/releases.js';
import { showableParts } from '../privacy/suppression.js';
import { canonicalJson } from '../store/canonical-json.js';
import { aggregate } from './aggregate.js';
import { addDays } from './day-math.js';
import type { InsightsQuestion } from './insights-question.js';
import { priorOf, readKindPriors } from './kind-priors.js';
import { ratingMetric } from './rating-metric.js';
import { noRatings, total } from './version-ratings.js';

/** How far back the course of an item's rating goes. */
const months = 24;

/**
 * Gives the mean of the ratings of each of the last months, of all versions. Months with few ratings are hidden, and so is one more
 * when what is hidden could be worked out from the whole.
 */
export async function ratingsByMonth({ source, today }: InsightsQuestion, item: Item): Promise<readonly TrendPoint[]> {
  const { store, tenant, policy } = source;
  const rows = await aggregate(store, tenant, { type: 'ratings', by: ['day'], collateralIds: [item.id] });
  const byMonth = new Map<string, number[]>();
  for (const { group, excluded, scaleId, value, ratings } of rows) {
    if (excluded !== null || scaleId !== collateralScale.id) continue;
    const month = (group.day ?? '').slice(0, 7);
    const distribution = byMonth.get(month) ?? [...noRatings()];
    distribution[value - 1] = (distribution[value - 1] ?? 0) + ratings;
    byMonth.set(month, distribution);
  }
  const parts = [...byMonth].map(([key, distribution]) => ({ key, people: total(distribution) }));
  const showable = showableParts(parts, policy.minimumGroup);
  const nameOf = (month: string): string => canonicalJson(['month', item.id, month]);
  const released = await releasedDistributions(
    store,
    tenant,
    new Map(
      [...byMonth].flatMap(([month, distribution]) => (showable.has(month) ? [[nameOf(month), { distribution }]] : [])),
    ),
  );
  const prior = priorOf(await readKindPriors(source), item.kind);
  return lastMonths(today).map((month): TrendPoint => {
    const days = { firstDay: `${month}-01`, lastDay: addDays(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`, -1) };
    const shown: Distribution | undefined = released.get(nameOf(month));
    if (!byMonth.has(month)) return { ...days, value: null, n: 0, interval: null, state: 'none' };
    if (shown === undefined) return { ...days, value: null, n: null, interval: null, state: 'hidden' };
    const n = total(shown);
    const { value, interval, state } = ratingMetric({ distribution: shown, n, excluded: [] }, policy, prior);
    return { ...days, value, n, interval, state };
  });
}

function lastMonths(today: string): readonly string[] {
  const list: string[] = [];
  for (let month = today.slice(0, 7); list.length < months; month = addDays(`${month}-01`, -1).slice(0, 7))
    list.unshift(month);
  return list;
}
