import { expectEqual } from './expect.js';
import { storeCase, type StoreCase } from './store-case.js';

const rule = 'Store.put';
const missing = { ok: false, current: null } as const;

/** What keeping documents promises. */
export const documentCases: readonly StoreCase[] = [
  storeCase('get.missing', 'answers null for a document that does not exist', async (store) => {
    for (const key of ['deck-42', '__proto__', 'constructor']) {
      expectEqual(`document ${key}`, await store.get('main', 'items', key), null, 'Store.get');
    }
  }),
  storeCase('put.equal', 'gives a document back equal to what was written', async (store) => {
    const document = { title: 'Zoë 🎯 "x"\n', list: [1, null, { a: [] }], deep: { b: 1.5, c: false }, none: null };
    expectEqual('outcome', await store.put('main', 'items', 'deck-42', document), { ok: true, revision: 1 }, rule);
    expectEqual(
      'document',
      await store.get('main', 'items', 'deck-42'),
      { key: 'deck-42', revision: 1, document },
      'Store.get',
    );
  }),
  storeCase('put.replace', 'writes over whatever is there and counts the revision up', async (store) => {
    await store.put('main', 'items', 'deck-42', { a: 1, b: 1 });
    expectEqual('outcome', await store.put('main', 'items', 'deck-42', { a: 2 }), { ok: true, revision: 2 }, rule);
    expectEqual(
      'document',
      await store.get('main', 'items', 'deck-42'),
      { key: 'deck-42', revision: 2, document: { a: 2 } },
      rule,
    );
  }),
  storeCase('put.expected', 'writes when the revision is the expected one', async (store) => {
    expectEqual(
      'first outcome',
      await store.put('main', 'targets', 'x', { a: 1 }, { expectedRevision: 0 }),
      { ok: true, revision: 1 },
      rule,
    );
    expectEqual(
      'second outcome',
      await store.put('main', 'targets', 'x', { a: 2 }, { expectedRevision: 1 }),
      { ok: true, revision: 2 },
      rule,
    );
  }),
  storeCase('put.stale', 'refuses a stale revision, tells the current document and changes nothing', async (store) => {
    await store.put('main', 'targets', 'x', { a: 1 });
    await store.put('main', 'targets', 'x', { a: 2 });
    const current = { key: 'x', revision: 2, document: { a: 2 } };
    for (const expectedRevision of [0, 1, 3]) {
      const outcome = await store.put('main', 'targets', 'x', { a: 9 }, { expectedRevision });
      expectEqual(`outcome when expecting ${expectedRevision}`, outcome, { ok: false, current }, rule);
    }
    expectEqual('document', await store.get('main', 'targets', 'x'), current, rule);
  }),
  storeCase('put.stale-missing', 'refuses to change a document that does not exist', async (store) => {
    expectEqual('outcome', await store.put('main', 'targets', 'x', { a: 1 }, { expectedRevision: 1 }), missing, rule);
    expectEqual('document', await store.get('main', 'targets', 'x'), null, rule);
  }),
  storeCase('put.race-create', 'lets exactly one of several writers create a document', async (store) => {
    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5].map((a) => store.put('main', 'targets', 'x', { a }, { expectedRevision: 0 })),
    );
    expectEqual('number of winners', outcomes.filter(({ ok }) => ok).length, 1, rule);
  }),
  storeCase('put.race-change', 'loses no update of writers that read, change and try again', async (store) => {
    await store.put('main', 'targets', 'x', { count: 0 });
    async function countUp(): Promise<void> {
      for (let attempt = 0; attempt < 100; attempt++) {
        const current = await store.get('main', 'targets', 'x');
        const count = Number(current?.document['count']) + 1;
        const outcome = await store.put(
          'main',
          'targets',
          'x',
          { count },
          { expectedRevision: current?.revision ?? 0 },
        );
        if (outcome.ok) return;
      }
    }
    await Promise.all([1, 2, 3, 4, 5, 6].map(() => countUp()));
    expectEqual(
      'document',
      await store.get('main', 'targets', 'x'),
      { key: 'x', revision: 7, document: { count: 6 } },
      rule,
    );
  }),
  storeCase('put.copies', 'keeps a document as it was when the caller changes the object later', async (store) => {
    const document = { tags: ['a'] };
    await store.put('main', 'items', 'x', document);
    document.tags.push('b');
    expectEqual('document', (await store.get('main', 'items', 'x'))?.document, { tags: ['a'] }, rule);
  }),
  storeCase('put.names', 'takes long, foreign and prototype keys as plain text', async (store) => {
    const keys = ['__proto__', 'constructor', 'ü'.repeat(200), '日本 🎯', "'; DROP TABLE document; --", 'A', 'a'];
    for (const key of keys) await store.put('main', 'items', key, { key });
    for (const key of keys)
      expectEqual(
        `document ${key}`,
        await store.get('main', 'items', key),
        { key, revision: 1, document: { key } },
        rule,
      );
  }),
  storeCase('put.collections', 'keeps the drawers apart', async (store) => {
    await store.put('main', 'items', 'x', { a: 1 });
    expectEqual('document of another drawer', await store.get('main', 'groups', 'x'), null, 'Collection');
    expectEqual('list of another drawer', await store.list('main', 'groups'), { documents: [] }, 'Collection');
  }),
  storeCase('put.tenants', 'keeps the tenants apart', async (store) => {
    await store.put('main', 'items', 'x', { a: 1 });
    expectEqual('document', await store.get('other', 'items', 'x'), null, 'Store (nothing crosses tenants)');
    expectEqual('list', await store.list('other', 'items'), { documents: [] }, 'Store (nothing crosses tenants)');
    expectEqual(
      'outcome',
      await store.put('other', 'items', 'x', { a: 2 }, { expectedRevision: 0 }),
      { ok: true, revision: 1 },
      'Store (nothing crosses tenants)',
    );
  }),
];
