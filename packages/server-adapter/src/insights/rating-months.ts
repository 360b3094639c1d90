import type { Distribution, Item, TrendPoint } from '@collateral/sdk/contract';
import { stillDistributions, type RatingTable } from '../privacy/releases.js';
import { isSafeRest, showableParts } from '../privacy/suppression.js';
import { canonicalJson } from '../store/canonical-json.js';
import { getOrMake } from '../store/get-or-make.js';
import { addUp, noRatings, total } from './distribution.js';
import type { InsightsQuestion } from './insights-question.js';
import { priorOf } from './kind-priors.js';
import { lastMonths, type Month } from './months.js';
import { ratingMetric } from './rating-metric.js';
import { counted } from './source.js';
import { readVersionRatings, versionOfName, wholeOf } from './version-ratings.js';

/** The ratings given in one month. */
export interface MonthOfRatings extends Month {
  /** How many there are in scores that are shown. */
  readonly n: number;
  /** What may be shown of them; null when nothing may. */
  readonly shown: Distribution | null;
}

/** Gives the mean of the ratings of an item, of all versions, in each of the last 24 months. */
export async function ratingsByMonth(question: InsightsQuestion, item: Item): Promise<readonly TrendPoint[]> {
  const { source, today } = question;
  const { released, priors } = await readVersionRatings(source);
  const tables = [...released].flatMap(([name, table]) =>
    versionOfName(name)?.collateralId === item.id ? [table] : [],
  );
  const months = monthsOf(tables);
  const parts = [...months].map(([key, distribution]) => ({ key, people: total(distribution) }));
  const showable = showableParts(parts, source.policy.minimumGroup);
  const shown = await showMonths(question, ['month', item.id], tables, (month) => showable.has(month));
  return lastMonths(today).map((month) =>
    pointOf(
      { ...month, n: total(months.get(month.month) ?? []), shown: shown.get(month.month) ?? null },
      question,
      priorOf(priors, item.kind),
    ),
  );
}

/** Gives the ratings of all items in each of the last 24 months. */
export function monthsOfEverything(question: InsightsQuestion): Promise<readonly MonthOfRatings[]> {
  return counted(question.source, `months ${question.today}`, () => countMonths(question));
}

async function countMonths(question: InsightsQuestion): Promise<readonly MonthOfRatings[]> {
  const { source, today } = question;
  const { minimumGroup } = source.policy;
  const { released } = await readVersionRatings(source);
  const tables = [...released.values()];
  const months = monthsOf(tables);
  const tooSmall = smallItemMonths(released, minimumGroup);
  const shown = await showMonths(question, ['everything'], tables, (month) => {
    const n = total(months.get(month) ?? []);
    return n >= minimumGroup && isSafeRest(tooSmall.get(month) ?? 0, minimumGroup);
  });
  return lastMonths(today).map((month) => ({
    ...month,
    n: total(months.get(month.month) ?? []),
    shown: shown.get(month.month) ?? null,
  }));
}

/** One month as a point of a course. */
export function pointOf(
  { firstDay, lastDay, n, shown }: MonthOfRatings,
  { source }: InsightsQuestion,
  prior: readonly number[],
): TrendPoint {
  const days = { firstDay, lastDay };
  if (n === 0) return { ...days, value: null, n: 0, interval: null, state: 'none' };
  if (shown === null) return { ...days, value: null, n: null, interval: null, state: 'hidden' };
  const { value, interval, state } = ratingMetric({ distribution: shown, n, excluded: [] }, source.policy, prior);
  return { ...days, value, n, interval, state };
}

/**
 * Chooses the months that may be shown beside the scores of versions: those whose difference to any choice of these scores is about
 * nobody or about enough people. Every month and every score is a sum over the same tables.
 */
async function showMonths(
  { source }: InsightsQuestion,
  subject: readonly string[],
  tables: readonly RatingTable[],
  isShowable: (month: string) => boolean,
): Promise<ReadonlyMap<string, Distribution>> {
  const { minimumGroup } = source.policy;
  const nameOf = (month: string): string => canonicalJson([...subject, month]);
  const safe = [...monthsOf(tables)].filter(
    ([month]) => isShowable(month) && isSafeRest(restBesideVersions(tables, month), minimumGroup),
  );
  const shown = await stillDistributions(source, new Map(safe.map(([month, one]) => [nameOf(month), one])));
  return new Map(
    safe.flatMap(([month]) => {
      const distribution = shown.get(nameOf(month));
      return distribution === undefined ? [] : [[month, distribution]];
    }),
  );
}

/** The fewest ratings by which a month and a choice of versions can differ. */
function restBesideVersions(tables: readonly RatingTable[], month: string): number {
  return tables.reduce((rest, table) => {
    const inside = total(table[month] ?? []);
    return inside === 0 ? rest : rest + Math.min(inside, total(wholeOf(table)) - inside);
  }, 0);
}

/** Counts the ratings of each month on items that have too few in it to show the month themselves. */
function smallItemMonths(released: ReadonlyMap<string, RatingTable>, minimum: number): ReadonlyMap<string, number> {
  const items = new Map<string, RatingTable[]>();
  for (const [name, table] of released)
    getOrMake(items, versionOfName(name)?.collateralId ?? '', (): RatingTable[] => []).push(table);
  const sums = new Map<string, number>();
  for (const tables of items.values())
    for (const [month, distribution] of monthsOf(tables)) {
      const n = total(distribution);
      if (n < minimum) sums.set(month, (sums.get(month) ?? 0) + n);
    }
  return sums;
}

function monthsOf(tables: readonly RatingTable[]): ReadonlyMap<string, Distribution> {
  const months = new Map<string, Distribution>();
  for (const table of tables)
    for (const [month, distribution] of Object.entries(table))
      months.set(month, addUp(months.get(month) ?? noRatings(), distribution));
  return months;
}
