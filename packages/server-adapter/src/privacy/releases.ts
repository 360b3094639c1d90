import type { Distribution } from '@collateral/sdk/contract';
import { readMany } from '../store/read-many.js';
import type { Document, Store, StoredDocument } from '../store/store.js';

/** How many people must have changed a figure before it is shown anew. */
export const peoplePerRelease = 3;

/** Where releases are kept. */
export interface ReleasePlace {
  readonly store: Store;
  readonly tenant: string;
}

/** Ratings by month (`YYYY-MM`) and point. */
export type RatingTable = Readonly<Record<string, Distribution>>;

/** What was released under a name. */
export interface Release {
  readonly table: RatingTable;
  readonly revision: number;
  /** Absent where nothing is told of months that are over, and in releases of before that was kept. */
  readonly history?: ReleaseHistory;
  /** Absent where nothing is told of ratings after use, and in releases of before that was kept. */
  readonly afterUse?: AfterUseRelease;
}

/** Since when something is released, and what was told when each month before had ended (closed-months.ts). */
export interface ReleaseHistory {
  /** `YYYY-MM` */
  readonly releasedIn: string;
  /** How it stood at the end of each month; null where nothing was told. */
  readonly closed: Readonly<Record<string, Distribution | null>>;
  /** So many took their ratings back that nothing is told of the months since `releasedIn`. */
  readonly isPaused?: boolean;
}

/** What is kept beside a release of the ratings in it that were given after use. */
export interface AfterUseRelease {
  /** Those in the release, by month: the next release is compared with them. Not for anybody to see. */
  readonly part: RatingTable;
  /** What is told of them: as they were in this release or in an earlier one; null while nothing is. */
  readonly told: RatingTable | null;
  /** Each release since then brought only ratings after use or only others. */
  readonly isPure: boolean;
  /** How many ratings at least stand between what the releases since brought and what of it came after use. */
  readonly mixed: number;
}

/**
 * Reads what was released.
 *
 * Whoever looks before and after one person rates would learn what that person said. So ratings are shown as they were when they
 * were last released, and released anew only when at least three people stand between the two. What was released is kept in the
 * store: every process and every route shows the same, also after a restart.
 */
export async function readReleases(
  { store, tenant }: ReleasePlace,
  names: Iterable<string>,
): Promise<ReadonlyMap<string, Release>> {
  const stored = await readMany(store, tenant, 'releases', names);
  return new Map([...stored].map(([name, one]) => [name, releaseOf(one)]));
}

/** Reads everything that was ever released. */
export async function readAllReleases({ store, tenant }: ReleasePlace): Promise<ReadonlyMap<string, Release>> {
  const releases = new Map<string, Release>();
  let cursor: string | undefined;
  do {
    const page = await store.list(tenant, 'releases', { limit: 1_000, ...(cursor !== undefined && { cursor }) });
    for (const one of page.documents) releases.set(one.key, releaseOf(one));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return releases;
}

/** Tells whether ratings as they are now may be released. Distributions may be compared where tables are not at hand. */
export function mayRelease(known: readonly Distribution[], now: readonly Distribution[]): boolean {
  return peopleBetween(known.flat(), now.flat()) >= peoplePerRelease;
}

/** Releases a table, unless another process was faster; gives what is released now. */
export async function release(
  { store, tenant }: ReleasePlace,
  name: string,
  table: RatingTable,
  expectedRevision: number,
  kept: Partial<ReleaseHistory> & Pick<Release, 'afterUse'> = {},
): Promise<RatingTable> {
  const outcome = await store.put(tenant, 'releases', name, { table, ...kept }, { expectedRevision });
  // Two releases at once could differ by one person.
  return outcome.ok || outcome.current === null ? table : tableOf(outcome.current.document);
}

/**
 * Gives the distributions that may be shown. One that differs from what was last shown by one or two people is left out: to show the
 * old one would not do, because it stands beside others that have moved on.
 */
export async function stillDistributions(
  place: ReleasePlace,
  now: ReadonlyMap<string, Distribution>,
): Promise<ReadonlyMap<string, Distribution>> {
  const known = await readReleases(place, now.keys());
  const shown = new Map<string, Distribution>();
  await Promise.all(
    [...now].map(async ([name, distribution]) => {
      const last = known.get(name);
      const people = last === undefined ? peoplePerRelease : peopleBetween(last.table['all'] ?? [], distribution);
      if (people > 0 && people < peoplePerRelease) return;
      const released = people === 0 ? null : await release(place, name, { all: distribution }, last?.revision ?? 0);
      if (released === null || peopleBetween(released['all'] ?? [], distribution) === 0) shown.set(name, distribution);
    }),
  );
  return shown;
}

/**
 * Counts the people who at least must have changed something between two distributions. One person takes one rating away, adds
 * one, or both.
 */
export function peopleBetween(before: Distribution, after: Distribution): number {
  let added = 0;
  let taken = 0;
  for (let point = 0; point < Math.max(before.length, after.length); point++) {
    const change = (after[point] ?? 0) - (before[point] ?? 0);
    if (change > 0) added += change;
    else taken -= change;
  }
  return Math.max(added, taken);
}

function tableOf({ table }: Document): RatingTable {
  // Only this file fills the collection.
  return table as RatingTable;
}

function releaseOf({ document, revision }: Pick<StoredDocument, 'document' | 'revision'>): Release {
  return { table: tableOf(document), revision, ...historyOf(document), ...afterUseOf(document) };
}

function historyOf({ releasedIn, closed, isPaused }: Document): Pick<Release, 'history'> {
  if (typeof releasedIn !== 'string') return {};
  return {
    history: { releasedIn, closed: closed as ReleaseHistory['closed'], ...(isPaused === true && { isPaused }) },
  };
}

function afterUseOf({ afterUse }: Document): Pick<Release, 'afterUse'> {
  return afterUse === undefined ? {} : { afterUse: afterUse as AfterUseRelease };
}
