import { aggregate } from '../insights/aggregate.js';
import { addDays } from '../insights/day-math.js';
import { counted, readCatalogue, readGroups, type InsightsSource } from '../insights/source.js';
import { getOrMake } from '../store/get-or-make.js';
import { daysToRate } from '../store/is-engaged.js';
import type { Share } from '../statistics/wilson.js';
import { dayBehind, type MeasuredPeriod } from './measured-period.js';
import type { RequiredItem } from './team-use.js';

/** What one person did. People have numbers in place of names: enough to tell them apart, and only here. */
export interface PersonShare extends Share {
  readonly person: number;
}

/** What the people of each team did, one share for each person. People without a team are under null. */
export interface TeamUse {
  /** Pairs of a person and an item they really used and rated, of those whose 30 days ended in the period. */
  readonly participation: ReadonlyMap<string | null, readonly PersonShare[]>;
  /** Low ratings that say why. */
  readonly constructive: ReadonlyMap<string | null, readonly PersonShare[]>;
}

/**
 * Reads what the people of all teams did in a period, on days that are over: so that nobody can watch a figure move by one rating.
 * Nothing that is kept says who it was.
 */
export function readTeamUse(source: InsightsSource, period: MeasuredPeriod): Promise<TeamUse> {
  const { firstDay, lastDay } = period.span;
  return counted(source, `team use ${firstDay} ${lastDay}`, async () => {
    const { store, tenant, policy } = source;
    const end = dayBehind(period);
    const [pairs, ratings] = await Promise.all([
      // What was used 30 days before the period has its last day to be rated in it.
      aggregate(store, tenant, {
        type: 'participation',
        from: addDays(firstDay, -daysToRate),
        to: addDays(end, -daysToRate),
      }),
      aggregate(store, tenant, {
        type: 'low-raters',
        atMost: policy.lowRating,
        from: firstDay,
        to: end,
      }),
    ]);
    return {
      participation: byTeam(pairs, (row) => ({ numerator: row.rated, denominator: row.pairs })),
      constructive: byTeam(ratings, (row) => ({ numerator: row.explained, denominator: row.ratings })),
    };
  });
}

/** Reads the items that are required of groups, with how many of each group began to really use them on which day. By group. */
export function readRequired(source: InsightsSource): Promise<ReadonlyMap<string, readonly RequiredItem[]>> {
  return counted(source, 'required items', async () => {
    const [items, groups] = await Promise.all([readCatalogue(source), readGroups(source)]);
    const required = [...items.values()].filter(({ requiredFor }) => (requiredFor?.length ?? 0) > 0);
    const asked = new Set(required.flatMap(({ requiredFor = [] }) => requiredFor));
    const began = await readFirstUses(
      source,
      required.map(({ id }) => id),
      [...groups].filter(([id]) => asked.has(id)).map(([id, { teams }]) => ({ id, teams })),
    );
    const byGroup = new Map<string, RequiredItem[]>();
    for (const { id, requiredFor = [], versions = [], retiredAt } of required)
      for (const group of requiredFor) {
        const { size = null } = groups.get(group) ?? {};
        if (size === null) continue;
        const published = versions.map(({ publishedAt }) => publishedAt).toSorted()[0];
        getOrMake(byGroup, group, (): RequiredItem[] => []).push({
          collateralId: id,
          publishedAt: published ?? null,
          retiredAt: retiredAt ?? null,
          people: size,
          began: began.get(JSON.stringify([group, id])) ?? [],
        });
      }
    return byGroup;
  });
}

/** How many people first really used an item on which day, by group and item. Somebody who changed team within a group is one. */
async function readFirstUses(
  { store, tenant }: InsightsSource,
  collateralIds: readonly string[],
  groups: readonly { readonly id: string; readonly teams: readonly string[] }[],
): Promise<ReadonlyMap<string, RequiredItem['began']>> {
  const uses = new Map<string, { readonly day: string; readonly people: number }[]>();
  if (collateralIds.length === 0) return uses;
  const type = 'first-engaged';
  const mixed = groups.filter(({ teams }) => teams.length > 0);
  const answers = await Promise.all([
    // One question for all groups that are a team themselves.
    aggregate(store, tenant, { type, collateralIds }),
    ...mixed.map(({ id, teams }) =>
      aggregate(store, tenant, { type, collateralIds, teams: [...new Set([id, ...teams])] }),
    ),
  ]);
  const names = mixed.map(({ id }) => id);
  const isMixed = new Set<string | null>(names);
  for (const [index, rows] of answers.entries())
    for (const { team, collateralId, day, people } of rows) {
      const group = names[index - 1] ?? team;
      // What such a group did as a team is in its own answer.
      if (index > 0 || !isMixed.has(group))
        getOrMake(uses, JSON.stringify([group, collateralId]), (): { day: string; people: number }[] => []).push({
          day,
          people,
        });
    }
  return uses;
}

function byTeam<Row extends { readonly team: string | null; readonly actorId: string }>(
  rows: readonly Row[],
  shareOf: (row: Row) => Share,
): ReadonlyMap<string | null, readonly PersonShare[]> {
  const teams = new Map<string | null, PersonShare[]>();
  const numbers = new Map<string, number>();
  for (const row of rows) {
    const person = getOrMake(numbers, row.actorId, () => numbers.size);
    getOrMake(teams, row.team, (): PersonShare[] => []).push({ ...shareOf(row), person });
  }
  return teams;
}
