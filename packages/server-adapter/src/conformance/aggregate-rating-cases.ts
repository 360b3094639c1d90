import type { Fact } from '../store/fact.js';
import { expectRows } from './aggregate-history.js';
import { sampleFact, sampleTime } from './sample-fact.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';

const total = { type: 'ratings', by: [] } as const;
const scaleId = 'collateral-5@1';
const valued = (value: number): Partial<Fact> => ({ detail: { value, scaleId } });

/** What counts of live ratings mean. */
export const aggregateRatingCases: readonly StoreCase[] = [
  ratingCase('latest', 'counts the latest rating of each person, in whatever order they come', async (store) => {
    const facts = [sampleFact(2, valued(3)), sampleFact(3, valued(2)), sampleFact(1, valued(5))];
    for (const fact of facts) await store.append('main', [fact]);
    await expectRows(store, total, [{ scaleId, value: 2, ratings: 1 }]);
  }),
  ratingCase('same-instant', 'takes the greater id of two ratings of one millisecond', async (store) => {
    const effectiveAt = sampleTime(0);
    await store.append('main', [sampleFact(9, { effectiveAt, detail: { value: 5, scaleId } })]);
    await store.append('main', [sampleFact(8, { effectiveAt, detail: { value: 1, scaleId } })]);
    await expectRows(store, total, [{ scaleId, value: 5, ratings: 1 }]);
  }),
  ratingCase(
    'withdrawal',
    'counts no rating that was taken back later, and one that was given again',
    async (store) => {
      await store.append('main', [sampleFact(3, { type: 'rating-withdrawal', detail: {} })]);
      await store.append('main', [sampleFact(2)]);
      await expectRows(store, total, []);
      await store.append('main', [sampleFact(4)]);
      await expectRows(store, total, [{ scaleId, value: 4, ratings: 1 }]);
    },
  ),
  ratingCase('apart', 'keeps people, items and versions apart', async (store) => {
    await store.append('main', [
      sampleFact(1),
      sampleFact(2, { actorId: 'ben' }),
      sampleFact(3, { version: null }),
      sampleFact(4, { version: 'v2' }),
      sampleFact(5, { collateralId: '__proto__' }),
      sampleFact(6, { collateralId: null }),
    ]);
    const row = { scaleId, value: 4 };
    await expectRows(store, total, [{ ...row, ratings: 5 }]);
    await expectRows(store, { type: 'ratings', by: ['collateralId', 'version'] }, [
      { ...row, group: { collateralId: 'deck-42', version: 'v1' }, ratings: 2 },
      { ...row, group: { collateralId: 'deck-42', version: null }, ratings: 1 },
      { ...row, group: { collateralId: 'deck-42', version: 'v2' }, ratings: 1 },
      { ...row, group: { collateralId: '__proto__', version: 'v1' }, ratings: 1 },
    ]);
    await expectRows(store, { ...total, collateralIds: ['__proto__', 'constructor'] }, [{ ...row, ratings: 1 }]);
  }),
  ratingCase('scales', 'keeps values, scales, teams and reasons of exclusion apart', async (store) => {
    await store.append('main', [
      sampleFact(1),
      sampleFact(2, { actorId: 'ben', detail: { value: 1, scaleId } }),
      sampleFact(3, { actorId: 'cem', detail: { value: 1, scaleId: 'thumbs@1' }, team: null }),
      sampleFact(4, { actorId: 'dua', detail: { value: 1 }, team: null }),
      sampleFact(5, { actorId: 'eli', excluded: 'own-use' }),
    ]);
    await expectRows(store, { type: 'ratings', by: ['team'] }, [
      { group: { team: 'sales' }, scaleId, value: 4, ratings: 1 },
      { group: { team: 'sales' }, scaleId, value: 1, ratings: 1 },
      { group: { team: null }, scaleId: 'thumbs@1', value: 1, ratings: 1 },
      { group: { team: null }, scaleId: null, value: 1, ratings: 1 },
      { group: { team: 'sales' }, excluded: 'own-use', scaleId, value: 4, ratings: 1 },
    ]);
  }),
  ratingCase('person', 'gives the live ratings of one person, and none of a person nobody knows', async (store) => {
    await store.append('main', [
      sampleFact(1),
      sampleFact(2, { version: 'v2', detail: { value: 2, scaleId } }),
      sampleFact(3, { actorId: 'ben', detail: { value: 1, scaleId } }),
      sampleFact(4, { actorId: 'ben', version: 'v2', detail: { value: 1, scaleId } }),
      sampleFact(5, { actorId: 'ben', version: 'v2', type: 'rating-withdrawal', detail: {} }),
    ]);
    await expectRows(store, { ...total, by: ['version'], actorId: 'ana' }, [
      { group: { version: 'v1' }, scaleId, value: 4, ratings: 1 },
      { group: { version: 'v2' }, scaleId, value: 2, ratings: 1 },
    ]);
    await expectRows(store, { ...total, actorId: 'ben', collateralIds: ['deck-42'] }, [
      { scaleId, value: 1, ratings: 1 },
    ]);
    await expectRows(store, { ...total, actorId: 'eli' }, []);
  }),
  ratingCase('days', 'puts a live rating on its own day, and lets no earlier one take its place', async (store) => {
    await store.append('main', [sampleFact(1), sampleFact(1_441, valued(2)), sampleFact(2, { actorId: 'ben' })]);
    await expectRows(store, { type: 'ratings', by: ['day'] }, [
      { group: { day: '2026-05-05' }, scaleId, value: 2, ratings: 1 },
      { group: { day: '2026-05-04' }, scaleId, value: 4, ratings: 1 },
    ]);
    await expectRows(store, { ...total, from: '2026-05-05' }, [{ scaleId, value: 2, ratings: 1 }]);
    await expectRows(store, { ...total, to: '2026-05-05' }, [{ scaleId, value: 4, ratings: 1 }]);
  }),
  ratingCase('team', 'counts live ratings given in the team asked for, null included', async (store) => {
    await store.append('main', [
      sampleFact(1),
      sampleFact(2, { team: 'support', ...valued(1) }),
      sampleFact(3, { actorId: 'ben', team: null, ...valued(5) }),
    ]);
    await expectRows(store, { ...total, team: 'sales' }, []);
    await expectRows(store, { ...total, team: 'support' }, [{ scaleId, value: 1, ratings: 1 }]);
    await expectRows(store, { ...total, team: null }, [{ scaleId, value: 5, ratings: 1 }]);
  }),
];

function ratingCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`aggregate.ratings-${id}`, name, check, ['aggregate']);
}
