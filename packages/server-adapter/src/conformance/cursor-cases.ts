import type { FactFilter, FactPage, Store } from '../store/store.js';
import { expectEqual } from './expect.js';
import { expectNumbers } from './expect-facts.js';
import { readAll, readIds } from './read-all.js';
import { sampleFact, sampleId, sampleTime } from './sample-fact.js';
import { numbersFrom, sampleList } from './sample-list.js';
import { storeCase, type StoreCase } from './store-case.js';

const rule = 'Store.read (cursors)';

/** What cursors promise while a log changes. */
export const cursorCases: readonly StoreCase[] = [
  storeCase('cursor.pages', 'gives pages that hold at least one fact and end in a cursor', async (store) => {
    await fillLong(store, 1_100);
    for (const page of await pagesOf(store)) {
      expectEqual('an empty page', page.facts.length === 0, false, 'FactPage');
      expectEqual('type of the cursor', typeof page.cursor, 'string', 'FactPage');
    }
  }),
  storeCase('cursor.every-page', 'reads the rest from the cursor of any page', async (store) => {
    await fillLong(store, 1_100);
    let seen = 0;
    for (const { facts, cursor } of await pagesOf(store)) {
      seen += facts.length;
      const rest = await readAll(store, 'main', {}, cursor);
      expectEqual('facts behind a page', rest.facts[0]?.id, seen < 1_100 ? sampleId(seen) : undefined, rule);
      expectEqual('number of facts behind a page', rest.facts.length, 1_100 - seen, rule);
    }
  }),
  storeCase('cursor.again', 'gives the same for the same cursor again', async (store) => {
    await store.append('main', sampleList([1, 2]));
    const { cursor } = await readAll(store, 'main');
    await store.append('main', sampleList([3, 4]));
    for (const _ of [1, 2]) await expectNumbers(store, [3, 4], rule, { from: cursor });
  }),
  storeCase('cursor.filtered', 'reads on under a filter without loss or repetition', async (store) => {
    const filter: FactFilter = { actorId: 'ben' };
    await store.append('main', [...sampleList([1, 2], { actorId: 'ben' }), ...sampleList([3, 4])]);
    const { cursor } = await readAll(store, 'main', filter);
    await store.append('main', [sampleFact(5), ...sampleList([6, 0], { actorId: 'ben' })]);
    await expectNumbers(store, [6, 0], rule, { filter, from: cursor });
  }),
  storeCase('cursor.filtered-pages', 'gives every match of a long log exactly once', async (store) => {
    const numbers = numbersFrom(0, 1_500);
    for (const first of [0, 500, 1_000])
      await store.append(
        'main',
        numbersFrom(first, 500).map((number) => sampleFact(number, { collateralId: number % 3 === 0 ? 'a' : 'b' })),
      );
    const expected = numbers.filter((number) => number % 3 === 0);
    await expectNumbers(store, expected, rule, { filter: { collateralIds: ['a'] } });
  }),
  storeCase('cursor.filtered-late', 'gives a late fact behind the cursor of a filtered read', async (store) => {
    const filter: FactFilter = { collateralIds: ['deck-42'], types: ['rating'], from: sampleTime(0) };
    await store.append('main', [sampleFact(50)]);
    const { cursor } = await readAll(store, 'main', filter);
    await store.append('main', [sampleFact(1)]);
    await expectNumbers(store, [1], rule, { filter, from: cursor });
  }),
  storeCase('cursor.quiet', 'gives no page when nothing came since', async (store) => {
    await store.append('main', sampleList([1, 2]));
    const { cursor } = await readAll(store, 'main');
    expectEqual('pages', await pagesOf(store, {}, cursor), [], 'Store.read');
    await store.append('main', sampleList([1, 2]));
    expectEqual('pages after duplicates', await pagesOf(store, {}, cursor), [], 'Store.read');
  }),
  storeCase('cursor.writers', 'gives every fact once to a reader beside four writers', async (store) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    const ended = new AbortController();
    const writers = Promise.all(
      [0, 1, 2, 3].map(async (writer) => {
        for (const round of numbersFrom(0, 15))
          await store.append('main', sampleList([900 - (round * 4 + writer), 2_000 + round * 4 + writer]));
      }),
    );
    const end = (): void => ended.abort();
    // What went wrong is told when it is waited for; the reader must not wait for ever for who has failed.
    writers.then(end, end);
    // Ends with one read that starts after the last write.
    for (let isLast = false; !isLast;) {
      isLast = ended.signal.aborted;
      for await (const page of store.read('main', {}, cursor)) {
        seen.push(...page.facts.map(({ id }) => id));
        cursor = page.cursor;
      }
      // Lets writers whose store answers at once have their turn.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    await writers;
    expectEqual('ids seen', [...seen].sort(), [...(await readIds(store, 'main'))].sort(), rule);
    expectEqual('number of ids', seen.length, 120, rule);
  }),
  storeCase('cursor.prune', 'keeps its place when facts before and behind it are pruned', async (store) => {
    await store.append('main', sampleList([10, 1, 11]));
    const { cursor } = await readAll(store, 'main');
    await store.append('main', sampleList([2, 12]));
    await store.prune('main', sampleTime(5));
    await store.append('main', [sampleFact(13)]);
    await expectNumbers(store, [12, 13], rule, { from: cursor });
  }),
  storeCase('cursor.prune-all', 'keeps its place when everything was pruned', async (store) => {
    await store.append('main', sampleList([1, 2, 3]));
    const { cursor } = await readAll(store, 'main');
    await store.prune('main', sampleTime(100));
    await store.append('main', sampleList([101, 102]));
    await expectNumbers(store, [101, 102], rule, { from: cursor });
  }),
  storeCase('cursor.reassign', 'keeps its place when a person was erased', async (store) => {
    await store.append('main', [sampleFact(1), sampleFact(2, { actorId: 'ben' })]);
    const { cursor } = await readAll(store, 'main');
    await store.reassign('main', 'ana', 'tombstone');
    await store.append('main', [sampleFact(3, { actorId: 'ben' })]);
    await expectNumbers(store, [3], rule, { from: cursor });
    await expectNumbers(store, [1, 2, 3], rule);
  }),
  storeCase('cursor.stop-early', 'can be left after the first page, and the store goes on working', async (store) => {
    await fillLong(store, 600);
    for (const _ of numbersFrom(0, 20)) {
      for await (const page of store.read('main', {})) {
        expectEqual('first id', page.facts[0]?.id, sampleId(0), 'Store.read');
        break;
      }
    }
    expectEqual('outcomes', await store.append('main', [sampleFact(601)]), ['new'], 'Store.read (stopping early)');
  }),
  storeCase('cursor.two-readers', 'serves two readers in step, each with every fact', async (store) => {
    await fillLong(store, 1_100);
    const [first, second] = await Promise.all([readIds(store, 'main'), readIds(store, 'main')]);
    expectEqual('ids of the first reader', first.length, 1_100, 'Store.read');
    expectEqual('ids of the second reader', second, first, 'Store.read');
  }),
  storeCase('read.copies', 'keeps a fact as it was when a reader changes what it got', async (store) => {
    await store.append('main', [sampleFact(1)]);
    const [fact] = (await readAll(store, 'main')).facts;
    Object.assign(fact?.detail ?? {}, { value: 1 });
    Object.assign(fact ?? {}, { actorId: 'eve' });
    await expectNumbers(store, [1], 'Store (musts)', { filter: { actorId: 'ana' } });
    expectEqual('stored fact', (await readAll(store, 'main')).facts, [sampleFact(1)], 'Store (musts)');
  }),
];

async function fillLong(store: Store, count: number): Promise<void> {
  for (let first = 0; first < count; first += 500)
    await store.append('main', sampleList(numbersFrom(first, Math.min(500, count - first))));
}

async function pagesOf(store: Store, filter: FactFilter = {}, from?: string): Promise<readonly FactPage[]> {
  const pages: FactPage[] = [];
  for await (const page of store.read('main', filter, from)) {
    pages.push(page);
    if (pages.length > 2_000) break;
  }
  return pages;
}
