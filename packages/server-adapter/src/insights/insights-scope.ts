import type { InsightsFilter, Item } from '@collateral/sdk/contract';
import type { ItemRow } from './item-rows.js';

/** What of the figures somebody may see. */
export interface InsightsScope {
  /** Producers whose items they see; null means everybody's. */
  readonly producers: ReadonlySet<string> | null;
  /** Teams they may ask about; null means all. */
  readonly teams: ReadonlySet<string> | null;
  readonly canSee: (collateralId: string) => boolean;
}

/** Tells whether an item is there for somebody at all. */
export function isInScope({ id, producer }: Item, { producers, canSee }: InsightsScope): boolean {
  return (producers === null || (producer !== undefined && producers.has(producer.id))) && canSee(id);
}

/** Keeps the rows somebody may see. */
export function rowsInScope(rows: readonly ItemRow[], scope: InsightsScope): readonly ItemRow[] {
  return rows.filter(({ item }) => isInScope(item, scope));
}

/** Keeps the rows a filter about items lets through. A version is the one that was current when the period ended. */
export function filterRows(
  rows: readonly ItemRow[],
  { kind, producer, tag, version }: InsightsFilter,
): readonly ItemRow[] {
  if (kind === undefined && producer === undefined && tag === undefined && version === undefined) return rows;
  return rows.filter(
    ({ item, insight }) =>
      (kind === undefined || item.kind === kind) &&
      (producer === undefined || item.producer?.id === producer) &&
      (tag === undefined || item.tags?.includes(tag) === true) &&
      (version === undefined || insight.version === version),
  );
}
