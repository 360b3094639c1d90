import type { Distribution } from '@collateral/sdk/contract';
import type { AfterUseRelease } from './releases.js';
import { mayRelease, type RatingTable, type Release } from './releases.js';

const minimum = 5;

/** Somebody rates, in a month; uses the item, so that what they said before counts as after use; or takes their rating back. */
export interface Deed {
  readonly who: number;
  readonly does: 'rates' | 'rates-after-use' | 'uses-late' | 'withdraws';
  readonly value: number;
  readonly month: number;
  /** Somebody looks at the figures afterwards. */
  readonly isSeen: boolean;
}

/** What decides what is told. */
export interface Rule {
  readonly step: (before: Release | null, table: RatingTable, part: RatingTable, minimum: number) => AfterUseRelease;
  readonly told: (release: Release, minimum: number) => RatingTable | null;
}

/** A rating nobody else gave. */
export interface Rating {
  readonly name: string;
  readonly value: number;
  readonly month: string;
  readonly afterUse: boolean;
}

/** What somebody knows who looked at every release: which ratings stand behind each figure, to judge it by. */
export interface Seen {
  readonly all: readonly Rating[];
  /** Those behind what is told after use; null while nothing is. */
  readonly told: readonly Rating[] | null;
}

/** Lets people do things, looks whenever somebody looks, and notes which ratings stand behind what is shown. */
export function watch(deeds: readonly Deed[], rule: Rule): readonly Seen[] {
  const live = new Map<number, Rating>();
  const seen: Seen[] = [];
  let release: Release | null = null;
  let [all, told]: [readonly Rating[], readonly Rating[] | null] = [[], null];
  for (const [number, { who, does, value, month, isSeen }] of deeds.entries()) {
    const known = live.get(who);
    if (does === 'withdraws') live.delete(who);
    else if (does === 'uses-late') {
      if (known) live.set(who, { ...known, afterUse: true });
    } else {
      const name = `${value} by ${who} at ${number}`;
      live.set(who, { name, value, month: `2026-0${month + 1}`, afterUse: does === 'rates-after-use' });
    }
    const now = [...live.values()];
    if (!isSeen || now.length < minimum) continue;
    const table = tableOf(now);
    if (
      release !== null &&
      !mayRelease(Object.values(release.table).length > 0 ? [sum(release.table)] : [], [sum(table)])
    )
      continue;
    const before: Release | null = release;
    const after = now.filter((one) => one.afterUse);
    const afterUse = rule.step(before, table, tableOf(after), minimum);
    release = { table, revision: 1, afterUse };
    all = now;
    // What is told anew is told of the moment.
    if (afterUse.told === afterUse.part) told = after;
    const isShown = rule.told(release, minimum) !== null;
    seen.push({ all, told: isShown ? told : null });
  }
  return seen;
}

/**
 * Tries to work out single ratings: takes what is told after use, or what it moved by, and subtracts any months of a release or any
 * choice of what the releases brought. Gives the fewest ratings it came down to that are not known without what is told after use.
 */
export function fewestWorkedOut(seen: readonly Seen[]): number {
  const toldOnes = seen.flatMap(({ told }, at) => (told === null ? [] : [{ at, told: vectorOf(told) }]));
  const moved = seen.map(({ all }, at) => minus(vectorOf(all), vectorOf(seen[at - 1]?.all ?? [])));
  let fewest = Infinity;
  const judge = (left: Vector): void => {
    if (!isNothing(left)) fewest = Math.min(fewest, left.size);
  };
  for (const { at, told } of toldOnes) {
    const whole = seen[at]?.all ?? [];
    // Everything or nothing says no more than the release.
    if (told.size === 0 || minus(vectorOf(whole), told).size === 0) continue;
    if (subsets(moved.slice(0, at + 1)).some((some) => isNothing(minus(told, plus(some))))) continue;
    for (const months of subsets(monthsOf(whole)))
      judge(minus(told, vectorOf(whole.filter(({ month }) => months.includes(month)))));
  }
  for (const [index, { at, told }] of toldOnes.entries()) {
    const earlier = toldOnes[index - 1];
    const steps = moved.slice((earlier?.at ?? -1) + 1, at + 1);
    const change = minus(told, earlier?.told ?? new Map());
    const left = subsets(steps).map((some) => minus(change, plus(some)));
    if (left.some(isNothing)) continue;
    for (const one of left) judge(one);
  }
  return fewest;
}

/** How often each rating is counted; those that are not are left out. */
type Vector = ReadonlyMap<string, number>;

function vectorOf(ratings: readonly Rating[]): Vector {
  return new Map(ratings.map(({ name }) => [name, 1]));
}

function minus(one: Vector, other: Vector): Vector {
  const left = new Map(one);
  for (const [name, count] of other) left.set(name, (left.get(name) ?? 0) - count);
  return new Map([...left].filter(([, count]) => count !== 0));
}

/** Tells whether a difference shows nothing: who took a value away and who brought the same cannot be told. */
function isNothing(left: Vector): boolean {
  const points = new Map<string, number>();
  for (const [name, count] of left) points.set(name.slice(0, 1), (points.get(name.slice(0, 1)) ?? 0) + count);
  return [...points.values()].every((count) => count === 0);
}

function plus(vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>();
  for (const vector of vectors) for (const [name, count] of vector) sum.set(name, (sum.get(name) ?? 0) + count);
  return new Map([...sum].filter(([, count]) => count !== 0));
}

function subsets<One>(list: readonly One[]): readonly (readonly One[])[] {
  // More steps than that would take all day; the last are those nobody has looked at before.
  return list
    .slice(-9)
    .reduce<readonly (readonly One[])[]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]]);
}

function monthsOf(ratings: readonly Rating[]): readonly string[] {
  return [...new Set(ratings.map(({ month }) => month))];
}

function tableOf(ratings: readonly Rating[]): RatingTable {
  const table: Record<string, Distribution> = {};
  for (const { month, value } of ratings) {
    const own = table[month] ?? [0, 0, 0, 0, 0];
    table[month] = own.with(value - 1, (own[value - 1] ?? 0) + 1);
  }
  return table;
}

function sum(table: RatingTable): Distribution {
  return [0, 1, 2, 3, 4].map((at) => Object.values(table).reduce((all, one) => all + (one[at] ?? 0), 0));
}
