import type { Collection, Store, StoredDocument } from './store.js';

/** Reads several documents, in one round trip where the store can. Keys without a document are missing from the map. */
export async function readMany(
  store: Store,
  tenant: string,
  collection: Collection,
  keys: Iterable<string>,
): Promise<ReadonlyMap<string, StoredDocument>> {
  const wanted = [...new Set(keys)];
  const found =
    store.capabilities?.getMany === true && store.getMany !== undefined
      ? await store.getMany(tenant, collection, wanted)
      : await Promise.all(wanted.map((key) => store.get(tenant, collection, key)));
  return new Map(found.flatMap((stored) => (stored === null ? [] : [[stored.key, stored]])));
}
