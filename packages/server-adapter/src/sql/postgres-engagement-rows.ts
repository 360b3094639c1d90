import { getOrMake } from '../store/get-or-make.js';
import type { Code } from './count-codes.js';
import type { Engagement } from './engagement-counts.js';
import type { PostgresRow } from './postgres-client.js';
import { PostgresCodes } from './postgres-codes.js';
import type { Pair } from './postgres-pairs.js';
import type { OpenTenant } from './postgres-tenants.js';

/** Reads rows of days as what their pairs count as, by {@link engagementKey}. A day without a team is one of a rating. */
export async function engagementsOfRows(
  rows: readonly PostgresRow[],
  tenant: OpenTenant,
): Promise<ReadonlyMap<string, Engagement>> {
  const codes = new PostgresCodes(tenant.names);
  await codes.readTimes(rows);
  const found = new Map<string, { readonly days: Map<Code, readonly string[]>; ratedOn: readonly string[] }>();
  for (const row of rows) {
    const key = engagementKey({ item: Number(row['item']), actor: Number(row['actor']) });
    const day = codes.dayText(row['day']);
    const state = getOrMake(found, key, () => ({ days: new Map<Code, readonly string[]>(), ratedOn: [] }));
    const { team } = row;
    if (typeof team === 'number') state.days.set(team, [...(state.days.get(team) ?? []), day].toSorted());
    else state.ratedOn = [...state.ratedOn, day].toSorted();
  }
  return found;
}

/** Gives the text that stands for a pair. */
export function engagementKey({ actor, item }: Pair): string {
  return `${actor} ${item}`;
}

/** Gives the person of a pair that {@link engagementKey} wrote. */
export function actorOf(key: string): number {
  return Number.parseInt(key, 10);
}
