import type { Store } from '../store/store.js';
import { expectEqual } from './expect.js';
import { expectFacts } from './expect-facts.js';
import { readAll } from './read-all.js';
import { sampleFact, sampleTime } from './sample-fact.js';
import { sampleList } from './sample-list.js';
import { storeCase, type StoreCase } from './store-case.js';

const rule = 'Store (nothing crosses tenants)';

/** That no method lets one tenant see, count or change what is another's. */
export const tenantCases: readonly StoreCase[] = [
  storeCase('tenant.append', 'answers and stores for a tenant as if there were no other', async (store) => {
    await fillOther(store);
    const outcomes = await store.append('main', [sampleFact(1, { detail: {} }), sampleFact(2)]);
    expectEqual('outcomes', outcomes, ['new', 'new'], rule);
    await expectOtherKept(store);
  }),
  storeCase('tenant.read', 'reads nothing of another tenant, whatever the filter', async (store) => {
    await fillOther(store);
    const filters = [
      {},
      { actorId: 'ana' },
      { collateralIds: ['deck-42'] },
      { types: ['rating' as const] },
      { from: sampleTime(0) },
    ];
    for (const filter of filters) await expectFacts(store, [], rule, { filter });
  }),
  storeCase('tenant.cursor', 'gives no fact of another tenant behind a cursor of its own', async (store) => {
    await store.append('main', [sampleFact(1)]);
    const { cursor } = await readAll(store, 'main');
    await store.append('other', sampleList([2, 3]));
    await store.append('main', [sampleFact(4)]);
    await expectFacts(store, [sampleFact(4)], rule, { from: cursor });
  }),
  storeCase('tenant.cursor-busy', 'loses nothing behind a cursor when other tenants write much', async (store) => {
    for (const round of [0, 1, 2]) {
      await store.append('other', sampleList([round * 10, round * 10 + 1]));
      await store.append('main', [sampleFact(round)]);
      await store.append('third', sampleList([round * 10]));
    }
    const first = await readAll(store, 'main');
    await store.append('other', [sampleFact(99)]);
    await store.append('main', [sampleFact(100)]);
    await expectFacts(store, [sampleFact(100)], rule, { from: first.cursor });
    await expectFacts(store, sampleList([0, 1, 2, 100]), rule);
  }),
  storeCase('tenant.reassign', 'erases a person in one tenant only', async (store) => {
    await fillOther(store);
    await store.append('main', [sampleFact(1)]);
    await store.reassign('main', 'ana', 'tombstone');
    await expectOtherKept(store);
  }),
  storeCase('tenant.reassign-taken', 'drops no fact because another tenant has its id', async (store) => {
    await store.append('other', [sampleFact(1, { actorId: 'tombstone' })]);
    await store.append('main', [sampleFact(1)]);
    await store.reassign('main', 'ana', 'tombstone');
    await expectFacts(store, [sampleFact(1, { actorId: 'tombstone' })], rule);
  }),
  storeCase('tenant.prune', 'forgets old facts in one tenant only', async (store) => {
    await fillOther(store);
    await store.append('main', [sampleFact(1)]);
    await store.prune('main', sampleTime(100));
    await expectOtherKept(store);
    expectEqual('outcomes', await store.append('other', [sampleFact(3)]), ['new'], rule);
  }),
  storeCase('tenant.get', "gets no document of another tenant's", async (store) => {
    await fillOther(store);
    expectEqual('document', await store.get('main', 'items', 'deck-42'), null, rule);
  }),
  storeCase('tenant.put', 'writes into one tenant only and counts revisions there', async (store) => {
    await fillOther(store);
    const created = await store.put('main', 'items', 'deck-42', { mine: true }, { expectedRevision: 0 });
    expectEqual('outcome', created, { ok: true, revision: 1 }, rule);
    const stale = await store.put('main', 'items', 'deck-42', {}, { expectedRevision: 2 });
    expectEqual('document in the way', stale.ok ? null : stale.current?.document, { mine: true }, rule);
    await expectOtherKept(store);
  }),
  storeCase('tenant.list', "lists no document of another tenant's", async (store) => {
    await fillOther(store);
    await store.put('main', 'items', 'deck-99', {});
    const { documents } = await store.list('main', 'items');
    expectEqual(
      'keys',
      documents.map(({ key }) => key),
      ['deck-99'],
      rule,
    );
  }),
  storeCase(
    'tenant.joined-names',
    'mixes up no tenants whose names run into those of people or items',
    async (store) => {
      await store.append('a', [sampleFact(1, { actorId: 'b:c' })]);
      await store.append('a:b', [sampleFact(1, { actorId: 'c', detail: {} })]);
      await store.put('a', 'items', 'b/c', { of: 'a' });
      await store.put('a/items', 'items', 'c', { of: 'a/items' });
      await expectFacts(store, [sampleFact(1, { actorId: 'b:c' })], rule, { tenant: 'a' });
      await expectFacts(store, [sampleFact(1, { actorId: 'c', detail: {} })], rule, { tenant: 'a:b' });
      expectEqual('document', (await store.get('a', 'items', 'b/c'))?.document, { of: 'a' }, rule);
      expectEqual('document', (await store.get('a/items', 'items', 'c'))?.document, { of: 'a/items' }, rule);
    },
  ),
  storeCase('tenant.close-to-a-path', 'takes a tenant named like a path or a drawer as any other', async (store) => {
    const tenants = ['..', '../main', '/', 'items', 'main/items', '.', 'main.'];
    for (const tenant of tenants) await store.put(tenant, 'items', 'x', { tenant });
    for (const tenant of tenants)
      expectEqual(`document of ${tenant}`, (await store.get(tenant, 'items', 'x'))?.document, { tenant }, rule);
    expectEqual('document of main', await store.get('main', 'items', 'x'), null, rule);
  }),
];

async function fillOther(store: Store): Promise<void> {
  await store.append('other', sampleList([1, 2]));
  await store.put('other', 'items', 'deck-42', { theirs: 1 });
  await store.put('other', 'items', 'deck-42', { theirs: 2 });
}

async function expectOtherKept(store: Store): Promise<void> {
  await expectFacts(store, sampleList([1, 2]), rule, { tenant: 'other' });
  const kept = { key: 'deck-42', revision: 2, document: { theirs: 2 } };
  expectEqual('document of the other tenant', await store.get('other', 'items', 'deck-42'), kept, rule);
}
