import { expectEqual } from './expect.js';
import { readAll, readIds } from './read-all.js';
import { sampleFact, sampleId, sampleTime } from './sample-fact.js';
import { storeCase, type StoreCase } from './store-case.js';

/** What erasing a person and forgetting old facts promise. */
export const erasureCases: readonly StoreCase[] = [
  storeCase(
    'reassign.moves',
    'gives every fact of a person to the tombstone and changes nothing else',
    async (store) => {
      await store.append('main', [sampleFact(1), sampleFact(2, { actorId: 'ben' }), sampleFact(3)]);
      await store.reassign('main', 'ana', 'tombstone');
      const expected = [
        sampleFact(1, { actorId: 'tombstone' }),
        sampleFact(2, { actorId: 'ben' }),
        sampleFact(3, { actorId: 'tombstone' }),
      ];
      expectEqual('facts', (await readAll(store, 'main')).facts, expected, 'Store.reassign');
      expectEqual('facts of ana', await readIds(store, 'main', { actorId: 'ana' }), [], 'Store.reassign');
    },
  ),
  storeCase('reassign.twice', 'changes nothing more when it runs again', async (store) => {
    await store.append('main', [sampleFact(1)]);
    await store.reassign('main', 'ana', 'tombstone');
    await store.reassign('main', 'ana', 'tombstone');
    expectEqual(
      'facts',
      (await readAll(store, 'main')).facts,
      [sampleFact(1, { actorId: 'tombstone' })],
      'Store.reassign',
    );
  }),
  storeCase('reassign.same', 'loses nothing when a person is given to themselves', async (store) => {
    await store.append('main', [sampleFact(1)]);
    await store.reassign('main', 'ana', 'ana');
    expectEqual('facts', (await readAll(store, 'main')).facts, [sampleFact(1)], 'Store.reassign');
  }),
  storeCase('reassign.taken', 'drops a fact whose id the tombstone already has', async (store) => {
    const kept = sampleFact(1, { actorId: 'tombstone', detail: { value: 1 } });
    await store.append('main', [kept, sampleFact(1), sampleFact(2)]);
    await store.reassign('main', 'ana', 'tombstone');
    expectEqual(
      'facts',
      (await readAll(store, 'main')).facts,
      [kept, sampleFact(2, { actorId: 'tombstone' })],
      'Store.reassign',
    );
  }),
  storeCase('reassign.tenant', 'leaves the same person of another tenant alone', async (store) => {
    await store.append('other', [sampleFact(1)]);
    await store.append('main', [sampleFact(1)]);
    await store.reassign('main', 'ana', 'tombstone');
    expectEqual(
      'facts of the other tenant',
      (await readAll(store, 'other')).facts,
      [sampleFact(1)],
      'Store (nothing crosses tenants)',
    );
  }),
  storeCase('prune.before', 'deletes what is older than an instant and keeps that instant', async (store) => {
    await store.append(
      'main',
      [3, 1, 2].map((number) => sampleFact(number)),
    );
    await store.prune('main', sampleTime(2));
    expectEqual('ids', await readIds(store, 'main'), [3, 2].map(sampleId), 'Store.prune');
  }),
  storeCase('prune.twice', 'changes nothing more when it runs again, or with an earlier instant', async (store) => {
    await store.append(
      'main',
      [1, 2, 3].map((number) => sampleFact(number)),
    );
    await store.prune('main', sampleTime(3));
    await store.prune('main', sampleTime(3));
    await store.prune('main', sampleTime(1));
    expectEqual('ids', await readIds(store, 'main'), [sampleId(3)], 'Store.prune');
  }),
  storeCase(
    'prune.too-old',
    'refuses facts from before the last prune, so that none is counted again',
    async (store) => {
      await store.append('main', [sampleFact(1), sampleFact(9)]);
      await store.prune('main', sampleTime(5));
      await store.prune('main', sampleTime(2));
      const outcomes = await store.append('main', [sampleFact(1), sampleFact(9), sampleFact(4), sampleFact(5)]);
      expectEqual('outcomes', outcomes, ['too-old', 'duplicate', 'too-old', 'new'], 'AppendOutcome');
    },
  ),
  storeCase('prune.tenant', 'leaves other tenants alone', async (store) => {
    await store.append('other', [sampleFact(1)]);
    await store.prune('main', sampleTime(5));
    expectEqual(
      'ids of the other tenant',
      await readIds(store, 'other'),
      [sampleId(1)],
      'Store (nothing crosses tenants)',
    );
    expectEqual('outcomes', await store.append('other', [sampleFact(2)]), ['new'], 'Store (nothing crosses tenants)');
  }),
];
