import { expectRows, sampleAction } from './aggregate-history.js';
import { sampleFact, sampleTime } from './sample-fact.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';

const total = { type: 'actions', by: [] } as const;

/** What counts of downloads, shares, presentations and completions mean. */
export const aggregateActionCases: readonly StoreCase[] = [
  actionCase('nothing', 'gives no rows when there are no facts', async (store) => {
    await expectRows(store, total, []);
  }),
  actionCase('times', 'counts every fact, and each person once', async (store) => {
    await store.append('main', [
      sampleAction(1, 'download'),
      sampleAction(1_441, 'download'),
      sampleAction(2, 'download', { actorId: 'ben' }),
      sampleAction(3, 'share'),
      sampleAction(4, 'present'),
      sampleAction(5, 'complete'),
    ]);
    await expectRows(store, total, [
      { action: 'download', times: 3, people: 2 },
      { action: 'share', times: 1, people: 1 },
      { action: 'present', times: 1, people: 1 },
      { action: 'complete', times: 1, people: 1 },
    ]);
    await expectRows(store, { type: 'actions', by: ['day'], from: '2026-05-05' }, [
      { group: { day: '2026-05-05' }, action: 'download', times: 1, people: 1 },
    ]);
  }),
  actionCase('other-facts', 'counts nothing but these four, and only about items', async (store) => {
    await store.append('main', [
      sampleAction(1, 'download', { collateralId: null }),
      sampleAction(2, 'complete', { collateralId: null }),
      sampleFact(3, { type: 'usage', detail: { action: 'search', query: 'roi', results: 0 }, collateralId: null }),
      sampleFact(4, { type: 'usage', detail: { action: 'print' } }),
      sampleFact(5, { type: 'prompt-response', detail: { action: 'download' } }),
    ]);
    await expectRows(store, total, []);
  }),
  actionCase('groups', 'keeps apart what was asked for, null and reasons of exclusion included', async (store) => {
    await store.append('main', [
      sampleAction(1, 'share'),
      sampleAction(2, 'share', { version: null, team: null }),
      sampleAction(3, 'share', { collateralId: 'Deck-42' }),
      sampleAction(4, 'share', { excluded: 'service' }),
    ]);
    const row = { action: 'share', times: 1, people: 1 };
    await expectRows(store, { type: 'actions', by: ['collateralId', 'version', 'team', 'day'] }, [
      { ...row, group: { collateralId: 'deck-42', version: 'v1', team: 'sales', day: '2026-05-04' } },
      { ...row, group: { collateralId: 'deck-42', version: null, team: null, day: '2026-05-04' } },
      { ...row, group: { collateralId: 'Deck-42', version: 'v1', team: 'sales', day: '2026-05-04' } },
      {
        ...row,
        group: { collateralId: 'deck-42', version: 'v1', team: 'sales', day: '2026-05-04' },
        excluded: 'service',
      },
    ]);
    await expectRows(store, { ...total, team: null }, [row]);
    await expectRows(store, { ...total, collateralIds: ['Deck-42', 'nobody'] }, [row]);
    await expectRows(store, { ...total, collateralIds: [] }, []);
    await expectRows(store, { ...total, to: '2026-05-04' }, []);
  }),
  actionCase('life', 'counts each fact once, through an erasure and a prune', async (store) => {
    const ben = { actorId: 'ben' };
    await store.append('main', [sampleAction(1, 'share'), sampleAction(2, 'share', ben), sampleAction(3, 'share')]);
    await store.append('main', [sampleAction(3, 'share'), sampleAction(2, 'download', ben)]);
    await expectRows(store, total, [{ action: 'share', times: 3, people: 2 }]);
    await store.reassign('main', 'ana', 'ben');
    await expectRows(store, total, [{ action: 'share', times: 3, people: 1 }]);
    await store.prune('main', sampleTime(3));
    await store.reassign('main', 'ben', 'gone');
    await expectRows(store, total, [{ action: 'share', times: 3, people: 1 }]);
  }),
];

function actionCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`aggregate.actions-${id}`, name, check, ['aggregate']);
}
