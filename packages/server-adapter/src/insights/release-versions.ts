import { collateralScale, type Distribution } from '@collateral/sdk/contract';
import { stepAfterUse } from '../privacy/after-use.js';
import { closeMonths, pauseMonths } from '../privacy/closed-months.js';
import { mayRelease, release, type RatingTable, type Release } from '../privacy/releases.js';
import { getOrMake } from '../store/get-or-make.js';
import { aggregate } from './aggregate.js';
import { calendarDay } from './calendar-day.js';
import { addUp, noRatings } from './distribution.js';
import { versionName, versionOfName } from './rated-version.js';
import type { InsightsSource } from './source.js';

/** Tells whether so much has changed since a release that there may be another. */
export function isDue(known: Release | undefined, now: Distribution): boolean {
  return known === undefined || mayRelease([wholeOf(known.table)], [now]);
}

/** Adds the months of a table up. */
export function wholeOf(table: RatingTable): Distribution {
  return Object.values(table).reduce(addUp, noRatings());
}

/** Releases the ratings of some versions as they are now. Which month each rating is of is asked only for these. */
export async function releaseAnew(
  source: InsightsSource,
  names: readonly string[],
  known: ReadonlyMap<string, Release>,
): Promise<void> {
  if (names.length === 0) return;
  const wanted = new Set(names);
  const collateralIds = [...new Set(names.map((name) => versionOfName(name)?.collateralId ?? ''))];
  const { all, afterUse } = await readTables(source, collateralIds);
  const { minimumGroup, timeZone } = source.policy;
  const releasedIn = calendarDay(timeZone)(source.cache.now).slice(0, 7);
  await Promise.all(
    [...all]
      .filter(([name]) => wanted.has(name))
      .map(async ([name, table]) => {
        const before = known.get(name) ?? null;
        const closed = closeMonths(before, table, releasedIn, minimumGroup);
        const part = stepAfterUse(before, table, afterUse.get(name) ?? {}, minimumGroup);
        await release(source, name, table, before?.revision ?? 0, { releasedIn, closed, afterUse: part });
      }),
  );
}

/**
 * Notes of which versions nothing is told any more, or again. What was released stays in the store: shown anew beside ratings of
 * others, it would tell what these said.
 */
export async function pauseAnew(
  source: InsightsSource,
  known: ReadonlyMap<string, Release>,
  enough: ReadonlySet<string>,
  due: ReadonlySet<string>,
): Promise<void> {
  const { minimumGroup, timeZone } = source.policy;
  const now = calendarDay(timeZone)(source.cache.now).slice(0, 7);
  await Promise.all(
    [...known].map(async ([name, one]) => {
      const isPaused = !enough.has(name);
      if (versionOfName(name) === null || due.has(name) || isPaused === (one.history?.isPaused ?? false)) return;
      const { afterUse } = one;
      const kept = { ...pauseMonths(one, isPaused, now, minimumGroup), ...(afterUse && { afterUse }) };
      await release(source, name, one.table, one.revision, kept);
    }),
  );
}

/** Ratings of versions by month and point, and those of them that were given after use. */
interface ReadTables {
  readonly all: ReadonlyMap<string, RatingTable>;
  readonly afterUse: ReadonlyMap<string, RatingTable>;
}

async function readTables({ store, tenant }: InsightsSource, collateralIds: readonly string[]): Promise<ReadTables> {
  const all = new Map<string, Record<string, Distribution>>();
  const afterUse = new Map<string, Record<string, Distribution>>();
  const query = { type: 'ratings', by: ['collateralId', 'version', 'day', 'afterUse'], collateralIds } as const;
  for (const { group, excluded, scaleId, value, ratings } of await aggregate(store, tenant, query)) {
    if (excluded !== null || scaleId !== collateralScale.id) continue;
    const { collateralId = '', version = null, day = '' } = group;
    for (const tables of group.afterUse === true ? [all, afterUse] : [all]) {
      const table = getOrMake(tables, versionName({ collateralId, version }), (): Record<string, Distribution> => ({}));
      const month = day.slice(0, 7);
      const own = table[month] ?? noRatings();
      table[month] = own.with(value - 1, (own[value - 1] ?? 0) + ratings);
    }
  }
  return { all, afterUse };
}
