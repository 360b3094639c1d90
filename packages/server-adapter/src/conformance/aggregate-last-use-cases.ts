import { expectRows, sampleView } from './aggregate-history.js';
import { sampleTime } from './sample-fact.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';

const group = { collateralId: 'deck-42' };
const first = { firstDay: '2026-05-04', lastDay: '2026-05-04' };

/** What the days of first and last use mean. */
export const aggregateLastUseCases: readonly StoreCase[] = [
  lastUseCase('days', 'gives the first and the last day of each item, in whatever order views come', async (store) => {
    await store.append('main', [
      sampleView(1_441, 'b', 4_000, { actorId: 'ben' }),
      sampleView(2_881, 'c', 3_000),
      sampleView(1, 'a', 4_000, { version: null }),
      sampleView(2, 'd', 4_000, { collateralId: 'deck-43' }),
    ]);
    const whole = { group, firstDay: '2026-05-04', lastDay: '2026-05-06' };
    await expectRows(store, { type: 'last-use' }, [whole, { group: { collateralId: 'deck-43' }, ...first }]);
    await expectRows(store, { type: 'last-use', collateralIds: ['deck-42', 'nobody'] }, [whole]);
    await expectRows(store, { type: 'last-use', collateralIds: [] }, []);
  }),
  lastUseCase('qualified', 'knows views that are qualified and not excluded, and no others', async (store) => {
    await store.append('main', [
      sampleView(1, 'a', 2_999),
      sampleView(2, 'b', 4_000, { excluded: 'own-use' }),
      sampleView(1_441, 'c', 4_000, { excluded: 'automation' }),
    ]);
    await expectRows(store, { type: 'last-use' }, []);
    await store.append('main', [sampleView(3, 'a', 3_000)]);
    await expectRows(store, { type: 'last-use' }, [{ group, ...first }]);
  }),
  lastUseCase('team', 'gives the days of the team asked for', async (store) => {
    await store.append('main', [
      sampleView(1, 'a', 4_000),
      sampleView(1_441, 'b', 4_000, { team: null }),
      sampleView(2_881, 'c', 4_000, { team: 'support' }),
    ]);
    await expectRows(store, { type: 'last-use', team: 'sales' }, [{ group, ...first }]);
    await expectRows(store, { type: 'last-use', team: null }, [
      { group, firstDay: '2026-05-05', lastDay: '2026-05-05' },
    ]);
    await expectRows(store, { type: 'last-use', team: 'nobody' }, []);
  }),
  lastUseCase('moved', 'follows a view that turns out to have begun on another day', async (store) => {
    await store.append('main', [sampleView(960, 'a', 9_000)]);
    await expectRows(store, { type: 'last-use' }, [{ group, firstDay: '2026-05-05', lastDay: '2026-05-05' }]);
    await store.append('main', [sampleView(959, 'a', 1_000)]);
    await expectRows(store, { type: 'last-use' }, [{ group, ...first }]);
  }),
  lastUseCase('life', 'stays over an erasure and a prune', async (store) => {
    await store.append('main', [sampleView(1, 'a', 4_000), sampleView(1_441, 'b', 4_000)]);
    await store.reassign('main', 'ana', 'gone');
    await expectRows(store, { type: 'last-use' }, [{ group, firstDay: '2026-05-04', lastDay: '2026-05-05' }]);
    for (const minutes of [2, 2_000]) {
      await store.prune('main', sampleTime(minutes));
      await expectRows(store, { type: 'last-use' }, [{ group, firstDay: '2026-05-04', lastDay: '2026-05-05' }]);
    }
  }),
];

function lastUseCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`aggregate.last-use-${id}`, name, check, ['aggregate']);
}
