import type { Exclusion } from '@collateral/sdk/contract';
import { addDays } from './day-math.js';
import { aggregate } from './aggregate.js';
import { rollingPeriods, readPeriod, type DaySpan } from './period.js';
import { counted, type InsightsSource } from './source.js';
import { getOrMake } from '../store/get-or-make.js';
import { isSafeBeside, showableParts } from '../privacy/suppression.js';

/** Use of one item in a period, own use and the like left out. */
export interface ItemUse {
  readonly views: number;
  readonly viewers: number;
  readonly activeMs: number;
  /** Of the viewers, those with a live rating of the item. */
  readonly raters: number;
  /** Views that don't count, by reason. */
  readonly excluded: readonly Exclusion[];
}

/** No use at all. */
export const noUse: ItemUse = Object.freeze({
  views: 0,
  viewers: 0,
  activeMs: 0,
  raters: 0,
  excluded: Object.freeze([]),
});

/** Counts use by item. Items that nobody used are missing. */
export function readUse(source: InsightsSource, { firstDay, lastDay }: DaySpan): Promise<ReadonlyMap<string, ItemUse>> {
  return counted(source, `use ${firstDay} ${lastDay}`, async () => {
    const uses = new Map<string, ItemUse>();
    const query = { type: 'usage', by: ['collateralId'], from: firstDay, to: addDays(lastDay, 1) } as const;
    for (const row of await aggregate(source.store, source.tenant, query)) {
      const id = row.group.collateralId ?? '';
      const use = uses.get(id) ?? noUse;
      const { views, viewers, activeMs, ratedPairs, excluded } = row;
      if (excluded === null) uses.set(id, { ...use, views, viewers, activeMs, raters: ratedPairs });
      else uses.set(id, { ...use, excluded: [...use.excluded, { reason: excluded, count: views }] });
    }
    return uses;
  });
}

/**
 * Names the items whose viewers must not be told for a period.
 *
 * Periods that end today lie inside each other. Where one to a few people make the difference to a longer one, the shorter keeps
 * its viewers to itself.
 */
export async function itemsWithRevealingViewers(
  source: InsightsSource,
  { period }: DaySpan,
  today: string,
): Promise<ReadonlySet<string>> {
  const index = rollingPeriods.indexOf(period);
  const revealing = new Set<string>();
  if (index < 0) return revealing;
  const { minimumGroup } = source.policy;
  const [own = new Map<string, ItemUse>(), ...longer] = await Promise.all(
    rollingPeriods.slice(index).map((name) => readUse(source, readPeriod(name, today))),
  );
  for (const [id, { viewers }] of own)
    if (!longer.every((uses) => isSafeBeside(viewers, uses.get(id)?.viewers ?? 0, minimumGroup))) revealing.add(id);
  return revealing;
}

/** Use of one item by one team; only what may be shown. */
export type TeamCells = ReadonlyMap<string, ReadonlyMap<string | null, ItemUse>>;

/** Counts use by item and team. Small teams, and those that would give them away, are missing. */
export function readTeamUse(source: InsightsSource, { firstDay, lastDay }: DaySpan): Promise<TeamCells> {
  return counted(source, `teams ${firstDay} ${lastDay}`, async () => {
    const cells = new Map<string, Map<string | null, ItemUse>>();
    const query = { type: 'usage', by: ['collateralId', 'team'], from: firstDay, to: addDays(lastDay, 1) } as const;
    for (const row of await aggregate(source.store, source.tenant, query)) {
      if (row.excluded !== null) continue;
      const { collateralId = '', team = null } = row.group;
      const teams = getOrMake(cells, collateralId, () => new Map<string | null, ItemUse>());
      const { views, viewers, activeMs, ratedPairs } = row;
      teams.set(team, { views, viewers, activeMs, raters: ratedPairs, excluded: [] });
    }
    for (const [id, teams] of cells) cells.set(id, showableTeams(teams, source.policy.minimumGroup));
    return cells;
  });
}

function showableTeams(teams: ReadonlyMap<string | null, ItemUse>, minimum: number): Map<string | null, ItemUse> {
  // No team has the empty id, so it can stand for the people without one.
  const parts = [...teams].map(([team, { viewers }]) => ({ key: team ?? '', people: viewers }));
  const shown = showableParts(parts, minimum);
  return new Map([...teams].filter(([team]) => shown.has(team ?? '')));
}

/** Tells on which day each item was last used by somebody else than its producer. */
export function readLastUse(source: InsightsSource): Promise<ReadonlyMap<string, string>> {
  return counted(source, 'last use', async () => {
    const rows = await aggregate(source.store, source.tenant, { type: 'last-use' });
    return new Map(rows.map(({ group, lastDay }) => [group.collateralId, lastDay]));
  });
}
