import { expectEqual } from './expect.js';
import { readAll, readIds } from './read-all.js';
import { sampleFact, sampleId, sampleTime } from './sample-fact.js';
import { storeCase, type StoreCase } from './store-case.js';

const rule = 'Store.append';

/** What storing facts promises. */
export const appendCases: readonly StoreCase[] = [
  storeCase('append.new', 'stores facts and answers new for each', async (store) => {
    expectEqual('outcomes', await store.append('main', [sampleFact(1), sampleFact(2)]), ['new', 'new'], rule);
    expectEqual('stored ids', await readIds(store, 'main'), [sampleId(1), sampleId(2)], rule);
  }),
  storeCase('append.empty', 'answers an empty call with no outcomes', async (store) => {
    expectEqual('outcomes', await store.append('main', []), [], rule);
  }),
  storeCase('append.duplicate-later', 'counts a fact once when it is sent again', async (store) => {
    await store.append('main', [sampleFact(1)]);
    expectEqual('outcomes', await store.append('main', [sampleFact(1)]), ['duplicate'], rule);
    expectEqual('stored ids', await readIds(store, 'main'), [sampleId(1)], rule);
  }),
  storeCase('append.duplicate-other-batch', 'deduplicates fact by fact, not call by call', async (store) => {
    await store.append('main', [sampleFact(1), sampleFact(2)]);
    const outcomes = await store.append('main', [sampleFact(2), sampleFact(3), sampleFact(1)]);
    expectEqual('outcomes', outcomes, ['duplicate', 'new', 'duplicate'], rule);
    expectEqual('stored ids', await readIds(store, 'main'), [1, 2, 3].map(sampleId), rule);
  }),
  storeCase('append.duplicate-inside', 'counts an id once that comes twice in one call', async (store) => {
    expectEqual('outcomes', await store.append('main', [sampleFact(1), sampleFact(1)]), ['new', 'duplicate'], rule);
    expectEqual('stored ids', await readIds(store, 'main'), [sampleId(1)], rule);
  }),
  storeCase('append.duplicate-key-order', 'takes no notice of the order of keys', async (store) => {
    await store.append('main', [sampleFact(1, { detail: { value: 4, reasons: [{ b: 1, a: 2 }] } })]);
    const again = sampleFact(1, { detail: { reasons: [{ a: 2, b: 1 }], value: 4 } });
    expectEqual('outcomes', await store.append('main', [again]), ['duplicate'], 'factContent');
  }),
  storeCase('append.duplicate-derived', 'keeps the first copy when only derived fields differ', async (store) => {
    const first = sampleFact(1);
    const again = sampleFact(1, {
      receivedAt: sampleTime(90),
      effectiveAt: sampleTime(80),
      day: '2026-05-05',
      slot: 7,
      version: 'v2',
      team: null,
      excluded: 'own-use',
    });
    await store.append('main', [first]);
    expectEqual('outcomes', await store.append('main', [again]), ['duplicate'], 'factContent');
    expectEqual('stored facts', (await readAll(store, 'main')).facts, [first], rule);
  }),
  storeCase('append.conflict-later', 'refuses other content under a known id and keeps the first', async (store) => {
    await store.append('main', [sampleFact(1)]);
    const outcomes = await store.append('main', [sampleFact(1, { detail: { value: 1, scaleId: 'collateral-5@1' } })]);
    expectEqual('outcomes', outcomes, ['conflict'], rule);
    expectEqual('stored facts', (await readAll(store, 'main')).facts, [sampleFact(1)], rule);
  }),
  storeCase('append.conflict-inside', 'refuses other content under an id of the same call', async (store) => {
    const outcomes = await store.append('main', [
      sampleFact(1),
      sampleFact(1, { collateralId: 'deck-43' }),
      sampleFact(2),
    ]);
    expectEqual('outcomes', outcomes, ['new', 'conflict', 'new'], rule);
    expectEqual('stored facts', (await readAll(store, 'main')).facts, [sampleFact(1), sampleFact(2)], rule);
  }),
  storeCase('append.conflict-each-field', 'sees a conflict in every field the sender states', async (store) => {
    await store.append('main', [sampleFact(1)]);
    const others = [
      sampleFact(1, { type: 'rating-withdrawal' }),
      sampleFact(1, { collateralId: null }),
      sampleFact(1, { occurredAt: sampleTime(2) }),
      sampleFact(1, { context: null }),
      sampleFact(1, { detail: {} }),
    ];
    expectEqual(
      'outcomes',
      await store.append('main', others),
      others.map(() => 'conflict'),
      'factContent',
    );
  }),
  storeCase('append.per-actor', 'keeps the same id of two people apart', async (store) => {
    await store.append('main', [sampleFact(1)]);
    const other = sampleFact(1, { actorId: 'ben', detail: { value: 1 } });
    expectEqual('outcomes', await store.append('main', [other]), ['new'], rule);
    expectEqual('facts of ben', (await readAll(store, 'main', { actorId: 'ben' })).facts, [other], rule);
  }),
  storeCase('append.per-tenant', 'keeps the same id of two tenants apart', async (store) => {
    await store.append('main', [sampleFact(1)]);
    expectEqual('outcomes', await store.append('other', [sampleFact(1, { detail: { value: 1 } })]), ['new'], rule);
    expectEqual(
      'facts of main',
      (await readAll(store, 'main')).facts,
      [sampleFact(1)],
      'Store (nothing crosses tenants)',
    );
  }),
  storeCase('append.concurrent', 'counts a batch once that arrives four times at the same time', async (store) => {
    const batch = [1, 2, 3, 4, 5].map((number) => sampleFact(number));
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => store.append('main', batch)));
    expectEqual(
      'how often each was new',
      batch.map((_, index) => outcomes.filter((of) => of[index] === 'new').length),
      [1, 1, 1, 1, 1],
      rule,
    );
    expectEqual(
      'stored ids',
      [...(await readIds(store, 'main'))].sort(),
      batch.map(({ id }) => id),
      rule,
    );
  }),
  storeCase('append.copies', 'keeps a fact as it was when the caller changes the object later', async (store) => {
    const detail = { value: 4 };
    await store.append('main', [sampleFact(1, { detail })]);
    detail.value = 1;
    expectEqual('stored detail', (await readAll(store, 'main')).facts[0]?.detail, { value: 4 }, rule);
  }),
  storeCase('append.full-batch', 'answers 500 facts in the order given', async (store) => {
    const facts = Array.from({ length: 500 }, (_, index) => sampleFact(index));
    await store.append(
      'main',
      facts.filter((_, index) => index % 3 === 0),
    );
    const expected = facts.map((_, index) => (index % 3 === 0 ? 'duplicate' : 'new'));
    expectEqual('outcomes', await store.append('main', facts), expected, rule);
  }),
];
