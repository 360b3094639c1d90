import type { Distribution, Item, TrendPoint } from '@collateral/sdk/contract';
import { peopleBetween, stillDistributions, type RatingTable } from '../privacy/releases.js';
import { isSafeRest, showableParts } from '../privacy/suppression.js';
import { canonicalJson } from '../store/canonical-json.js';
import { getOrMake } from '../store/get-or-make.js';
import { addUp, noRatings, total } from './distribution.js';
import type { InsightsQuestion } from './insights-question.js';
import { priorOf } from './kind-priors.js';
import { lastMonths, type Month } from './months.js';
import { partMonths, type PartOfMonth } from './months-after-use.js';
import { ratingMetric } from './rating-metric.js';
import { counted } from './source.js';
import { versionOfName } from './rated-version.js';
import { wholeOf } from './release-versions.js';
import { readVersionRatings, type VersionRatings } from './version-ratings.js';

/** The ratings given in one month. */
export interface MonthOfRatings extends Month {
  /** How many there are in scores that are shown. */
  readonly n: number;
  /** What may be shown of them; null when nothing may. */
  readonly shown: Distribution | null;
}

/** Gives the mean of the ratings of an item, of all versions, in each of the last 24 months. */
export async function ratingsByMonth(question: InsightsQuestion, item: Item): Promise<readonly TrendPoint[]> {
  const { source, today, afterUse } = question;
  const ratings = await readVersionRatings(source);
  const tables = tablesOf(ratings, (name) => versionOfName(name)?.collateralId === item.id);
  const months = monthsOf(tables);
  const parts = [...months].map(([key, distribution]) => ({ key, people: total(distribution) }));
  const showable = showableParts(parts, source.policy.minimumGroup);
  const shown = await showMonths(question, ['month', item.id], tables, (month) => showable.has(month));
  const partOf = afterUse ? partMonths(ratings, item.id) : null;
  return lastMonths(today).map((month) => {
    const all = { ...month, n: total(months.get(month.month) ?? []), shown: shown.get(month.month) ?? null };
    return pointOf(partOf ? narrowed(all, partOf(month.month)) : all, question, priorOf(ratings.priors, item.kind));
  });
}

/** A month in which some ratings came after use and some did not is not told. */
function narrowed(month: MonthOfRatings, part: PartOfMonth): MonthOfRatings {
  if (month.n === 0 || month.shown === null || part === 'all') return month;
  return part === 'none' ? { ...month, n: 0, shown: null } : { ...month, shown: null };
}

/** Gives the ratings of all items in each of the last 24 months. */
export function monthsOfEverything(question: InsightsQuestion): Promise<readonly MonthOfRatings[]> {
  return counted(question.source, `months ${question.today}`, () => countMonths(question));
}

async function countMonths(question: InsightsQuestion): Promise<readonly MonthOfRatings[]> {
  const { source, today } = question;
  const { minimumGroup } = source.policy;
  const ratings = await readVersionRatings(source);
  const tables = tablesOf(ratings, () => true);
  const months = monthsOf(tables);
  const tooSmall = smallItemMonths(ratings.released, minimumGroup);
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
  tables: readonly TableBesideSums[],
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

/** The ratings of a version by month, and what everybody can add up of the version: nothing, all, those after use, the others. */
interface TableBesideSums {
  readonly table: RatingTable;
  readonly sums: readonly Distribution[];
}

function tablesOf(
  { released, releases }: VersionRatings,
  isAsked: (name: string) => boolean,
): readonly TableBesideSums[] {
  return [...released]
    .filter(([name]) => isAsked(name))
    .map(([name, table]) => {
      const told = releases.get(name)?.afterUse?.told ?? {};
      const [all, after] = [wholeOf(table), wholeOf(told)];
      return { table, sums: [noRatings(), all, after, all.map((count, at) => count - (after[at] ?? 0))] };
    });
}

/** The fewest ratings by which a month and a choice of these sums can differ. */
function restBesideVersions(tables: readonly TableBesideSums[], month: string): number {
  return tables.reduce((rest, { table, sums }) => {
    const inside = table[month];
    if (inside === undefined) return rest;
    return rest + Math.min(...sums.map((sum) => peopleBetween(sum, inside)));
  }, 0);
}

/** Counts the ratings of each month on items that have too few in it to show the month themselves. */
function smallItemMonths(released: ReadonlyMap<string, RatingTable>, minimum: number): ReadonlyMap<string, number> {
  const items = new Map<string, { readonly table: RatingTable }[]>();
  for (const [name, table] of released)
    getOrMake(items, versionOfName(name)?.collateralId ?? '', (): { readonly table: RatingTable }[] => []).push({
      table,
    });
  const sums = new Map<string, number>();
  for (const tables of items.values())
    for (const [month, distribution] of monthsOf(tables)) {
      const n = total(distribution);
      if (n < minimum) sums.set(month, (sums.get(month) ?? 0) + n);
    }
  return sums;
}

function monthsOf(tables: Iterable<{ readonly table: RatingTable }>): ReadonlyMap<string, Distribution> {
  const months = new Map<string, Distribution>();
  for (const { table } of tables)
    for (const [month, distribution] of Object.entries(table))
      months.set(month, addUp(months.get(month) ?? noRatings(), distribution));
  return months;
}
