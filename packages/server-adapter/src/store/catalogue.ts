import type { Item } from '@collateral/sdk/contract';
import type { Document, Store } from './store.js';

/** Looks items up in the host's catalogue. Ids that are not in it are missing from the map. */
export async function readItems(
  store: Store,
  tenant: string,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Item>> {
  const wanted = [...new Set(ids)];
  const found =
    store.capabilities?.getMany === true && store.getMany !== undefined
      ? await store.getMany(tenant, 'items', wanted)
      : await Promise.all(wanted.map((id) => store.get(tenant, 'items', id)));
  const items = new Map<string, Item>();
  for (const stored of found) {
    if (stored !== null) items.set(stored.key, itemOf(stored.document));
  }
  return items;
}

/** Writes one item into the catalogue, over whatever is there, and tells whether it is new. */
export async function writeItem(store: Store, tenant: string, item: Item): Promise<'created' | 'updated'> {
  const outcome = await store.put(tenant, 'items', item.id, { ...item });
  return outcome.ok && outcome.revision === 1 ? 'created' : 'updated';
}

/** Reads a document of the `items` collection as the item it is. */
export function itemOf(document: Document): Item {
  // Only writeItem fills this collection, and its callers checked the item with itemSchema.
  return document as unknown as Item;
}
