import type { Distribution } from '@collateral/sdk/contract';
import { readMany } from '../store/read-many.js';
import type { Document, Store } from '../store/store.js';

/** How many people must have changed a distribution before it is shown anew. */
const peoplePerRelease = 3;

/** A distribution as it is now. */
export interface LiveDistribution {
  readonly distribution: Distribution;
  /**
   * What it is of, when a name stands for something else from time to time, as "the last week" does. Another content has nothing
   * to hide from the one before.
   */
  readonly of?: string;
}

/**
 * Gives the distributions that may be shown, by the same names.
 *
 * Whoever looks before and after one person rates would learn what that person said. So a distribution is shown as it was when
 * it was last released, and released anew only when at least three people stand between the two. What was released is kept in
 * the store: every process and every route shows the same, also after a restart.
 *
 * @param live - counts as they are now; each with enough people to be shown at all.
 */
export async function releasedDistributions(
  store: Store,
  tenant: string,
  live: ReadonlyMap<string, LiveDistribution>,
): Promise<ReadonlyMap<string, Distribution>> {
  const stored = await readMany(store, tenant, 'releases', live.keys());
  const shown = new Map<string, Distribution>();
  const writes: Promise<void>[] = [];
  for (const [name, { distribution, of = '' }] of live) {
    const release = stored.get(name);
    const known = release === undefined ? null : distributionOf(release.document, of);
    const mayRelease = known === null || peopleBetween(known, distribution) >= peoplePerRelease;
    shown.set(name, known !== null && !mayRelease ? known : distribution);
    if (mayRelease) writes.push(write(name, { distribution, of }, release?.revision ?? 0));
  }
  await Promise.all(writes);
  return shown;

  async function write(name: string, now: Required<LiveDistribution>, expectedRevision: number): Promise<void> {
    const outcome = await store.put(tenant, 'releases', name, { ...now }, { expectedRevision });
    // Another process was faster: two releases at once could differ by one person.
    if (!outcome.ok && outcome.current !== null)
      shown.set(name, distributionOf(outcome.current.document, now.of) ?? now.distribution);
  }
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

function distributionOf({ distribution, of }: Document, wanted: string): Distribution | null {
  // Only this file fills the collection.
  return of === wanted ? (distribution as Distribution) : null;
}
