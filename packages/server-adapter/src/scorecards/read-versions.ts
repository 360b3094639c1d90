import { readRatingsAt } from '../insights/closed-ratings.js';
import { total } from '../insights/distribution.js';
import { priorOf } from '../insights/kind-priors.js';
import { areMostlyEarly } from '../insights/late-ratings.js';
import { counted, type InsightsSource } from '../insights/source.js';
import { versionName } from '../insights/rated-version.js';
import { isWithin, type MeasuredPeriod } from './measured-period.js';
import { lastMonthOf, readOwnedItems } from './read-items.js';
import { readLateRatings, type NewVersion } from './read-late-ratings.js';
import { judgedAt, type PublishedVersion } from './version-lifts.js';

/**
 * Reads the versions that came out in a period, or were old enough in it to be judged, each with the ratings of the one before and its
 * own: as they stood at the end of the period.
 */
export function readVersions(source: InsightsSource, period: MeasuredPeriod): Promise<readonly PublishedVersion[]> {
  const { firstDay, lastDay } = period.span;
  return counted(source, `versions ${firstDay} ${lastDay}`, () => readPublished(source, period));
}

async function readPublished(source: InsightsSource, period: MeasuredPeriod): Promise<readonly PublishedVersion[]> {
  const month = lastMonthOf(period);
  const [items, { distributions, priors }] = await Promise.all([readOwnedItems(source), readRatingsAt(source, month)]);
  const published = items.flatMap(({ item, owners, versions }) =>
    versions.flatMap(({ version, publishedAt }, index): readonly NewVersion[] => {
      if (!isWithin(Date.parse(publishedAt), period) && !isWithin(judgedAt({ publishedAt }), period)) return [];
      const previous = versions[index - 1]?.version ?? null;
      const [before, after] = [previous, version].map((one) =>
        one === null ? null : distributions.get(versionName({ collateralId: item.id, version: one })),
      );
      const place = { collateralId: item.id, version, previous, publishedAt };
      return [{ ...place, owners, before: before ?? null, after: after ?? null, prior: priorOf(priors, item.kind) }];
    }),
  );
  const late = await readLateRatings(source, period, published);
  return published.map((one): PublishedVersion => {
    const { previous, ...version } = one;
    const hasLateRatings = !areMostlyEarly(late.get(one) ?? 0, total(one.before ?? []));
    return { ...version, hasLateRatings, isFirst: previous === null };
  });
}
