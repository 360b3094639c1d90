import { type Item, type Metric, type VersionInsight } from '@collateral/sdk/contract';
import { versionLift } from '../statistics/version-lift.js';
import { aggregate } from './aggregate.js';
import { calendarDay } from './calendar-day.js';
import { total } from './distribution.js';
import { hiddenFigure } from './figure.js';
import { areMostlyEarly } from './late-ratings.js';
import { priorOf } from './kind-priors.js';
import { tallyRatings } from './rating-metric.js';
import type { InsightsSource } from './source.js';
import { distributionTold, figuresTold, type RatingsAsked } from './ratings-told.js';
import { versionName } from './rated-version.js';
import { readVersionRatings, type VersionRatings } from './version-ratings.js';

/** Fewest ratings on each side of a lift. */
const ratingsForLift = 5;

/** Gives the versions of an item with their scores, oldest first, and what each did to the rating. */
export async function versionInsights(
  source: InsightsSource,
  item: Item,
  afterUse: boolean,
): Promise<readonly VersionInsight[]> {
  const versions = (item.versions ?? []).toSorted(
    (one, other) => Date.parse(one.publishedAt) - Date.parse(other.publishedAt),
  );
  const ratings = await readVersionRatings(source);
  const asked = { policy: source.policy, afterUse };
  const beforeDay = calendarDay(source.policy.timeZone);
  return Promise.all(
    versions.map(async ({ version, publishedAt }, index): Promise<VersionInsight> => {
      const figures = figuresTold(ratings, { collateralId: item.id, version }, item.kind, asked);
      const old = versions[index - 1]?.version;
      const publishedOn = beforeDay(Date.parse(publishedAt));
      const lift = old === undefined ? null : await liftOf(source, item, { ratings, asked, old, version, publishedOn });
      const oldFigures =
        old === undefined ? null : figuresTold(ratings, { collateralId: item.id, version: old }, item.kind, asked);
      return {
        version,
        publishedAt,
        rating: figures.metric,
        distribution: figures.distribution,
        lift: lift?.metric ?? null,
        liftProbability: lift?.probability ?? null,
        mayRegress: (oldFigures?.metric.value ?? Infinity) < source.policy.targetRating,
      };
    }),
  );
}

interface Lift {
  readonly metric: Metric;
  readonly probability: number | null;
}

interface LiftQuestion {
  readonly ratings: VersionRatings;
  readonly asked: RatingsAsked;
  readonly old: string;
  readonly version: string;
  readonly publishedOn: string;
}

/**
 * Compares a version with the one before. Where many ratings of the old one came from the day of the new one on, the lift is hidden
 * (late-ratings.ts).
 */
async function liftOf(
  source: InsightsSource,
  item: Item,
  { ratings, asked, old, version, publishedOn }: LiftQuestion,
): Promise<Lift> {
  const none = { value: null, interval: null, window: null, excluded: [], method: 'version-lift' };
  const [after, all] = [version, old].map((one) =>
    distributionTold(ratings, versionName({ collateralId: item.id, version: one }), asked),
  );
  const liveN = ratings.live.get(versionName({ collateralId: item.id, version }))?.n ?? 0;
  if (!after || !all || total(after) < ratingsForLift || total(all) < ratingsForLift)
    // How many came after use is told with the scores, or not at all.
    return asked.afterUse
      ? { metric: hiddenFigure('version-lift', null), probability: null }
      : { metric: { ...none, n: liveN, state: 'early' }, probability: null };
  if (
    !areMostlyEarly(
      await countLate(source, { collateralId: item.id, version: old, from: publishedOn, ...asked }),
      total(all),
    )
  )
    return { metric: hiddenFigure('version-lift', null), probability: null };
  const { difference, interval, probability } = versionLift(all, after, priorOf(ratings.priors, item.kind));
  return { metric: { ...none, value: difference, n: total(all) + total(after), interval, state: 'ok' }, probability };
}

interface LateQuestion {
  readonly collateralId: string;
  readonly version: string;
  readonly from: string;
  readonly afterUse: boolean;
}

async function countLate(
  { store, tenant }: InsightsSource,
  { collateralId, version, from, afterUse }: LateQuestion,
): Promise<number> {
  const rows = await aggregate(store, tenant, {
    type: 'ratings',
    by: afterUse ? ['version', 'afterUse'] : ['version'],
    collateralIds: [collateralId],
    from,
  });
  return tallyRatings(rows.filter(({ group }) => group.version === version && group.afterUse !== false)).n;
}
