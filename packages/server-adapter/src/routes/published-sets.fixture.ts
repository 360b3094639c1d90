import type { Metric } from '@collateral/sdk/contract';
import { now } from '../handler.fixture.js';
import type { InsightsWorld } from './insights-world.fixture.js';

const dayMs = 86_400_000;

/** What people did in a small company. */
export interface Population {
  readonly items: readonly { readonly id: string; readonly kind: string; readonly producer: string }[];
  readonly acts: readonly Act[];
}

/** Somebody viewed an item or heard of it elsewhere, and perhaps rated it. */
interface Act {
  readonly who: string;
  /** Absent means viewed. */
  readonly isUnseen?: boolean;
  readonly team: string;
  readonly item: string;
  readonly version: string;
  readonly daysAgo: number;
  readonly value: number | null;
}

/** A figure that is shown, with the people or ratings behind it. */
export interface PublishedSet {
  readonly name: string;
  readonly members: ReadonlySet<string>;
  /** Two sets of one kind of parts have nobody in common, as everybody can know. */
  readonly partOf?: string;
  /** What the set is of, by which everybody can know that it holds another; absent where only its members tell. */
  readonly scope?: SetScope;
}

/** Whose use of what on which days; null means all. */
export interface SetScope {
  readonly window: { readonly firstDay: string; readonly lastDay: string };
  readonly item: string | null;
  readonly team: string | null;
  /** Absent means all. */
  readonly version?: string;
}

/** Tells whether everybody who is in one set must be in another. */
export function isHeldBy(part: SetScope, whole: SetScope): boolean {
  const lastDay = part.window.lastDay < dayOf(0) ? part.window.lastDay : dayOf(0);
  return (
    (whole.item === null || whole.item === part.item) &&
    (whole.team === null || whole.team === part.team) &&
    (whole.version === undefined || whole.version === part.version) &&
    whole.window.firstDay <= part.window.firstDay &&
    whole.window.lastDay >= lastDay
  );
}

/** Asks for every figure there is and gives, for those that are shown, who stands behind them: people who viewed, and ratings. */
export async function publishedSets(
  world: InsightsWorld,
  { items, acts: all }: Population,
): Promise<readonly (readonly PublishedSet[])[]> {
  const acts = all.filter(({ isUnseen }) => isUnseen !== true);
  const viewers: PublishedSet[] = [];
  const rated: PublishedSet[] = [];
  const live = liveRatings(all);

  for (const period of ['last-30-days', 'last-90-days', 'last-365-days', '2026-Q2', '2026-05', '2026-04', '2026-Q1']) {
    const { window: days, headlines } = await world.overview(`?period=${period}`);
    const everybody = acts.filter((act) => isWithin(act, days)).map(({ who }) => who);
    publish(viewers, headlines.find(({ id }) => id === 'viewers')?.metric, `viewers ${period}`, everybody, {
      window: days,
      item: null,
      team: null,
    });
    const { window, items: rows } = await world.list(`?period=${period}&limit=200`);
    for (const { collateralId, viewers: metric } of rows) {
      const inside = acts.filter((act) => act.item === collateralId && isWithin(act, window));
      publish(
        viewers,
        metric,
        `viewers ${period} of ${collateralId}`,
        inside.map(({ who }) => who),
        { window, item: collateralId, team: null },
      );
    }
  }

  for (const period of ['last-30-days', 'last-90-days', '2026-05']) {
    for (const { id } of items) {
      const page = await world.page(id, `?period=${period}`);
      const inside = acts.filter((act) => act.item === id && isWithin(act, page.window));
      const told = page.versionUse.map(({ version, viewers: metric }) => {
        const own = inside.filter((act) => act.version === version).map(({ who }) => who);
        const scope = { window: page.window, item: id, team: null, version };
        publish(viewers, metric, `viewers ${period} of ${id} ${version}`, own, scope);
        return { isTold: metric.state === 'ok', people: new Set(own) };
      });
      const [one, other] = told;
      // With the item's people beside the two versions', those who used both can be worked out.
      if (one?.isTold && other?.isTold && page.item.viewers.state === 'ok') {
        const both = new Set([...one.people].filter((who) => other.people.has(who)));
        viewers.push({ name: `viewers ${period} of both versions of ${id}`, members: both });
      }
    }
  }

  const { window, headlines } = await world.overview();
  for (const team of new Set(all.map((act) => act.team))) {
    const own = acts.filter((act) => act.team === team && isWithin(act, window));
    const overview = await world.overview(`?team=${team}`);
    const headline = overview.headlines.find(({ id }) => id === 'viewers');
    publish(
      viewers,
      headline?.metric,
      `viewers of ${team}`,
      own.map(({ who }) => who),
      { window, item: null, team },
    );
    for (const { collateralId, viewers: metric } of (await world.list(`?team=${team}&limit=200`)).items)
      publish(
        viewers,
        metric,
        `viewers of ${team} of ${collateralId}`,
        own.filter(({ item }) => item === collateralId).map(({ who }) => who),
        { window, item: collateralId, team },
      );
  }

  for (const { firstDay, lastDay, state } of headlines.find(({ id }) => id === 'rating')?.trend ?? [])
    if (state === 'ok') {
      // Ratings of versions without a score are in no month.
      const inside = live.filter((one) => one.day >= firstDay && one.day <= lastDay && isScored(one, live));
      rated.push({
        partOf: 'ratings',
        name: `ratings in ${firstDay}`,
        members: new Set(inside.map(({ name }) => name)),
      });
    }
  for (const { id } of items) {
    const page = await world.page(id);
    const narrowed = await world.page(id, '?afterUse=true');
    for (const { version, distribution } of narrowed.versions) {
      const own = live.filter((one) => one.item === id && one.version === version && isAfterUse(one, acts));
      if (distribution === null) continue;
      if (sumOf(distribution) !== own.length) throw new Error(`${id} ${version} after use is ${sumOf(distribution)}`);
      rated.push({
        partOf: 'ratings after use',
        name: `${id} ${version} after use`,
        members: new Set(own.map(({ name }) => name)),
      });
    }
    for (const { firstDay, lastDay, state } of narrowed.ratingOverTime)
      if (state === 'ok')
        rated.push({
          partOf: 'months after use',
          name: `${id} after use in ${firstDay}`,
          members: new Set(
            live
              .filter((one) => one.item === id && one.day >= firstDay && one.day <= lastDay)
              .filter((one) => isScored(one, live) && isAfterUse(one, acts))
              .map(({ name }) => name),
          ),
        });
    for (const { version, distribution, lift } of page.versions) {
      const own = live.filter((one) => one.item === id && one.version === version);
      if (distribution !== null)
        rated.push({ partOf: 'ratings', name: `${id} ${version}`, members: new Set(own.map(({ name }) => name)) });
      if (lift?.state === 'ok')
        rated.push({
          partOf: 'ratings',
          name: `lift of ${id} ${version}`,
          members: new Set(own.map(({ name }) => name)),
        });
    }
    for (const { firstDay, lastDay, state } of page.ratingOverTime) {
      if (state !== 'ok') continue;
      const own = live.filter(
        (one) => one.item === id && one.day >= firstDay && one.day <= lastDay && isScored(one, live),
      );
      rated.push({ partOf: 'ratings', name: `${id} in ${firstDay}`, members: new Set(own.map(({ name }) => name)) });
    }
  }
  return [viewers, rated];
}

interface LiveRating {
  readonly name: string;
  readonly who: string;
  readonly daysAgo: number;
  readonly item: string;
  readonly version: string;
  readonly day: string;
}

/** The latest rating of each person, item and version. */
function liveRatings(acts: readonly Act[]): readonly LiveRating[] {
  const latest = new Map<string, LiveRating & { readonly order: number }>();
  for (const [index, { who, item, version, daysAgo, value }] of acts.entries()) {
    if (value === null) continue;
    const name = JSON.stringify([item, version, who]);
    // Events of one day follow each other in the order of the list.
    const order = -daysAgo * 1_000 + index;
    const known = latest.get(name);
    if (known === undefined || order > known.order)
      latest.set(name, { name, who, daysAgo, item, version, day: dayOf(daysAgo), order });
  }
  return [...latest.values()];
}

/** Views of a day come before its ratings. */
function isAfterUse({ who, item, daysAgo }: LiveRating, views: readonly Act[]): boolean {
  return views.some((view) => view.who === who && view.item === item && view.daysAgo >= daysAgo);
}

function sumOf(distribution: readonly number[]): number {
  return distribution.reduce((sum, count) => sum + count, 0);
}

function isScored({ item, version }: LiveRating, live: readonly LiveRating[]): boolean {
  return live.filter((one) => one.item === item && one.version === version).length >= 5;
}

function publish(
  sets: PublishedSet[],
  metric: Metric | undefined,
  name: string,
  members: readonly string[],
  scope: SetScope,
): void {
  if (metric?.state !== 'ok') return;
  const set = new Set(members);
  if (metric.value !== set.size) throw new Error(`${name} says ${metric.value} and not ${set.size}`);
  sets.push({ name, members: set, scope, ...(scope.team !== null && { partOf: 'teams' }) });
}

function isWithin(
  { daysAgo }: Act,
  { firstDay, lastDay }: { readonly firstDay: string; readonly lastDay: string },
): boolean {
  const day = dayOf(daysAgo);
  return day >= firstDay && day <= lastDay;
}

function dayOf(daysAgo: number): string {
  return new Date(now - daysAgo * dayMs).toISOString().slice(0, 10);
}
