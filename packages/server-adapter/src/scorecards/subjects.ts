import type { ScorecardSubject } from '@collateral/sdk/contract';
import { readGroups, type InsightsSource } from '../insights/source.js';
import type { Owner } from './owner-spans.js';
import { readOwnedItems } from './read-items.js';

/** The organisation as a subject. */
export const organisation: ScorecardSubject = Object.freeze({ type: 'organisation', id: null, name: 'Organisation' });

/** Tells whether what an owner answers for is on the scorecard of a subject. */
export function isOwnedBy({ type, id }: Pick<ScorecardSubject, 'type' | 'id'>, owner: Owner | null): boolean {
  if (type === 'organisation') return true;
  return type === 'team' ? owner?.team === id : owner?.producer?.id === id;
}

/** Lists the producers or teams there are, in the order of their names. Those who own nothing any more are among them. */
export async function readSubjects(
  source: InsightsSource,
  type: 'producer' | 'team',
): Promise<readonly ScorecardSubject[]> {
  const [items, groups] = await Promise.all([readOwnedItems(source), readGroups(source)]);
  const names = new Map<string, string>();
  const owners = items.flatMap((one) => one.owners);
  if (type === 'producer') for (const { producer } of owners) if (producer) names.set(producer.id, producer.name);
  if (type === 'team') {
    for (const { team } of owners) if (team !== null) names.set(team, groups.get(team)?.name ?? team);
    // The groups of the host are teams of people too; audiences among them have figures of their own.
    for (const { id, name } of groups.values()) names.set(id, name);
  }
  return [...names]
    .map(([id, name]): ScorecardSubject => ({ type, id, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en') || ((one.id ?? '') < (other.id ?? '') ? -1 : 1));
}
