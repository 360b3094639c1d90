import type { Collection, Store, StoredDocument } from '../store/store.js';
import { expectEqual } from './expect.js';
import { numbersFrom } from './sample-list.js';
import { storeCase, type StoreCase } from './store-case.js';

const rule = 'Store.getMany';

/** What getting several documents at once promises. */
export const getManyCases: readonly StoreCase[] = [
  getManyCase('get-many.order', 'gives documents in the order of the keys', async (store) => {
    await fill(store, ['a', 'b', 'c']);
    expectEqual('keys', keysOf(await getMany(store, ['c', 'a', 'b'])), ['c', 'a', 'b'], rule);
  }),
  getManyCase('get-many.missing', 'gives null at the place of a missing document', async (store) => {
    await fill(store, ['a', 'c']);
    expectEqual('keys', keysOf(await getMany(store, ['x', 'a', '__proto__', 'c'])), [null, 'a', null, 'c'], rule);
  }),
  getManyCase('get-many.repeated', 'gives a document at each place it is asked for, none shared', async (store) => {
    await fill(store, ['a']);
    const [first, second] = await getMany(store, ['a', 'a']);
    Object.assign(first?.document ?? {}, { key: 'changed' });
    expectEqual('second document', second, { key: 'a', revision: 1, document: { key: 'a' } }, rule);
    expectEqual('stored document', await store.get('main', 'items', 'a'), second, rule);
  }),
  getManyCase('get-many.none', 'answers no keys with no documents', async (store) => {
    await fill(store, ['a']);
    expectEqual('documents', await getMany(store, []), [], rule);
  }),
  getManyCase('get-many.full', 'gives 500 documents at once', async (store) => {
    const keys = numbersFrom(0, 500).map((number) => `item-${number}`);
    await fill(store, keys.slice(0, 250));
    expectEqual(
      'keys',
      keysOf(await getMany(store, keys)),
      [...keys.slice(0, 250), ...Array<null>(250).fill(null)],
      rule,
    );
  }),
  getManyCase('get-many.names', 'takes the keys as plain text', async (store) => {
    const keys = ['A', 'a', 'ü'.repeat(200), '🎯', "'; DROP TABLE document; --", '1', '01', 'a ', '"', '\\', '%'];
    await fill(store, keys);
    expectEqual('keys', keysOf(await getMany(store, [...keys].reverse())), [...keys].reverse(), rule);
  }),
  getManyCase('get-many.apart', 'keeps tenants and drawers apart', async (store) => {
    await fill(store, ['a']);
    expectEqual('of another tenant', await getMany(store, ['a'], 'other'), [null], 'Store (nothing crosses tenants)');
    expectEqual('of another drawer', await getMany(store, ['a'], 'main', 'groups'), [null], 'Collection');
  }),
  getManyCase('get-many.like-get', 'gives exactly what get gives', async (store) => {
    await fill(store, ['a', 'b']);
    await store.put('main', 'items', 'b', { title: 'Zoë 🎯', list: [1, null, { a: [] }] });
    const one = [await store.get('main', 'items', 'a'), await store.get('main', 'items', 'b')];
    expectEqual('documents', await getMany(store, ['a', 'b']), one, rule);
  }),
];

function getManyCase(id: string, name: string, check: (store: Store) => Promise<void>): StoreCase {
  return storeCase(id, name, check, ['getMany']);
}

async function getMany(
  store: Store,
  keys: readonly string[],
  tenant = 'main',
  collection: Collection = 'items',
): Promise<readonly (StoredDocument | null)[]> {
  return (await store.getMany?.(tenant, collection, keys)) ?? [];
}

async function fill(store: Store, keys: readonly string[]): Promise<void> {
  for (const key of keys) await store.put('main', 'items', key, { key });
}

function keysOf(documents: readonly (StoredDocument | null)[]): readonly (string | null)[] {
  return documents.map((stored) => stored?.key ?? null);
}
