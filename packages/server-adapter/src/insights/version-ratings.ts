import type { Distribution, Metric } from '@collateral/sdk/contract';
import { readAllReleases, readReleases, type RatingTable, type Release } from '../privacy/releases.js';
import type { RatingsRow } from '../store/aggregate-row.js';
import { getOrMake } from '../store/get-or-make.js';
import { aggregate } from './aggregate.js';
import { readDisputedRatings, tableWithoutDisputed, withoutDisputed } from './disputed-ratings.js';
import { total } from './distribution.js';
import { learnKindPriors, priorOf, type KindPriors } from './kind-priors.js';
import { versionName, versionOfName, type RatedVersion } from './rated-version.js';
import { ratingMetric, tallyRatings, type RatingTally } from './rating-metric.js';
import { isDue, pauseAnew, releaseAnew, wholeOf } from './release-versions.js';
import { counted, readCatalogue, type InsightsSource } from './source.js';

/** The ratings of versions, as they may be shown. */
export interface VersionRatings {
  /** Live counts, for counting only: what they say about values is not for anybody to see. */
  readonly live: ReadonlyMap<string, RatingTally>;
  /** What may be shown, by month. Everything shown of ratings is made from these, so that no two figures tell of different moments. */
  readonly released: ReadonlyMap<string, RatingTable>;
  /** The same as it is kept, disputed ratings included, with what was told of months that are over; of all also what is no longer shown. */
  readonly releases: ReadonlyMap<string, Release>;
  readonly priors: KindPriors;
}

type ShownRatings = Omit<VersionRatings, 'priors'>;

/** Counts the live ratings of every version of all items, and releases what may be shown. */
export function readVersionRatings(source: InsightsSource): Promise<VersionRatings> {
  return counted(source, 'version ratings', async () => {
    const ratings = await readRatings(source, null);
    const [shown, items] = await Promise.all([withoutDisputes(source, ratings), readCatalogue(source)]);
    return { ...shown, priors: learnKindPriors(items, [...ratings.released].flatMap(distributionOf)) };
  });
}

/**
 * The same for some items, as they are now. The priors are those of all: they are learned from everything that may be shown, whoever
 * looked at what before.
 */
export async function readVersionRatingsOf(source: InsightsSource, ids: readonly string[]): Promise<VersionRatings> {
  if (ids.length === 0) return { live: new Map(), released: new Map(), releases: new Map(), priors: new Map() };
  const { priors } = await readVersionRatings(source);
  return { ...(await withoutDisputes(source, await readRatings(source, ids))), priors };
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
  const table = ratings.released.get(name);
  const prior = priorOf(ratings.priors, kind);
  if (table === undefined) return { metric: ratingMetric(live, policy, prior), distribution: null };
  const distribution = wholeOf(table);
  const n = total(distribution);
  const newer = { reason: 'not-yet-shown', count: Math.max(0, live.n - n) };
  const excluded = newer.count > 0 ? [...live.excluded, newer] : live.excluded;
  return { metric: ratingMetric({ distribution, n, excluded }, policy, prior), distribution };
}

const emptyTally: RatingTally = tallyRatings([]);

function distributionOf([name, table]: readonly [string, RatingTable]): readonly {
  readonly collateralId: string;
  readonly distribution: Distribution;
}[] {
  const version = versionOfName(name);
  return version === null ? [] : [{ collateralId: version.collateralId, distribution: wholeOf(table) }];
}

async function readRatings(source: InsightsSource, collateralIds: readonly string[] | null): Promise<ShownRatings> {
  const { store, tenant, policy } = source;
  const rows = await aggregate(store, tenant, {
    type: 'ratings',
    by: ['collateralId', 'version'],
    ...(collateralIds !== null && { collateralIds }),
  });
  const live = tallyByVersion(rows);
  const enough = [...live].filter(([, { n }]) => n >= policy.minimumGroup).map(([name]) => name);
  const known = await (collateralIds === null ? readAllReleases(source) : readReleases(source, enough));
  const due = enough.filter((name) => isDue(known.get(name), live.get(name)?.distribution ?? []));
  await releaseAnew(source, due, known);
  // Of some items the others, and how they stand, are not known.
  const isEnough = new Set(enough);
  if (collateralIds === null) await pauseAnew(source, known, isEnough, new Set(due));
  const releases = new Map([...known, ...(await readReleases(source, due))]);
  for (const [name, one] of releases) if (!isEnough.has(name)) releases.set(name, withoutAfterUse(one));
  const released = enough.flatMap((name) => {
    const one = releases.get(name);
    return one === undefined ? [] : [[name, one.table] as const];
  });
  return { live, released: new Map(released), releases };
}

// While so few ratings are left that nothing is told of them, nothing is told of a part of them either.
function withoutAfterUse({ table, revision, history }: Release): Release {
  return { table, revision, ...(history && { history }) };
}

/** Leaves disputed ratings out of what is counted and shown; what is released and when has nothing to do with them. */
async function withoutDisputes(
  source: InsightsSource,
  { live, released, releases }: ShownRatings,
): Promise<ShownRatings> {
  const disputed = (await readDisputedRatings(source)).filter((one) => live.has(versionName(one)));
  if (disputed.length === 0) return { live, released, releases };
  const counts = new Map(live);
  const tables = new Map(released);
  for (const one of disputed) {
    const name = versionName(one);
    counts.set(name, withoutDisputed(counts.get(name) ?? emptyTally, one));
    const table = tables.get(name);
    const left = table && tableWithoutDisputed(table, one, source.policy.minimumGroup);
    if (left) tables.set(name, left);
    else tables.delete(name);
  }
  return { live: counts, released: tables, releases };
}

function tallyByVersion(rows: Iterable<RatingsRow>): ReadonlyMap<string, RatingTally> {
  const byVersion = new Map<string, RatingsRow[]>();
  for (const row of rows) {
    const { collateralId = '', version = null } = row.group;
    getOrMake(byVersion, versionName({ collateralId, version }), (): RatingsRow[] => []).push(row);
  }
  return new Map([...byVersion].map(([name, own]) => [name, tallyRatings(own)]));
}
