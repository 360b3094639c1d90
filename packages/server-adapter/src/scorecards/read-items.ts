import { versionAt, type Item, type ItemVersion } from '@collateral/sdk/contract';
import { calendarDay } from '../insights/calendar-day.js';
import { addDays } from '../insights/day-math.js';
import { readRatingsAt } from '../insights/closed-ratings.js';
import { priorOf } from '../insights/kind-priors.js';
import { counted, everyDocument, readCatalogue, type InsightsSource } from '../insights/source.js';
import { versionName } from '../insights/rated-version.js';
import { monthBefore } from '../privacy/closed-months.js';
import type { MeasuredPeriod } from './measured-period.js';
import type { OwnerSpan } from './owner-spans.js';
import { spansOf, spansOfDocument, type OwnerHistories } from './ownership.js';
import type { RatedItem } from './rating-on-target.js';

/** An item of the catalogue with its owners over time and its versions, oldest first. */
export interface CataloguedItem {
  readonly item: Item;
  readonly owners: readonly OwnerSpan[];
  readonly versions: readonly ItemVersion[];
}

/** Reads the catalogue with who owned what when. */
export function readOwnedItems(source: InsightsSource): Promise<readonly CataloguedItem[]> {
  return counted(source, 'owned items', async () => {
    const [items, histories] = await Promise.all([readCatalogue(source), readHistories(source)]);
    return [...items.values()].map((item) => ({
      item,
      owners: spansOf(histories, item),
      versions: (item.versions ?? []).toSorted(
        (one, other) => Date.parse(one.publishedAt) - Date.parse(other.publishedAt),
      ),
    }));
  });
}

async function readHistories(source: InsightsSource): Promise<OwnerHistories> {
  const histories = new Map<string, readonly OwnerSpan[]>();
  for await (const [id, document] of everyDocument(source, 'owners')) histories.set(id, spansOfDocument(document));
  return histories;
}

/** Describes the items for measuring, as they stood at the end of a period. */
export async function measuredItems(source: InsightsSource, period: MeasuredPeriod): Promise<readonly RatedItem[]> {
  const [items, ratings] = await Promise.all([readOwnedItems(source), readRatingsAt(source, lastMonthOf(period))]);
  const dayOf = calendarDay(period.timeZone);
  // The last instant that still counts: what is published at the end belongs to the next period.
  const last = new Date(Date.parse(period.asOf) - 1).toISOString();
  return items.map(({ item, owners, versions }): RatedItem => {
    const first = versions[0];
    const published = versions.filter(({ publishedAt }) => Date.parse(publishedAt) < Date.parse(period.asOf));
    return {
      collateralId: item.id,
      version: versionAt(item, last),
      owners,
      publishedOn: first === undefined ? null : dayOf(Date.parse(first.publishedAt)),
      retiredOn: item.retiredAt === undefined ? null : dayOf(Date.parse(item.retiredAt)),
      hasAudience: item.audience?.length !== 0,
      reviewBy: item.reviewBy ?? null,
      prior: priorOf(ratings.priors, item.kind),
      ratings: (published.length === 0 ? [null] : published.map(({ version }) => version)).map((version) => ({
        version,
        distribution: ratings.distributions.get(versionName({ collateralId: item.id, version })) ?? null,
      })),
    };
  });
}

/** The last whole month of a period that is over; ratings are told by month. Null while it goes on: then they count as far as they have come. */
export function lastMonthOf({ endDay, asOf, window }: MeasuredPeriod): string | null {
  if (asOf !== window.to) return null;
  const month = endDay.slice(0, 7);
  return lastDayOf(month) <= endDay ? month : monthBefore(month);
}

// Every version has the same few months, and a scorecard asks for each of them thousands of times.
const lastDays = new Map<string, string>();

/** Gives the last day of a month, `YYYY-MM`. */
export function lastDayOf(month: string): string {
  const known = lastDays.get(month);
  if (known !== undefined) return known;
  const lastDay = addDays(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`, -1);
  if (lastDays.size >= 10_000) lastDays.clear();
  lastDays.set(month, lastDay);
  return lastDay;
}
