import type { DocumentPage, Store } from '../store/store.js';
import { expectEqual, expectRejection } from './expect.js';
import { numbersFrom } from './sample-list.js';
import { storeCase, type StoreCase } from './store-case.js';

const rule = 'Store.list';

/** What paging through documents promises beyond the first cases. */
export const pagingCases: readonly StoreCase[] = [
  storeCase('list.empty', 'lists nothing where nothing is, without a cursor', async (store) => {
    expectEqual('page', await store.list('main', 'items'), { documents: [] }, rule);
  }),
  storeCase('list.exact-page', 'gives no cursor when the last page is exactly full', async (store) => {
    await fill(store, numberedKeys(6));
    const first = await store.list('main', 'items', { limit: 3 });
    const second = await behind(store, first, 3);
    expectEqual('keys', keysOf(second), numberedKeys(6).slice(3), rule);
    expectEqual('cursor of the last page', second.nextCursor, undefined, 'DocumentPage');
  }),
  storeCase('list.smallest', 'pages one by one', async (store) => {
    await fill(store, numberedKeys(5));
    expectEqual('keys', await everyKey(store, 1), numberedKeys(5), rule);
  }),
  storeCase('list.largest', 'gives up to 1000 documents on a page', async (store) => {
    const keys = numberedKeys(1_001);
    await fill(store, keys);
    const page = await store.list('main', 'items', { limit: 1_000 });
    expectEqual('keys', keysOf(page), keys.slice(0, 1_000), 'ListOptions');
    expectEqual('keys of the second page', keysOf(await behind(store, page, 1_000)), keys.slice(1_000), rule);
  }),
  storeCase('list.more-bad-limits', 'refuses limits that are no numbers', async (store) => {
    for (const limit of [Number.NaN, Number.POSITIVE_INFINITY])
      await expectRejection(`list with limit ${limit}`, () => store.list('main', 'items', { limit }), 'ListOptions');
  }),
  storeCase('list.changed', 'lists a changed document at its place, with its new content', async (store) => {
    await fill(store, ['a', 'b', 'c']);
    await store.put('main', 'items', 'a', { changed: true });
    const { documents } = await store.list('main', 'items', { limit: 1 });
    expectEqual('documents', documents, [{ key: 'a', revision: 2, document: { changed: true } }], rule);
  }),
  storeCase('list.same-again', 'gives the same page for the same cursor again', async (store) => {
    await fill(store, numberedKeys(9));
    const first = await store.list('main', 'items', { limit: 4 });
    expectEqual('second page, read again', await behind(store, first, 4), await behind(store, first, 4), rule);
  }),
  storeCase('list.other-limit', 'goes on with another page size', async (store) => {
    await fill(store, numberedKeys(9));
    const first = await store.list('main', 'items', { limit: 2 });
    expectEqual('keys', keysOf(await behind(store, first, 5)), numberedKeys(7).slice(2), rule);
  }),
  storeCase('list.changed-between', 'gives each document once when they change between two pages', async (store) => {
    const keys = numberedKeys(12);
    await fill(store, keys);
    const seen: string[] = [];
    let page: DocumentPage | undefined;
    do {
      page = page === undefined ? await store.list('main', 'items', { limit: 5 }) : await behind(store, page, 5);
      seen.push(...keysOf(page));
      await fill(store, keys);
    } while (page.nextCursor !== undefined && seen.length < 50);
    expectEqual('keys', seen, keys, rule);
  }),
  storeCase('list.writers', 'gives each old document once beside writers of new ones', async (store) => {
    const keys = numberedKeys(40);
    await fill(store, keys);
    const writing = Promise.all(numbersFrom(0, 30).map((number) => store.put('main', 'items', `new-${number}`, {})));
    const seen = (await everyKey(store, 7)).filter((key) => key.startsWith('item-'));
    await writing;
    expectEqual('old keys', seen, keys, rule);
  }),
  storeCase('list.order-numbers', 'orders digits as text', async (store) => {
    await fill(store, ['2', '10', '1', '01', '1a']);
    expectEqual('keys', await everyKey(store, 2), ['01', '1', '10', '1a', '2'], rule);
  }),
  storeCase('list.order-signs', 'orders signs, spaces and letters of any alphabet by code point', async (store) => {
    const keys = [' ', '!', '-', 'A', 'Z', '_', 'a', 'é', 'ß', 'Ω', 'я', 'א', 'ก', '中', '한', '\ufb01', '😀', '🎯'];
    const ordered = [...keys].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
    await fill(store, keys);
    expectEqual('keys', await everyKey(store, 4), ordered, rule);
  }),
  storeCase('list.order-prefix', 'lists a key before those that begin with it', async (store) => {
    await fill(store, ['ab', 'a', 'a\u00e9', 'a-b', 'a!', 'abc']);
    expectEqual('keys', await everyKey(store, 2), ['a', 'a!', 'a-b', 'ab', 'abc', 'a\u00e9'], rule);
  }),
  storeCase('list.long-keys', 'pages through keys of 200 characters', async (store) => {
    const start = '日'.repeat(196);
    const ordered = ['-0a', '-0b', '-0日', '-1', '-1🎯'].map((end) => `${start}${end}`);
    await fill(store, [...ordered].reverse());
    expectEqual('keys', await everyKey(store, 2), ordered, rule);
  }),
  storeCase(
    'list.hostile-cursor-keys',
    'pages through keys made of quotes, percent signs and braces',
    async (store) => {
      const keys = ['"', '%', "'", '*', ',', ':', ';', '\\', '{}', '|'];
      await fill(store, keys);
      expectEqual('keys', await everyKey(store, 1), keys, rule);
    },
  ),
];

/** Gives keys whose order is that of their numbers. */
function numberedKeys(count: number): readonly string[] {
  return numbersFrom(0, count).map((number) => `item-${String(number).padStart(4, '0')}`);
}

async function fill(store: Store, keys: readonly string[]): Promise<void> {
  for (const key of keys) await store.put('main', 'items', key, { key });
}

function keysOf({ documents }: DocumentPage): readonly string[] {
  return documents.map(({ key }) => key);
}

async function behind(store: Store, { nextCursor }: DocumentPage, limit: number): Promise<DocumentPage> {
  return store.list('main', 'items', { limit, ...(nextCursor !== undefined && { cursor: nextCursor }) });
}

async function everyKey(store: Store, limit: number): Promise<readonly string[]> {
  let page = await store.list('main', 'items', { limit });
  const keys = [...keysOf(page)];
  while (page.nextCursor !== undefined && keys.length < 2_000) {
    page = await behind(store, page, limit);
    keys.push(...keysOf(page));
  }
  return keys;
}
