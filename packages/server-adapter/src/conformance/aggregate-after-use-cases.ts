import { expectRows, sampleView } from './aggregate-history.js';
import { sampleFact, sampleId, sampleTime } from './sample-fact.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';
import type { Store } from '../store/store.js';

const scaleId = 'collateral-5@1';

/** What it means that a rating was given after use. */
export const aggregateAfterUseCases: readonly StoreCase[] = [
  afterUseCase(
    'order',
    'takes a rating for one after use when a qualified view began before or with it',
    async (store) => {
      await store.append('main', [sampleFact(10)]);
      await expectAfterUse(store, false);
      await store.append('main', [sampleView(11, 'a', 60_000)]);
      await expectAfterUse(store, false);
      await store.append('main', [sampleView(10, 'b', 2_999, { id: sampleId(98) })]);
      await expectAfterUse(store, false);
      await store.append('main', [sampleView(12, 'b', 3_000, { id: sampleId(99) })]);
      await expectAfterUse(store, true);
    },
  ),
  afterUseCase(
    'earlier',
    'takes a view for begun where its earliest checkpoint is, also when that comes last',
    async (store) => {
      await store.append('main', [sampleFact(10), sampleView(11, 'a', 60_000)]);
      await store.append('main', [sampleView(9, 'a', 0)]);
      await expectAfterUse(store, true);
    },
  ),
  afterUseCase('rated-again', 'looks at the live rating, not at an earlier one', async (store) => {
    await store.append('main', [sampleFact(1), sampleView(5, 'a', 4_000), sampleFact(9)]);
    await expectAfterUse(store, true);
  }),
  afterUseCase(
    'which',
    'looks at views of the same person and item, of any version, excluded or not',
    async (store) => {
      await store.append('main', [
        sampleFact(10),
        sampleView(1, 'a', 4_000, { actorId: 'ben' }),
        sampleView(2, 'b', 4_000, { collateralId: 'deck-43' }),
      ]);
      await expectAfterUse(store, false);
      await store.append('main', [sampleView(3, 'c', 4_000, { version: null, excluded: 'own-use', team: null })]);
      await expectAfterUse(store, true);
    },
  ),
  afterUseCase('erased', 'looks at what two people did who became one', async (store) => {
    await store.append('main', [sampleFact(10), sampleView(1, 'a', 4_000, { actorId: 'ben' })]);
    await store.reassign('main', 'ben', 'ana');
    await expectAfterUse(store, true);
  }),
  afterUseCase('pruned', 'remembers the first use although its view was pruned', async (store) => {
    await store.append('main', [sampleFact(10), sampleView(1, 'a', 4_000)]);
    await store.prune('main', sampleTime(2), { types: ['view'] });
    await expectAfterUse(store, true);
    await store.append('main', [sampleFact(20)]);
    await expectAfterUse(store, true);
  }),
];

function afterUseCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`aggregate.after-use-${id}`, name, check, ['aggregate']);
}

/** Compares the only rating there is. */
async function expectAfterUse(store: Store, afterUse: boolean): Promise<void> {
  await expectRows(store, { type: 'ratings', by: ['afterUse'] }, [
    { group: { afterUse }, scaleId, value: 4, ratings: 1 },
  ]);
}
