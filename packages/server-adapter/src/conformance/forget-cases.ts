import { expectEqual } from './expect.js';
import { expectFacts, expectNumbers } from './expect-facts.js';
import { readAll, readIds } from './read-all.js';
import { sampleFact, sampleId, sampleTime } from './sample-fact.js';
import { numbersFrom, sampleList } from './sample-list.js';
import { storeCase, type StoreCase } from './store-case.js';

const rule = 'Store.reassign';

/** What exporting, erasing and forgetting promise beyond the first cases of each. */
export const forgetCases: readonly StoreCase[] = [
  storeCase('export.person', 'gives everything one person did, of every type and item', async (store) => {
    const facts = [
      sampleFact(1, { type: 'view' }),
      sampleFact(2, { type: 'usage', collateralId: null, version: null }),
      sampleFact(3, { excluded: 'own-use', collateralId: 'deck-43' }),
      sampleFact(4, { type: 'suggestion', detail: { body: 'Add an ROI slide' }, team: null }),
    ];
    await store.append('main', [...facts, ...sampleList([1, 5], { actorId: 'ben' })]);
    await expectFacts(store, facts, 'FactFilter.actorId', { filter: { actorId: 'ana' } });
  }),
  storeCase('export.long', 'gives a person with 1200 facts each of them once', async (store) => {
    for (const first of [0, 400, 800]) {
      await store.append('main', sampleList(numbersFrom(first, 400)));
      await store.append('main', sampleList(numbersFrom(first, 50), { actorId: 'ben' }));
    }
    await expectNumbers(store, numbersFrom(0, 1_200), 'FactFilter.actorId', { filter: { actorId: 'ana' } });
  }),
  storeCase('reassign.long', 'erases a person with 1200 facts', async (store) => {
    for (const first of [0, 400, 800]) await store.append('main', sampleList(numbersFrom(first, 400)));
    await store.reassign('main', 'ana', 'tombstone');
    await expectNumbers(store, [], rule, { filter: { actorId: 'ana' } });
    await expectNumbers(store, numbersFrom(0, 1_200), rule, { filter: { actorId: 'tombstone' } });
  }),
  storeCase(
    'reassign.text',
    'takes out what the person wrote and where they were, and keeps what figures need',
    async (store) => {
      const place = { slide: 7, quote: 'We always win' };
      const written = [
        sampleFact(1, { detail: { value: 1, scaleId: 'collateral-5@1', comment: 'I am Ana', reasons: ['outdated'] } }),
        sampleFact(2, { type: 'suggestion', detail: { body: 'Call me, Ana', place } }),
        sampleFact(3, { type: 'usage', detail: { action: 'search', query: 'ana', results: 3 } }),
        sampleFact(4, { context: { url: 'https://intranet.example/people/ana', surface: 'search', locale: 'en' } }),
      ];
      await store.append('main', [
        ...written,
        sampleFact(5, { actorId: 'ben', detail: { value: 2, comment: 'Mine' } }),
      ]);
      await store.reassign('main', 'ana', 'tombstone');
      const actorId = 'tombstone';
      const expected = [
        sampleFact(1, {
          actorId,
          detail: { value: 1, scaleId: 'collateral-5@1', reasons: ['outdated'], commented: true },
        }),
        sampleFact(2, { actorId, type: 'suggestion', detail: { place: { slide: 7 } } }),
        sampleFact(3, { actorId, type: 'usage', detail: { action: 'search', results: 3 } }),
        sampleFact(4, { actorId, context: { surface: 'search', locale: 'en' } }),
        sampleFact(5, { actorId: 'ben', detail: { value: 2, comment: 'Mine' } }),
      ];
      expectEqual('facts', (await readAll(store, 'main')).facts, expected, rule);
    },
  ),
  storeCase('reassign.unknown', 'does nothing for a person without facts', async (store) => {
    await store.append('main', [sampleFact(1)]);
    await store.reassign('main', 'nobody', 'tombstone');
    await expectFacts(store, [sampleFact(1)], rule);
  }),
  storeCase('reassign.place', 'leaves the facts at their places in the log', async (store) => {
    await store.append('main', [sampleFact(3), sampleFact(1, { actorId: 'ben' }), sampleFact(2)]);
    await store.reassign('main', 'ana', 'tombstone');
    await expectNumbers(store, [3, 1, 2], rule);
  }),
  storeCase('reassign.dedup', 'deduplicates erased facts under their new actor', async (store) => {
    await store.append('main', sampleList([1, 2]));
    await store.reassign('main', 'ana', 'tombstone');
    const outcomes = await store.append('main', [
      sampleFact(1, { actorId: 'tombstone' }),
      sampleFact(2, { actorId: 'tombstone', detail: {} }),
      sampleFact(3, { actorId: 'tombstone' }),
    ]);
    expectEqual('outcomes', outcomes, ['duplicate', 'conflict', 'new'], rule);
  }),
  storeCase('reassign.frees', 'knows nothing of the erased person any more', async (store) => {
    await store.append('main', [sampleFact(1)]);
    await store.reassign('main', 'ana', 'tombstone');
    expectEqual('outcomes', await store.append('main', [sampleFact(1)]), ['new'], rule);
    await expectNumbers(store, [1], rule, { filter: { actorId: 'ana' } });
    await expectNumbers(store, [1, 1], rule);
  }),
  storeCase('reassign.two-into-one', 'gives two people to one tombstone, each id once', async (store) => {
    await store.append('main', [...sampleList([1, 2]), ...sampleList([2, 3], { actorId: 'ben', detail: {} })]);
    await store.reassign('main', 'ana', 'tombstone');
    await store.reassign('main', 'ben', 'tombstone');
    const expected = [...sampleList([1, 2]), sampleFact(3, { detail: {} })];
    await expectFacts(
      store,
      expected.map((fact) => ({ ...fact, actorId: 'tombstone' })),
      rule,
    );
  }),
  storeCase('reassign.chain', 'gives facts on to a third id', async (store) => {
    await store.append('main', [sampleFact(1)]);
    await store.reassign('main', 'ana', 'first');
    await store.reassign('main', 'first', 'second');
    await expectFacts(store, [sampleFact(1, { actorId: 'second' })], rule);
  }),
  storeCase('reassign.twins', 'erases nobody whose name only looks alike', async (store) => {
    const twins = ['Ana', 'ana ', 'an', 'anna', '%', 'a_a'].map((actorId) => sampleFact(1, { actorId }));
    await store.append('main', [...twins, sampleFact(2)]);
    await store.reassign('main', 'ana', 'tombstone');
    await expectFacts(store, [...twins, sampleFact(2, { actorId: 'tombstone' })], rule);
  }),
  storeCase('reassign.beside', 'leaves each fact with one of the two when facts arrive meanwhile', async (store) => {
    await store.append('main', sampleList(numbersFrom(0, 50)));
    await Promise.all([
      store.reassign('main', 'ana', 'tombstone'),
      ...numbersFrom(50, 10).map((number) => store.append('main', [sampleFact(number)])),
    ]);
    const { facts } = await readAll(store, 'main');
    expectEqual('ids', facts.map(({ id }) => id).sort(), numbersFrom(0, 60).map(sampleId), rule);
    await store.reassign('main', 'ana', 'tombstone');
    await expectNumbers(store, [], rule, { filter: { actorId: 'ana' } });
  }),
  storeCase('reassign.documents', 'leaves documents alone', async (store) => {
    await store.put('main', 'targets', 'ana', { owner: 'ana' });
    await store.append('main', [sampleFact(1)]);
    await store.reassign('main', 'ana', 'tombstone');
    const kept = { key: 'ana', revision: 1, document: { owner: 'ana' } };
    expectEqual('document', await store.get('main', 'targets', 'ana'), kept, rule);
  }),
  storeCase('prune.documents', 'leaves documents alone', async (store) => {
    await store.put('main', 'items', 'deck-42', { a: 1 });
    await store.prune('main', sampleTime(1_000));
    const kept = { key: 'deck-42', revision: 1, document: { a: 1 } };
    expectEqual('document', await store.get('main', 'items', 'deck-42'), kept, 'Store.prune');
  }),
  storeCase('prune.everyone', 'forgets the old facts of every person and item', async (store) => {
    const people = ['ana', 'ben', 'tombstone'];
    await store.append(
      'main',
      people.flatMap((actorId, index) => sampleList([1, 10], { actorId, collateralId: `deck-${index}` })),
    );
    await store.prune('main', sampleTime(5));
    await expectNumbers(store, [10, 10, 10], 'Store.prune');
    await expectNumbers(store, [10], 'Store.prune', { filter: { collateralIds: ['deck-1'] } });
  }),
  storeCase('prune.order', 'leaves the rest in its order', async (store) => {
    await store.append('main', sampleList([9, 1, 8, 2, 7, 3, 6]));
    await store.prune('main', sampleTime(4));
    await expectNumbers(store, [9, 8, 7, 6], 'Store.prune');
  }),
  storeCase('prune.conflict', 'goes on telling duplicates from conflicts', async (store) => {
    await store.append('main', [sampleFact(9)]);
    await store.prune('main', sampleTime(5));
    const outcomes = await store.append('main', [sampleFact(9, { detail: {} }), sampleFact(9)]);
    expectEqual('outcomes', outcomes, ['conflict', 'duplicate'], 'Store.prune');
  }),
  storeCase('prune.before-first', 'remembers the instant in a tenant that has no facts yet', async (store) => {
    await store.prune('main', sampleTime(5));
    expectEqual('outcomes', await store.append('main', sampleList([4, 5])), ['too-old', 'new'], 'Store.prune');
    expectEqual('ids', await readIds(store, 'main'), [sampleId(5)], 'Store.prune');
  }),
  storeCase('prune.mixed-batch', 'takes the young facts of a batch that also has old ones', async (store) => {
    await store.prune('main', sampleTime(5));
    const outcomes = await store.append('main', sampleList([9, 1, 8, 2]));
    expectEqual('outcomes', outcomes, ['new', 'too-old', 'new', 'too-old'], 'Store.prune');
    await expectNumbers(store, [9, 8], 'Store.prune');
  }),
];
