import type { Distribution } from '@collateral/sdk/contract';
import { toldSteps, type ToldStep } from '../privacy/closed-months.js';
import { addMonths } from '../privacy/month-math.js';
import { calendarDay } from './calendar-day.js';
import { readDisputesThen, type DisputeThen } from './disputes-then.js';
import { learnKindPriors, type KindPriors } from './kind-priors.js';
import { counted, readCatalogue, type InsightsSource } from './source.js';
import { versionName, versionOfName } from './rated-version.js';
import { wholeOf } from './release-versions.js';
import { readVersionRatings, type VersionRatings } from './version-ratings.js';

/** Ratings as they stood at the end of a month. */
export interface RatingsAt {
  /** By version name; missing where nothing may be told. */
  readonly distributions: ReadonlyMap<string, Distribution>;
  readonly priors: KindPriors;
}

/**
 * Reads how every version was rated at the end of a month, and what was imagined before its ratings then.
 *
 * @param month - `YYYY-MM`, one that is over; null for what is told now.
 */
export async function readRatingsAt(source: InsightsSource, month: string | null): Promise<RatingsAt> {
  if (month === null) {
    const ratings = await readVersionRatings(source);
    return { distributions: wholes(ratings), priors: ratings.priors };
  }
  return counted(source, `ratings at ${month}`, async () => (await readThen(source))(month));
}

/** A month that is over, with the versions of which something else was told than in the month before. */
export interface RatedMonth {
  /** `YYYY-MM` */
  readonly month: string;
  /** By version name. */
  readonly changed: ReadonlyMap<string, Distribution>;
  readonly priors: KindPriors;
}

/** Reads how ratings went on from month to month, oldest first, as each month was told. */
export function readRatedMonths(source: InsightsSource): Promise<readonly RatedMonth[]> {
  return counted(source, 'rated months', async () => {
    const { releases } = await readVersionRatings(source);
    const ratingsAt = await readThen(source);
    const thisMonth = calendarDay(source.policy.timeZone)(source.cache.now).slice(0, 7);
    const starts = [...stepsByName(releases, source.policy.minimumGroup).values()].map(
      ([first]) => first?.from ?? thisMonth,
    );
    const months: RatedMonth[] = [];
    let before: RatingsAt['distributions'] = new Map();
    for (let month = starts.toSorted()[0] ?? thisMonth; month < thisMonth; month = addMonths(month, 1)) {
      const { distributions, priors } = ratingsAt(month);
      const isChanged = ([name, one]: readonly [string, Distribution]): boolean =>
        before.get(name)?.join() !== one.join();
      months.push({ month, changed: new Map([...distributions].filter(isChanged)), priors });
      before = distributions;
    }
    return months;
  });
}

async function readThen(source: InsightsSource): Promise<(month: string) => RatingsAt> {
  const [{ releases }, items, disputes] = await Promise.all([
    readVersionRatings(source),
    readCatalogue(source),
    readDisputesThen(source),
  ]);
  const { minimumGroup } = source.policy;
  const steps = stepsByName(releases, minimumGroup);
  return (month) => {
    const distributions = distributionsAt(steps, month, disputes, minimumGroup);
    const scored = [...distributions].flatMap(([name, distribution]) => {
      const version = versionOfName(name);
      return version === null ? [] : [{ collateralId: version.collateralId, distribution }];
    });
    return { distributions, priors: learnKindPriors(items, scored) };
  };
}

function stepsByName(releases: VersionRatings['releases'], minimum: number): ReadonlyMap<string, readonly ToldStep[]> {
  const versions = [...releases].filter(([name]) => versionOfName(name) !== null);
  return new Map(versions.map(([name, one]) => [name, toldSteps(one, minimum)]));
}

function distributionsAt(
  steps: ReadonlyMap<string, readonly ToldStep[]>,
  month: string,
  disputes: readonly DisputeThen[],
  minimum: number,
): ReadonlyMap<string, Distribution> {
  const told = new Map<string, Distribution>();
  for (const [name, own] of steps) {
    const distribution = own.findLast(({ from }) => from <= month)?.distribution;
    if (distribution) told.set(name, distribution);
  }
  for (const { collateralId, version, value, ratedIn, changedIn } of disputes) {
    const name = versionName({ collateralId, version });
    const distribution = told.get(name);
    if (!distribution || ratedIn > month || (changedIn !== null && changedIn <= month)) continue;
    const left = distribution.with(value - 1, Math.max(0, (distribution[value - 1] ?? 0) - 1));
    if (left.reduce((sum, count) => sum + count, 0) < minimum) told.delete(name);
    else told.set(name, left);
  }
  return told;
}

function wholes({ released }: VersionRatings): ReadonlyMap<string, Distribution> {
  return new Map([...released].map(([name, table]) => [name, wholeOf(table)]));
}
