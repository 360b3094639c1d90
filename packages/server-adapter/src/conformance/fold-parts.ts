import type { CountQuery } from '../store/aggregate-query.js';
import type { AggregateGroup } from '../store/aggregate-row.js';
import type { Fact } from '../store/fact.js';
import { showValue } from './show-value.js';

/** Some things that belong together. */
export type Parts<Part> = readonly [Part, ...Part[]];

/** Puts together what has the same key. */
export function partsOf<Part>(all: readonly Part[], keyOf: (part: Part) => unknown): readonly Parts<Part>[] {
  const parts = new Map<string, [Part, ...Part[]]>();
  for (const part of all) {
    const key = showValue(keyOf(part));
    const known = parts.get(key);
    if (known === undefined) parts.set(key, [part]);
    else known.push(part);
  }
  return [...parts.values()];
}

/** Writes down when a fact counts: time first, then id. */
export function momentOf({ effectiveAt, id }: Fact): string {
  return `${effectiveAt} ${id}`;
}

/** Keeps the dimensions a query asks for. */
export function groupOf(fact: Fact & { readonly afterUse?: boolean }, query: CountQuery): AggregateGroup {
  const by: readonly string[] = query.type === 'last-use' ? ['collateralId'] : query.by;
  const { collateralId, version, team, day, afterUse } = fact;
  const all = Object.entries({ collateralId, version, team, day, afterUse });
  return Object.fromEntries(all.filter(([name]) => by.includes(name)));
}

/** Tells whether a query asks about the item of a fact; never true for facts about none. */
export function hasItemOf({ collateralId }: Fact, query: CountQuery): boolean {
  if (query.type === 'arrivals') return true;
  return collateralId !== null && (query.collateralIds === undefined || query.collateralIds.includes(collateralId));
}

/** Tells whether a query asks about the team and the day of a fact, a folded view or a live rating. */
export function hasTeamAndDayOf({ team, day }: Fact, query: CountQuery): boolean {
  const { from = '0000', to = '9999' } = query.type === 'last-use' ? {} : query;
  const asked = query.type === 'arrivals' ? undefined : query.team;
  return day >= from && day < to && (asked === undefined || asked === team);
}
