import { isSafeRest, showableParts } from '../privacy/suppression.js';
import { getOrMake } from '../store/get-or-make.js';
import type { PersonShare } from './read-team-use.js';

/**
 * Chooses the teams whose figure may be shown beside that of all, as `showableParts` does, but counts people and not places: somebody
 * who changed from one small team to another is still one person.
 */
export function showableTeams(
  teams: ReadonlyMap<string | null, readonly PersonShare[]>,
  minimum: number,
): { readonly shown: ReadonlySet<string | null>; readonly people: number } {
  const sorted = [...teams]
    .map(([team, shares]) => ({ team, people: new Set(shares.map(({ person }) => person)) }))
    // The smallest first; of equal ones always the same.
    .toSorted((one, other) => one.people.size - other.people.size || ((one.team ?? '') < (other.team ?? '') ? -1 : 1));
  // Nobody is shown what people without a team did.
  const hidden = new Set<number>(sorted.find(({ team }) => team === null)?.people);
  const shown = new Set<string | null>();
  for (const { team, people } of sorted) {
    if (team === null) continue;
    if (people.size >= minimum && isSafeRest(hidden.size, minimum)) shown.add(team);
    else for (const person of people) hidden.add(person);
  }
  return { shown, people: new Set([...teams.values()].flatMap((shares) => shares.map(({ person }) => person))).size };
}

/**
 * Chooses the groups of teams whose figure may be shown beside those of the teams that are, of all, and of each other.
 *
 * From all these figures one can work out what hidden teams did together, as far as no shown group tells them apart. So hidden teams
 * that lie in the same groups are one part, and each part must be about nobody or about enough people.
 */
export function showableUnions(
  groups: ReadonlyMap<string, readonly string[]>,
  teams: ReadonlyMap<string | null, readonly PersonShare[]>,
  shownTeams: ReadonlySet<string | null>,
  minimum: number,
): ReadonlySet<string> {
  const hidden = [...teams].filter(([team]) => !shownTeams.has(team));
  const shown = new Set<string>();
  const isSafeWith = (candidates: readonly string[]): boolean => {
    const parts = new Map<string, (typeof hidden)[number][]>();
    for (const one of hidden) {
      const place = JSON.stringify(candidates.map((id) => isTeamOf(groups.get(id), one[0])));
      getOrMake(parts, place, (): (typeof hidden)[number][] => []).push(one);
    }
    return [...parts.values()].every((part) => isSafeRest(peopleOf(part).size, minimum));
  };
  // Always in the same order: which one gives way must not depend on who asks.
  for (const id of [...groups.keys()].toSorted()) {
    const own = [...teams].filter(([team]) => isTeamOf(groups.get(id), team));
    if (peopleOf(own).size >= minimum && isSafeWith([...shown, id])) shown.add(id);
  }
  return shown;
}

function isTeamOf(teams: readonly string[] | undefined, team: string | null): boolean {
  return team !== null && teams?.includes(team) === true;
}

function peopleOf(
  teams: Iterable<readonly [team: string | null, shares: readonly PersonShare[]]>,
): ReadonlySet<number> {
  return new Set([...teams].flatMap(([, shares]) => shares.map(({ person }) => person)));
}

/**
 * Chooses the groups whose use of what is required may be shown. Groups may lie inside each other: what a group has beyond those in
 * it that are shown must be about nobody or about enough people.
 */
export function showableGroups(groups: readonly SizedGroup[], minimum: number): ReadonlySet<string | null> {
  const shown = new Set<string>(
    showableParts(
      groups.map(({ id, people }) => ({ key: id, people })),
      minimum,
    ),
  );
  // The smallest first: they are given up for those around them.
  const sorted = groups.toSorted((one, other) => one.people - other.people || (one.id < other.id ? -1 : 1));
  for (const outer of sorted.filter(({ id }) => shown.has(id))) {
    const inside = sorted.filter((one) => one.id !== outer.id && shown.has(one.id) && isInside(one, outer));
    for (const one of inside) if (!isSafeRest(outer.people - one.people, minimum)) shown.delete(one.id);
    const parts = inside.filter(({ id, teams }) => teams.length === 0 && shown.has(id));
    let rest = outer.people - parts.reduce((sum, { people }) => sum + people, 0);
    for (const { id, people } of parts) {
      if (isSafeRest(rest, minimum)) break;
      shown.delete(id);
      rest += people;
    }
  }
  return shown;
}

/** A group with how many people are in it, and the teams it is made of; none for a team. */
export interface SizedGroup {
  readonly id: string;
  readonly people: number;
  readonly teams: readonly string[];
}

function isInside(one: SizedGroup, outer: SizedGroup): boolean {
  const own = one.teams.length === 0 ? [one.id] : one.teams;
  return own.every((team) => outer.teams.includes(team));
}
