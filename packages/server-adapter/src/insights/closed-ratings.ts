import type { Distribution } from '@collateral/sdk/contract';
import { historyOf, toldAt } from '../privacy/closed-months.js';
import { readDisputedRatings, type StoredDispute } from './disputed-ratings.js';
import { learnKindPriors, type KindPriors } from './kind-priors.js';
import { counted, readCatalogue, type InsightsSource } from './source.js';
import { readVersionRatings, versionName, versionOfName, wholeOf, type VersionRatings } from './version-ratings.js';

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
  const ratings = await readVersionRatings(source);
  if (month === null) return { distributions: wholes(ratings), priors: ratings.priors };
  return counted(source, `ratings at ${month}`, async () => {
    const [items, disputed] = await Promise.all([readCatalogue(source), readDisputedRatings(source)]);
    const distributions = distributionsAt(ratings, month, disputed, source.policy.minimumGroup);
    const scored = [...distributions].flatMap(([name, distribution]) => {
      const version = versionOfName(name);
      return version === null ? [] : [{ collateralId: version.collateralId, distribution }];
    });
    return { distributions, priors: learnKindPriors(items, scored) };
  });
}

function distributionsAt(
  { released, releases }: VersionRatings,
  month: string,
  disputed: readonly StoredDispute[],
  minimum: number,
): ReadonlyMap<string, Distribution> {
  const told = new Map<string, Distribution>();
  for (const [name, one] of releases) {
    const { releasedIn, closed } = historyOf(one, minimum);
    const table = released.get(name);
    const distribution = month >= releasedIn ? table && wholeOf(table) : toldAt(closed, month);
    if (distribution) told.set(name, distribution);
  }
  for (const { collateralId, version, value, month: ratedIn } of disputed) {
    const name = versionName({ collateralId, version });
    const distribution = told.get(name);
    const one = releases.get(name);
    // What is told now is without it already.
    if (!distribution || !one || month >= historyOf(one, minimum).releasedIn || ratedIn > month) continue;
    const left = distribution.with(value - 1, Math.max(0, (distribution[value - 1] ?? 0) - 1));
    if (left.reduce((sum, count) => sum + count, 0) < minimum) told.delete(name);
    else told.set(name, left);
  }
  return told;
}

function wholes({ released }: VersionRatings): ReadonlyMap<string, Distribution> {
  return new Map([...released].map(([name, table]) => [name, wholeOf(table)]));
}
