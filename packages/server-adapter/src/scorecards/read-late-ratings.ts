import { collateralScale } from '@collateral/sdk/contract';
import { aggregate } from '../insights/aggregate.js';
import { calendarDay } from '../insights/calendar-day.js';
import { counted, type InsightsSource } from '../insights/source.js';
import { toldOnce } from '../insights/told-once.js';
import { versionName } from '../insights/rated-version.js';
import { canonicalJson } from '../store/canonical-json.js';
import { getOrMake } from '../store/get-or-make.js';
import type { MeasuredPeriod } from './measured-period.js';
import { lastDayOf, lastMonthOf } from './read-items.js';
import { ratingsForLift, weightOf, type PublishedVersion } from './version-lifts.js';

/** A version with the label of the one before it; null for the first of its item. */
export interface NewVersion extends Omit<PublishedVersion, 'hasLateRatings' | 'isFirst'> {
  readonly previous: string | null;
}

/**
 * Counts how many rated the version before after the new one had come out, until the end of a period. Of a period that is over it is
 * said as it was first: whoever rates anew later would else be late as well, and a lift that was told would be told no more.
 */
export async function readLateRatings(
  source: InsightsSource,
  period: MeasuredPeriod,
  versions: readonly NewVersion[],
): Promise<ReadonlyMap<NewVersion, number>> {
  const month = lastMonthOf(period);
  // Of the others there is no lift anyway.
  const judged = versions.filter((one) => weightOf(one) >= ratingsForLift);
  const days = await readRatedDays(source, period, judged);
  const dayOf = calendarDay(period.timeZone);
  const lastDay = month === null ? period.endDay : lastDayOf(month);
  const names = new Map(
    judged.map((one) => [one, canonicalJson(['late', one.collateralId, one.previous, one.version, month])]),
  );
  const counts = new Map(
    [...names].map(([{ collateralId, previous, publishedAt }, name]) => {
      const publishedOn = dayOf(Date.parse(publishedAt));
      const own = days.get(versionName({ collateralId, version: previous })) ?? [];
      const late = own.filter(({ day }) => day >= publishedOn && day <= lastDay);
      return [name, late.reduce((sum, { ratings }) => sum + ratings, 0)];
    }),
  );
  const told = month === null ? counts : await toldOnce(source, counts);
  return new Map([...names].map(([one, name]) => [one, told.get(name) ?? 0]));
}

/** How many live ratings that count each version got on which day, since the oldest of the new versions came out. */
function readRatedDays(
  source: InsightsSource,
  { span, timeZone }: MeasuredPeriod,
  versions: readonly NewVersion[],
): Promise<ReadonlyMap<string, readonly RatedDay[]>> {
  return counted(source, `rated days ${span.firstDay} ${span.lastDay}`, async () => {
    const days = new Map<string, RatedDay[]>();
    const [oldest] = versions.map(({ publishedAt }) => Date.parse(publishedAt)).toSorted((one, other) => one - other);
    if (oldest === undefined) return days;
    const query = {
      type: 'ratings',
      by: ['collateralId', 'version', 'day'],
      collateralIds: [...new Set(versions.map(({ collateralId }) => collateralId))],
      from: calendarDay(timeZone)(oldest),
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
