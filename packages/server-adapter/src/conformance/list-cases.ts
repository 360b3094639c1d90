import type { Store, StoredDocument } from '../store/store.js';
import { expectEqual, expectRejection, failCase } from './expect.js';
import { storeCase, type StoreCase } from './store-case.js';

const rule = 'Store.list';

/** What listing documents promises. */
export const listCases: readonly StoreCase[] = [
  storeCase('list.order', 'lists documents in ascending order of key', async (store) => {
    await fill(store, ['b', 'a', 'B', '10', '9', 'ä', 'a-1', 'Z']);
    expectEqual('keys', await keysOf(store, 10), ['10', '9', 'B', 'Z', 'a', 'a-1', 'b', 'ä'], rule);
  }),
  storeCase('list.order-code-points', 'orders keys beyond U+FFFF by code point', async (store) => {
    await fill(store, ['\uffee', '\u{1f3af}', 'z']);
    expectEqual('keys', await keysOf(store, 10), ['z', '\uffee', '\u{1f3af}'], rule);
  }),
  storeCase('list.pages', 'gives every document exactly once, whatever the page size', async (store) => {
    const keys = Array.from({ length: 25 }, (_, index) => `item-${String(index).padStart(2, '0')}`);
    await fill(store, keys);
    for (const limit of [1, 5, 7, 24, 25, 26])
      expectEqual(`keys with limit ${limit}`, await keysOf(store, limit), keys, rule);
  }),
  storeCase('list.limit', 'gives 100 documents a page by default and no cursor behind the last', async (store) => {
    await fill(
      store,
      Array.from({ length: 101 }, (_, index) => `item-${String(index).padStart(3, '0')}`),
    );
    const first = await store.list('main', 'items');
    expectEqual('documents on the first page', first.documents.length, 100, 'ListOptions');
    const second = await store.list(
      'main',
      'items',
      first.nextCursor === undefined ? {} : { cursor: first.nextCursor },
    );
    expectEqual(
      'keys on the second page',
      second.documents.map(({ key }) => key),
      ['item-100'],
      'ListOptions',
    );
    expectEqual('cursor behind the last page', second.nextCursor, undefined, 'DocumentPage');
  }),
  storeCase('list.insert-between', 'keeps its place when documents are written between two pages', async (store) => {
    await fill(store, ['b', 'd', 'f', 'h']);
    const first = await store.list('main', 'items', { limit: 2 });
    await fill(store, ['a', 'c', 'e']);
    const rest = await store.list('main', 'items', first.nextCursor === undefined ? {} : { cursor: first.nextCursor });
    expectEqual(
      'keys behind the cursor',
      rest.documents.map(({ key }) => key),
      ['e', 'f', 'h'],
      rule,
    );
  }),
  storeCase('list.bad-limit', 'refuses a limit outside 1 to 1000', async (store) => {
    for (const limit of [0, -1, 1_001, 1.5])
      await expectRejection(`list with limit ${limit}`, () => store.list('main', 'items', { limit }), 'ListOptions');
  }),
];

async function fill(store: Store, keys: readonly string[]): Promise<void> {
  for (const key of keys) await store.put('main', 'items', key, { key });
}

async function keysOf(store: Store, limit: number): Promise<readonly string[]> {
  const documents: StoredDocument[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list('main', 'items', { limit, ...(cursor !== undefined && { cursor }) });
    if (page.documents.length > limit)
      failCase('list', `gave ${page.documents.length} documents`, `at most the limit of ${limit}`, rule);
    documents.push(...page.documents);
    cursor = page.nextCursor;
  } while (cursor !== undefined && documents.length < 1_000);
  return documents.map(({ key }) => key);
}
