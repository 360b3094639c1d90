import type { Exclusion } from '@collateral/sdk/contract';
import { addDays } from './day-math.js';
import { aggregate } from './aggregate.js';
import { periodsAround, type DaySpan } from './period.js';
import { counted, type InsightsSource } from './source.js';
import { getOrMake } from '../store/get-or-make.js';
import type { LastUseRow } from '../store/aggregate-row.js';
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

/** Views of an item, whoever they are of. */
export type ItemViews = Pick<ItemUse, 'views' | 'excluded'>;

/**
 * Counts views by item and nobody's people: to tell the people of a window apart that is over for a while takes a look at every day of
 * each of them.
 */
export function readViews(
  source: InsightsSource,
  { firstDay, lastDay }: DaySpan,
): Promise<ReadonlyMap<string, ItemViews>> {
  return counted(source, `views ${firstDay} ${lastDay}`, async () => {
    const uses = new Map<string, ItemViews>();
    const span = { from: firstDay, to: addDays(lastDay, 1) };
    const query = { type: 'usage', by: ['collateralId'], withoutPeople: true, ...span } as const;
    for (const { group, excluded, views } of await aggregate(source.store, source.tenant, query)) {
      const id = group.collateralId ?? '';
      const use = uses.get(id) ?? noUse;
      if (excluded === null) uses.set(id, { ...use, views });
      else uses.set(id, { ...use, excluded: [...use.excluded, { reason: excluded, count: views }] });
    }
    return uses;
  });
}

/**
 * Names the items whose viewers must not be told for a period: where few people make the difference to a longer period around it,
 * or to all who used anything.
 */
export async function itemsWithRevealingViewers(
  source: InsightsSource,
  span: DaySpan,
  today: string,
): Promise<ReadonlySet<string>> {
  const { minimumGroup } = source.policy;
  const larger = await readPeopleAround(source, span, today);
  const revealing = new Set<string>();
  for (const [id, { viewers }] of await readUse(source, span))
    if (!larger(id).every((count) => isSafeBeside(viewers, count, minimumGroup))) revealing.add(id);
  return revealing;
}

/** Makes a function that gives the counts of people which hold the viewers of an item in a period. */
export async function readPeopleAround(
  source: InsightsSource,
  span: DaySpan,
  today: string,
): Promise<(id: string) => readonly number[]> {
  const around = periodsAround(span, today);
  const [totals, uses] = await Promise.all([
    Promise.all([span, ...around].map((days) => countViewers(source, days))),
    Promise.all(around.map((days) => readUse(source, days))),
  ]);
  return (id) => [...totals, ...uses.map((use) => use.get(id)?.viewers ?? 0)];
}

/** Counts the distinct people who used anything. */
export function countViewers(source: InsightsSource, { firstDay, lastDay }: DaySpan): Promise<number> {
  return counted(source, `viewers ${firstDay} ${lastDay}`, async () => {
    const span = { from: firstDay, to: addDays(lastDay, 1) };
    const query = { type: 'usage', by: [], withoutPairs: true, ...span } as const;
    const rows = await aggregate(source.store, source.tenant, query);
    return rows.find(({ excluded }) => excluded === null)?.viewers ?? 0;
  });
}

/** Counts the distinct people of each team who used anything. People without a team are under null. */
export function readTeamViewers(
  source: InsightsSource,
  { firstDay, lastDay }: DaySpan,
): Promise<ReadonlyMap<string | null, number>> {
  return counted(source, `team viewers ${firstDay} ${lastDay}`, async () => {
    const span = { from: firstDay, to: addDays(lastDay, 1) };
    const query = { type: 'usage', by: ['team'], withoutPairs: true, ...span } as const;
    const rows = await aggregate(source.store, source.tenant, query);
    return new Map(
      rows.flatMap(({ excluded, group, viewers }) => (excluded === null ? [[group.team ?? null, viewers]] : [])),
    );
  });
}

/** Use of one item by one team; only what may be shown. */
export type TeamCells = ReadonlyMap<string, ReadonlyMap<string | null, ItemUse>>;

/** Counts use by item and team. Small teams, and those that would give them away, are missing. */
export function readTeamUse(source: InsightsSource, span: DaySpan, today: string): Promise<TeamCells> {
  const { firstDay, lastDay } = span;
  return counted(source, `teams ${firstDay} ${lastDay}`, async () => {
    const [totals, larger, everybody] = await Promise.all([
      readTeamViewers(source, span),
      readPeopleAround(source, span, today),
      readUse(source, span),
    ]);
    const cells = new Map<string, Map<string | null, ItemUse>>();
    const query = { type: 'usage', by: ['collateralId', 'team'], from: firstDay, to: addDays(lastDay, 1) } as const;
    for (const row of await aggregate(source.store, source.tenant, query)) {
      if (row.excluded !== null) continue;
      const { collateralId = '', team = null } = row.group;
      const teams = getOrMake(cells, collateralId, () => new Map<string | null, ItemUse>());
      const { views, viewers, activeMs, ratedPairs } = row;
      teams.set(team, { views, viewers, activeMs, raters: ratedPairs, excluded: [] });
    }
    for (const [id, teams] of cells) {
      const around = [...larger(id), everybody.get(id)?.viewers ?? 0];
      cells.set(id, showableTeams(teams, { totals, around, minimum: source.policy.minimumGroup }));
    }
    return cells;
  });
}

/** What the use of an item by teams stands beside. */
interface TeamsBeside {
  /** People of each team who used anything. */
  readonly totals: ReadonlyMap<string | null, number>;
  /** Counts of people that hold those of a team. */
  readonly around: readonly number[];
  readonly minimum: number;
}

function showableTeams(
  teams: ReadonlyMap<string | null, ItemUse>,
  { totals, around, minimum }: TeamsBeside,
): Map<string | null, ItemUse> {
  // No team has the empty id, so it can stand for the people without one.
  const parts = [...teams].map(([team, { viewers }]) => ({ key: team ?? '', people: viewers }));
  const shown = showableParts(parts, minimum, around);
  return new Map(
    [...teams].filter(
      ([team, { viewers }]) => shown.has(team ?? '') && isSafeBeside(viewers, totals.get(team) ?? 0, minimum),
    ),
  );
}

/** The days an item was first and last used. */
export type UseDays = Pick<LastUseRow, 'firstDay' | 'lastDay'>;

/** Tells on which days each item was first and last used by somebody else than its producer. Items that never were are missing. */
export function readUseDays(source: InsightsSource): Promise<ReadonlyMap<string, UseDays>> {
  return counted(source, 'last use', async () => {
    const rows = await aggregate(source.store, source.tenant, { type: 'last-use' });
    return new Map(rows.map(({ group, firstDay, lastDay }) => [group.collateralId, { firstDay, lastDay }]));
  });
}
