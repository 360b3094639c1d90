import { expectRows, sampleView } from './aggregate-history.js';
import { sampleFact } from './sample-fact.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';

const total = { type: 'usage', by: [] } as const;

/** What pairs of a person and an item mean, and which of them are rated. */
export const aggregatePairCases: readonly StoreCase[] = [
  pairCase('distinct', 'counts each pair of a person and an item once in a group', async (store) => {
    await store.append('main', [
      sampleView(1, 'a', 4_000),
      sampleView(1_441, 'b', 4_000, { team: 'support' }),
      sampleView(2, 'c', 4_000, { collateralId: 'deck-43' }),
      sampleView(3, 'd', 4_000, { actorId: 'ben' }),
      sampleView(4, 'e', 100, { actorId: 'ben', collateralId: 'deck-43' }),
    ]);
    await expectRows(store, total, [{ views: 4, viewers: 2, pairs: 3, activeMs: 16_100 }]);
    await expectRows(store, { type: 'usage', by: ['team'] }, [
      { group: { team: 'sales' }, views: 3, viewers: 2, pairs: 3, activeMs: 12_100 },
      { group: { team: 'support' }, views: 1, viewers: 1, pairs: 1, activeMs: 4_000 },
    ]);
    await expectRows(store, { ...total, to: '2026-05-05', team: 'sales' }, [
      { views: 3, viewers: 2, pairs: 3, activeMs: 12_100 },
    ]);
  }),
  pairCase(
    'rated',
    'tells how many pairs have a live rating, whatever version, day, team or exclusion',
    async (store) => {
      const views = ['ana', 'ben', 'cem', 'dua'].map((actorId, number) =>
        sampleView(number, actorId, 4_000, { actorId }),
      );
      await store.append('main', [
        ...views,
        sampleFact(5_000, { version: 'v2', team: 'support' }),
        sampleFact(5_001, { actorId: 'ben', excluded: 'own-use' }),
        sampleFact(5_002, { actorId: 'cem', collateralId: 'deck-43' }),
        sampleFact(5_003, { actorId: 'eli' }),
      ]);
      const row = { views: 4, viewers: 4, activeMs: 16_000 };
      await expectRows(store, { ...total, to: '2026-05-05', team: 'sales' }, [{ ...row, ratedPairs: 2 }]);
      await store.append('main', [sampleFact(5_004, { actorId: 'dua' }), sampleFact(5_005, { version: 'v3' })]);
      await expectRows(store, { ...total, collateralIds: ['deck-42'] }, [{ ...row, ratedPairs: 3 }]);
    },
  ),
  pairCase('withdrawn', 'has no rated pair left when the last rating of an item was taken back', async (store) => {
    const row = { views: 1, viewers: 1, activeMs: 4_000 };
    const withdrawal = { type: 'rating-withdrawal', detail: {} } as const;
    await store.append('main', [sampleView(1, 'a', 4_000), sampleFact(2), sampleFact(3, { version: 'v2' })]);
    await store.append('main', [sampleFact(5, withdrawal)]);
    await expectRows(store, total, [{ ...row, ratedPairs: 1 }]);
    await store.append('main', [sampleFact(6, { ...withdrawal, version: 'v2' })]);
    await expectRows(store, total, [{ ...row, ratedPairs: 0 }]);
    await store.append('main', [sampleFact(4)]);
    await expectRows(store, total, [{ ...row, ratedPairs: 0 }]);
    await store.append('main', [sampleFact(7)]);
    await expectRows(store, total, [{ ...row, ratedPairs: 1 }]);
  }),
];

function pairCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`aggregate.pairs-${id}`, name, check, ['aggregate']);
}
