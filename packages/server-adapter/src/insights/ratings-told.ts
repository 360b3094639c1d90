import type { Distribution, Metric } from '@collateral/sdk/contract';
import { toldAfterUse } from '../privacy/after-use.js';
import type { RatingTable } from '../privacy/releases.js';
import { noRatings, total } from './distribution.js';
import { hiddenFigure } from './figure.js';
import { priorOf } from './kind-priors.js';
import { ratingMetric } from './rating-metric.js';
import type { InsightsSource } from './source.js';
import { versionName, type RatedVersion } from './rated-version.js';
import { wholeOf } from './release-versions.js';
import { versionFigures, type VersionRatings } from './version-ratings.js';

/** Which ratings are asked for, and what rules hold for them. */
export interface RatingsAsked {
  readonly policy: InsightsSource['policy'];
  /** Only ratings whose giver had used the item before. */
  readonly afterUse: boolean;
}

/** A score with its distribution; null when there is none to show. */
export interface RatingFigures {
  readonly metric: Metric;
  readonly distribution: Distribution | null;
}

/** Gives the score of a version with its distribution: of all its ratings, or of those after use. */
export function figuresTold(
  ratings: VersionRatings,
  version: RatedVersion,
  kind: string | undefined,
  { policy, afterUse }: RatingsAsked,
): RatingFigures {
  const all = versionFigures(ratings, version, kind, policy);
  if (!afterUse || all.metric.state === 'none') return all;
  const name = versionName(version);
  const distribution = distributionTold(ratings, name, { policy, afterUse });
  if (distribution === null) return { metric: hiddenFigure('dirichlet-mean', null), distribution: null };
  const metric = ratingMetric(
    { distribution, n: total(distribution), excluded: leftOut(ratings, name, distribution) },
    policy,
    priorOf(ratings.priors, kind),
  );
  return { metric, distribution: metric.state === 'none' ? null : distribution };
}

/** Gives how often each point may be told of a version; null when nothing may. */
export function distributionTold(
  { released, releases }: VersionRatings,
  name: string,
  { policy, afterUse }: RatingsAsked,
): Distribution | null {
  const table = released.get(name);
  if (table === undefined) return null;
  if (!afterUse) return wholeOf(table);
  const release = releases.get(name);
  const told = release && toldAfterUse(release, policy.minimumGroup);
  if (!told || release.table === table) return told ? wholeOf(told) : null;
  // A rating under review is left out of all, and nobody is told whether it came after use, unless all or none did.
  const part = sizeOf(release.afterUse?.part ?? {});
  if (part === sizeOf(release.table)) return wholeOf(table);
  return part === 0 ? noRatings() : null;
}

function sizeOf(table: RatingTable): number {
  return total(wholeOf(table));
}

/** Says what is not counted: those given without use, those after use not told apart yet, and those newer than the release. */
function leftOut(
  { live, released, releases }: VersionRatings,
  name: string,
  told: Distribution,
): readonly { readonly reason: string; readonly count: number }[] {
  const { n = 0, excluded = [] } = live.get(name) ?? {};
  const all = sizeOf(released.get(name) ?? {});
  // Where all came after use, one of them may be under review.
  const after = Math.min(all, sizeOf(releases.get(name)?.afterUse?.part ?? {}));
  return [
    ...excluded,
    { reason: 'without-use', count: all - after },
    { reason: 'not-told-apart', count: after - total(told) },
    { reason: 'not-yet-shown', count: n - all },
  ].filter(({ count }) => count > 0);
}
