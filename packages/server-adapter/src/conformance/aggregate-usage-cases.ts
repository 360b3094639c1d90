import { expectRows, sampleView } from './aggregate-history.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';

const total = { type: 'usage', by: [] } as const;

/** What counts of views mean. */
export const aggregateUsageCases: readonly StoreCase[] = [
  usageCase('nothing', 'gives no rows when there are no facts', async (store) => {
    await expectRows(store, total, []);
  }),
  usageCase('checkpoints', 'counts a view once, with the greatest active time of its checkpoints', async (store) => {
    await store.append('main', [sampleView(1, 'a', 15_000), sampleView(2, 'a', 30_000)]);
    await store.append('main', [sampleView(3, 'a', 21_000)]);
    await expectRows(store, total, [{ views: 1, viewers: 1, activeMs: 30_000 }]);
  }),
  usageCase('qualified', 'counts views from 3000 ms on, and the active time of all', async (store) => {
    const actorId = 'ben';
    await store.append('main', [sampleView(1, 'a', 2_999), sampleView(2, 'b', 3_000, { actorId })]);
    await expectRows(store, total, [{ views: 1, viewers: 1, activeMs: 5_999 }]);
    await store.append('main', [sampleView(3, 'a', 3_001)]);
    await expectRows(store, total, [{ views: 2, viewers: 2, activeMs: 6_001 }]);
  }),
  usageCase('fractions', 'counts whole milliseconds', async (store) => {
    await store.append('main', [sampleView(1, 'a', 3_999.6), sampleView(2, 'b', 0.4), sampleView(3, 'c', 0.3)]);
    await expectRows(store, total, [{ views: 1, viewers: 1, activeMs: 4_000 }]);
  }),
  usageCase('no-time', 'leaves groups without views and active time out', async (store) => {
    await store.append('main', [sampleView(1, 'a', 0)]);
    await expectRows(store, total, []);
  }),
  usageCase('slots', 'counts several views in one half-hour slot as one, and adds up their time', async (store) => {
    await store.append('main', [sampleView(1, 'a', 4_000), sampleView(2, 'b', 5_000), sampleView(31, 'c', 6_000)]);
    await expectRows(store, total, [{ views: 2, viewers: 1, activeMs: 15_000 }]);
  }),
  usageCase('slots-of-others', 'counts views of other people, items and versions in one slot apart', async (store) => {
    await store.append('main', [
      sampleView(1, 'a', 4_000),
      sampleView(2, 'b', 4_000, { actorId: 'ben' }),
      sampleView(3, 'c', 4_000, { collateralId: 'deck-43' }),
      sampleView(4, 'd', 4_000, { version: 'v2' }),
    ]);
    await expectRows(store, total, [{ views: 4, viewers: 2, pairs: 3, activeMs: 16_000 }]);
  }),
  usageCase('same-view-id', 'keeps views of other people apart that have the same viewId', async (store) => {
    await store.append('main', [sampleView(1, 'a', 4_000), sampleView(2, 'a', 9_000, { actorId: 'ben' })]);
    await expectRows(store, total, [{ views: 2, viewers: 2, activeMs: 13_000 }]);
  }),
  usageCase('earliest', 'places a view where its earliest checkpoint is, also when that comes last', async (store) => {
    const query = { type: 'usage', by: ['day', 'version', 'team'] } as const;
    await store.append('main', [sampleView(960, 'a', 9_000, { version: 'v2', team: 'pre-sales' })]);
    const after = { day: '2026-05-05', version: 'v2', team: 'pre-sales' };
    await expectRows(store, query, [{ group: after, views: 1, viewers: 1, activeMs: 9_000 }]);
    await store.append('main', [sampleView(959, 'a', 1_000)]);
    const before = { day: '2026-05-04', version: 'v1', team: 'sales' };
    await expectRows(store, query, [{ group: before, views: 1, viewers: 1, activeMs: 9_000 }]);
  }),
  usageCase('viewers-of-days', 'counts a person once over days and once on each day', async (store) => {
    await store.append('main', [sampleView(1, 'a', 4_000), sampleView(1_441, 'b', 4_000), sampleView(2_881, 'c', 100)]);
    await expectRows(store, total, [{ views: 2, viewers: 1, activeMs: 8_100 }]);
    await expectRows(store, { type: 'usage', by: ['day'] }, [
      { group: { day: '2026-05-04' }, views: 1, viewers: 1, activeMs: 4_000 },
      { group: { day: '2026-05-05' }, views: 1, viewers: 1, activeMs: 4_000 },
      { group: { day: '2026-05-06' }, views: 0, viewers: 0, activeMs: 100 },
    ]);
    await expectRows(store, { type: 'usage', by: [], from: '2026-05-05', to: '2026-05-06' }, [
      { views: 1, viewers: 1, activeMs: 4_000 },
    ]);
  }),
  usageCase('groups', 'keeps apart what was asked for, null included', async (store) => {
    await store.append('main', [
      sampleView(1, 'a', 4_000, { version: null, team: null }),
      sampleView(2, 'b', 5_000, { version: 'null', team: '' }),
    ]);
    await expectRows(store, { type: 'usage', by: ['version'] }, [
      { group: { version: null }, views: 1, viewers: 1, activeMs: 4_000 },
      { group: { version: 'null' }, views: 1, viewers: 1, activeMs: 5_000 },
    ]);
    await expectRows(store, { type: 'usage', by: ['team', 'collateralId'] }, [
      { group: { collateralId: 'deck-42', team: null }, views: 1, viewers: 1, activeMs: 4_000 },
      { group: { collateralId: 'deck-42', team: '' }, views: 1, viewers: 1, activeMs: 5_000 },
    ]);
  }),
  usageCase('excluded', 'keeps excluded views in rows of their own', async (store) => {
    await store.append('main', [
      sampleView(1, 'a', 4_000),
      sampleView(2, 'b', 5_000, { excluded: 'own-use' }),
      sampleView(3, 'c', 6_000, { excluded: 'service' }),
    ]);
    await expectRows(store, total, [
      { views: 1, viewers: 1, activeMs: 4_000 },
      { excluded: 'own-use', views: 1, viewers: 1, activeMs: 5_000 },
      { excluded: 'service', views: 1, viewers: 1, activeMs: 6_000 },
    ]);
  }),
  usageCase('team', 'counts the views of the team asked for, null included', async (store) => {
    await store.append('main', [
      sampleView(1, 'a', 4_000),
      sampleView(2, 'b', 5_000, { team: null }),
      sampleView(3, 'c', 6_000, { team: 'Sales' }),
    ]);
    await expectRows(store, { ...total, team: 'sales' }, [{ views: 1, viewers: 1, activeMs: 4_000 }]);
    await expectRows(store, { ...total, team: null }, [{ views: 1, viewers: 1, activeMs: 5_000 }]);
    await expectRows(store, { ...total, team: 'nobody' }, []);
  }),
  usageCase('items', 'counts the items asked for; an empty list lets nothing through', async (store) => {
    await store.append('main', [sampleView(1, 'a', 4_000), sampleView(2, 'b', 5_000, { collateralId: 'Deck-42' })]);
    const row = { views: 1, viewers: 1, activeMs: 5_000 };
    await expectRows(store, { ...total, collateralIds: ['Deck-42', 'DECK-42'] }, [row]);
    await expectRows(store, { ...total, collateralIds: [] }, []);
  }),
  usageCase('other-types', 'counts nothing but views of items', async (store) => {
    await store.append('main', [
      sampleView(1, 'a', 4_000, { collateralId: null }),
      sampleView(2, 'b', 4_000, { type: 'completion' }),
      sampleView(3, 'c', 4_000, { detail: { activeMs: 4_000 } }),
    ]);
    await expectRows(store, total, []);
  }),
];

function usageCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`aggregate.usage-${id}`, name, check, ['aggregate']);
}
