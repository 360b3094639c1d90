import { collateralScale, type Distribution, type Metric } from '@collateral/sdk/contract';
import { releasedDistributions } from '../privacy/releases.js';
import { canonicalJson } from '../store/canonical-json.js';
import { getOrMake } from '../store/get-or-make.js';
import type { RatingsRow } from '../store/aggregate-row.js';
import { aggregate } from './aggregate.js';
import { priorOf, readKindPriors, type KindPriors } from './kind-priors.js';
import { ratingMetric, tallyRatings, type RatingTally } from './rating-metric.js';
import { counted, type InsightsSource } from './source.js';

/** One version of one item; null for the ratings of an item without versions. */
export interface RatedVersion {
  readonly collateralId: string;
  readonly version: string | null;
}

/** The ratings of every version, as they may be shown. */
export interface VersionRatings {
  /** Live counts, for counting only: what they say about values is not for anybody to see. */
  readonly live: ReadonlyMap<string, RatingTally>;
  /** Distributions that may be shown. */
  readonly released: ReadonlyMap<string, Distribution>;
  readonly priors: KindPriors;
}

/** Name under which the ratings of a version are kept and released. */
export function versionName({ collateralId, version }: RatedVersion): string {
  return canonicalJson(['version', collateralId, version]);
}

/** Counts the live ratings of every version of all items, and releases what may be shown. */
export function readVersionRatings(source: InsightsSource): Promise<VersionRatings> {
  return counted(source, 'version ratings', async () => {
    const rows = await aggregate(source.store, source.tenant, { type: 'ratings', by: ['collateralId', 'version'] });
    const live = tallyByVersion(rows);
    const released = await release(source, live);
    return { live, released, priors: await readKindPriors(source) };
  });
}

/** The same for some items, without asking for all. */
export async function readVersionRatingsOf(
  source: InsightsSource,
  collateralIds: readonly string[],
): Promise<VersionRatings> {
  if (collateralIds.length === 0) return { live: new Map(), released: new Map(), priors: new Map() };
  const query = { type: 'ratings', by: ['collateralId', 'version'], collateralIds } as const;
  const live = tallyByVersion(await aggregate(source.store, source.tenant, query));
  const released = await release(source, live);
  return { live, released, priors: await readKindPriors(source) };
}

/** Gives the score of a version with its distribution. */
export function versionFigures(
  ratings: VersionRatings,
  version: RatedVersion,
  kind: string | undefined,
  policy: InsightsSource['policy'],
): { readonly metric: Metric; readonly distribution: Distribution | null } {
  const name = versionName(version);
  const live = ratings.live.get(name) ?? emptyTally;
  const distribution = ratings.released.get(name);
  const prior = priorOf(ratings.priors, kind);
  if (distribution === undefined) return { metric: ratingMetric(live, policy, prior), distribution: null };
  const n = total(distribution);
  const newer = { reason: 'not-yet-shown', count: Math.max(0, live.n - n) };
  const excluded = newer.count > 0 ? [...live.excluded, newer] : live.excluded;
  return { metric: ratingMetric({ distribution, n, excluded }, policy, prior), distribution };
}

/** Adds a distribution up. */
export function total(distribution: Distribution): number {
  return distribution.reduce((sum, count) => sum + count, 0);
}

const emptyTally: RatingTally = tallyRatings([]);

function tallyByVersion(rows: Iterable<RatingsRow>): ReadonlyMap<string, RatingTally> {
  const byVersion = new Map<string, RatingsRow[]>();
  for (const row of rows) {
    const { collateralId = '', version = null } = row.group;
    getOrMake(byVersion, versionName({ collateralId, version }), (): RatingsRow[] => []).push(row);
  }
  return new Map([...byVersion].map(([name, own]) => [name, tallyRatings(own)]));
}

async function release(
  { store, tenant, policy }: InsightsSource,
  live: ReadonlyMap<string, RatingTally>,
): Promise<ReadonlyMap<string, Distribution>> {
  const enough = [...live].filter(([, { n }]) => n >= policy.minimumGroup);
  return releasedDistributions(
    store,
    tenant,
    new Map(enough.map(([name, { distribution }]) => [name, { distribution }])),
  );
}

/** A distribution without any rating. */
export function noRatings(): Distribution {
  return collateralScale.points.map(() => 0);
}
