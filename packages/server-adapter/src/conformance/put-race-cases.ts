import type { Collection, Document, Store } from '../store/store.js';
import { expectEqual, expectRejection } from './expect.js';
import { numbersFrom } from './sample-list.js';
import { storeCase, type StoreCase } from './store-case.js';

const rule = 'Store.put';
const collections: readonly Collection[] = [
  'items',
  'groups',
  'targets',
  'suggestions',
  'audit',
  'notices',
  'webhooks',
];

/** What documents promise when writers meet, fail or hold on to objects. */
export const putRaceCases: readonly StoreCase[] = [
  storeCase('put.race-update', 'lets exactly one of eight writers of one revision win', async (store) => {
    await store.put('main', 'targets', 'x', { a: 0 });
    const writers = numbersFrom(1, 8);
    const outcomes = await Promise.all(
      writers.map((a) => store.put('main', 'targets', 'x', { a }, { expectedRevision: 1 })),
    );
    const winner = writers.find((_, index) => outcomes[index]?.ok === true);
    expectEqual('number of winners', outcomes.filter(({ ok }) => ok).length, 1, rule);
    await expectDocument(store, { a: winner }, 2);
  }),
  storeCase('put.race-losers', 'shows the losers of a race the winner', async (store) => {
    const outcomes = await Promise.all(
      numbersFrom(1, 4).map((a) => store.put('main', 'targets', 'x', { a }, { expectedRevision: 0 })),
    );
    const current = await store.get('main', 'targets', 'x');
    const losers = outcomes.filter(({ ok }) => !ok);
    expectEqual('outcomes of the losers', losers, Array(3).fill({ ok: false, current }), rule);
  }),
  storeCase('put.race-blind', 'counts a revision for each of ten writers that expect nothing', async (store) => {
    const outcomes = await Promise.all(numbersFrom(1, 10).map((a) => store.put('main', 'targets', 'x', { a })));
    const revisions = outcomes.map((outcome) => (outcome.ok ? outcome.revision : 0)).sort((a, b) => a - b);
    expectEqual('revisions', revisions, numbersFrom(1, 10), rule);
  }),
  storeCase('put.race-apart', 'lets writers of different documents all win', async (store) => {
    const outcomes = await Promise.all(
      numbersFrom(0, 20).map((number) => store.put('main', 'items', `item-${number}`, {}, { expectedRevision: 0 })),
    );
    expectEqual('outcomes', outcomes, Array(20).fill({ ok: true, revision: 1 }), rule);
  }),
  storeCase('put.revisions-apart', 'counts the revisions of each document by itself', async (store) => {
    for (const key of ['x', 'x', 'y', 'x']) await store.put('main', 'targets', key, {});
    expectEqual('revision of x', (await store.get('main', 'targets', 'x'))?.revision, 3, rule);
    expectEqual('revision of y', (await store.get('main', 'targets', 'y'))?.revision, 1, rule);
  }),
  storeCase('put.every-collection', 'keeps one key in each of the drawers', async (store) => {
    for (const collection of collections) await store.put('main', collection, 'x', { collection });
    for (const collection of collections) {
      const stored = await store.get('main', collection, 'x');
      expectEqual(
        `document in ${collection}`,
        stored,
        { key: 'x', revision: 1, document: { collection } },
        'Collection',
      );
    }
  }),
  storeCase('put.stale-keeps-revision', 'counts no revision for a refused write', async (store) => {
    await store.put('main', 'targets', 'x', { a: 1 });
    for (const expectedRevision of [0, 5]) await store.put('main', 'targets', 'x', { a: 2 }, { expectedRevision });
    const outcome = await store.put('main', 'targets', 'x', { a: 3 }, { expectedRevision: 1 });
    expectEqual('outcome', outcome, { ok: true, revision: 2 }, rule);
  }),
  storeCase('put.atomic', 'changes nothing when it rejects', async (store) => {
    await store.put('main', 'targets', 'x', { a: 1 });
    await expectRejection(
      'put of a document that cannot be read',
      () => store.put('main', 'targets', 'x', unreadableDocument()),
      rule,
    );
    await expectDocument(store, { a: 1 }, 1);
  }),
  storeCase('put.frozen', 'takes frozen objects and leaves what it was given as it is', async (store) => {
    const document = Object.freeze({ tags: Object.freeze(['a']) });
    await store.put('main', 'targets', 'x', document);
    expectEqual('document given', document, { tags: ['a'] }, rule);
  }),
  storeCase('put.empty', 'keeps an empty document and tells it from none', async (store) => {
    await store.put('main', 'targets', 'x', {});
    await expectDocument(store, {}, 1);
    const outcome = await store.put('main', 'targets', 'x', {}, { expectedRevision: 0 });
    expectEqual('ok', outcome.ok, false, rule);
  }),
  storeCase('put.same-again', 'counts a revision even when nothing differs', async (store) => {
    await store.put('main', 'targets', 'x', { a: 1 });
    expectEqual('outcome', await store.put('main', 'targets', 'x', { a: 1 }), { ok: true, revision: 2 }, rule);
  }),
  storeCase('put.large', 'keeps a document of 300 kilobytes', async (store) => {
    const document = { body: 'Zoë 🎯\n'.repeat(30_000) };
    await store.put('main', 'targets', 'x', document);
    await expectDocument(store, document, 1);
  }),
  storeCase('put.prototype-fields', 'keeps fields named like those of every object', async (store) => {
    const document = JSON.parse('{"__proto__":{"a":1},"constructor":2,"hasOwnProperty":3}') as Document;
    await store.put('main', 'targets', 'x', document);
    await expectDocument(store, document, 1);
  }),
  storeCase(
    'put.visible',
    'shows a document to a get and a list that start when its put has resolved',
    async (store) => {
      for (const a of numbersFrom(1, 5)) {
        await store.put('main', 'targets', 'x', { a });
        await expectDocument(store, { a }, a);
        expectEqual(
          'documents listed',
          (await store.list('main', 'targets')).documents[0]?.document,
          { a },
          'Store.list',
        );
      }
    },
  ),
  storeCase('get.copies', 'keeps a document as it was when a reader changes what it got', async (store) => {
    await store.put('main', 'targets', 'x', { tags: ['a'] });
    for (const stored of [await store.get('main', 'targets', 'x'), (await store.list('main', 'targets')).documents[0]])
      Object.assign(stored?.document ?? {}, { tags: 'changed' });
    const refused = await store.put('main', 'targets', 'x', {}, { expectedRevision: 9 });
    if (!refused.ok) Object.assign(refused.current?.document ?? {}, { tags: 'changed' });
    await expectDocument(store, { tags: ['a'] }, 1);
  }),
];

async function expectDocument(store: Store, document: Document, revision: number): Promise<void> {
  expectEqual('document', await store.get('main', 'targets', 'x'), { key: 'x', revision, document }, rule);
}

function unreadableDocument(): Document {
  return Object.defineProperty({}, 'a', {
    enumerable: true,
    get: () => {
      throw new Error('this value cannot be read');
    },
  });
}
