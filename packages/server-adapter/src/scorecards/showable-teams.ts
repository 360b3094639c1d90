import { isSafeRest } from '../privacy/suppression.js';
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
