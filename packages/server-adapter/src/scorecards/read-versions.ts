import { collateralScale } from '@collateral/sdk/contract';
import { aggregate } from '../insights/aggregate.js';
import { calendarDay } from '../insights/calendar-day.js';
import { total } from '../insights/distribution.js';
import { priorOf } from '../insights/kind-priors.js';
import { areMostlyEarly } from '../insights/late-ratings.js';
import { counted, type InsightsSource } from '../insights/source.js';
import { readVersionRatings, versionName, wholeOf } from '../insights/version-ratings.js';
import { getOrMake } from '../store/get-or-make.js';
import { readOwnedItems, tableOf } from './read-items.js';
import type { MeasuredPeriod } from './measured-period.js';
import { isWithin } from './measured-period.js';
import type { PublishedVersion } from './version-lifts.js';

/** Reads the versions that came out in a period, each with the ratings of the one before and its own. */
export function readVersions(source: InsightsSource, period: MeasuredPeriod): Promise<readonly PublishedVersion[]> {
  const { firstDay, lastDay } = period.span;
  return counted(source, `versions ${firstDay} ${lastDay}`, () => readPublished(source, period));
}

async function readPublished(source: InsightsSource, period: MeasuredPeriod): Promise<readonly PublishedVersion[]> {
  const [items, ratings] = await Promise.all([readOwnedItems(source), readVersionRatings(source)]);
  const dayOf = calendarDay(period.timeZone);
  const published = items.flatMap(({ item, owners, versions }) =>
    versions.flatMap(({ version, publishedAt }, index) =>
      isWithin(Date.parse(publishedAt), period)
        ? [{ item, owners, version, publishedAt, previous: versions[index - 1]?.version ?? null }]
        : [],
    ),
  );
  const rated = await readRatedDays(source, period, [...new Set(published.map(({ item }) => item.id))]);
  return published.map(({ item, owners, version, publishedAt, previous }): PublishedVersion => {
    const [before, after] = [previous, version].map((one) => {
      const table = one === null ? null : tableOf(ratings, item.id, one);
      return table === null ? null : wholeOf(table);
    });
    const publishedOn = dayOf(Date.parse(publishedAt));
    const days = rated.get(versionName({ collateralId: item.id, version: previous })) ?? [];
    const late = days.reduce((sum, { day, ratings: n }) => sum + (day >= publishedOn ? n : 0), 0);
    return {
      collateralId: item.id,
      version,
      publishedAt,
      owners,
      before: before ?? null,
      after: after ?? null,
      hasLateRatings: !areMostlyEarly(late, total(before ?? [])),
      isFirst: previous === null,
      prior: priorOf(ratings.priors, item.kind),
    };
  });
}

/** How many live ratings that count each version got on which day, from the beginning of the period on. */
function readRatedDays(
  source: InsightsSource,
  { span }: MeasuredPeriod,
  collateralIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RatedDay[]>> {
  return counted(source, `rated days ${span.firstDay} ${span.lastDay}`, async () => {
    const days = new Map<string, RatedDay[]>();
    if (collateralIds.length === 0) return days;
    const query = {
      type: 'ratings',
      by: ['collateralId', 'version', 'day'],
      collateralIds,
      from: span.firstDay,
    } as const;
    for (const { group, excluded, scaleId, ratings } of await aggregate(source.store, source.tenant, query)) {
      if (excluded !== null || scaleId !== collateralScale.id) continue;
      const { collateralId = '', version = null, day = '' } = group;
      getOrMake(days, versionName({ collateralId, version }), (): RatedDay[] => []).push({ day, ratings });
    }
    return days;
  });
}

interface RatedDay {
  readonly day: string;
  readonly ratings: number;
}
