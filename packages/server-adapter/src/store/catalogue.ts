import type { Item } from '@collateral/sdk/contract';
import { readMany } from './read-many.js';
import type { Document, Store } from './store.js';

/** Looks items up in the host's catalogue. Ids that are not in it are missing from the map. */
export async function readItems(
  store: Store,
  tenant: string,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Item>> {
  const stored = await readMany(store, tenant, 'items', ids);
  return new Map([...stored].map(([id, { document }]) => [id, itemOf(document)]));
}

/** Writes one item into the catalogue and tells whether it is new; null when what is there is not what was expected. */
export async function writeItem(
  { store, tenant }: { readonly store: Store; readonly tenant: string },
  item: Item,
  expectedRevision: number,
): Promise<'created' | 'updated' | null> {
  const outcome = await store.put(tenant, 'items', item.id, { ...item }, { expectedRevision });
  if (!outcome.ok) return null;
  return outcome.revision === 1 ? 'created' : 'updated';
}

/** Reads a document of the `items` collection as the item it is. */
export function itemOf(document: Document): Item {
  // Only writeItem fills this collection, and its callers checked the item with itemSchema.
  return document as unknown as Item;
}
