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
  afterUseCase(
    'each',
    'judges each rating of a person by itself, in one answer by item, version and day',
    async (store) => {
      const day = sampleTime(0).slice(0, 10);
      await store.append('main', [
        sampleFact(1, { version: 'v1' }),
        sampleView(5, 'a', 4_000, { version: 'v1' }),
        sampleFact(9, { version: 'v2' }),
        sampleFact(10, { version: 'v2', actorId: 'ben' }),
      ]);
      const rowOf = (version: string, afterUse: boolean): object => ({
        group: { collateralId: 'deck-42', version, day, afterUse },
        scaleId,
        value: 4,
        ratings: 1,
      });
      await expectRows(store, { type: 'ratings', by: ['collateralId', 'version', 'day', 'afterUse'] }, [
        rowOf('v1', false),
        rowOf('v2', true),
        rowOf('v2', false),
      ]);
    },
  ),
  afterUseCase(
    'since',
    'knows use of before the days asked for, and counts the ratings of these days only',
    async (store) => {
      await store.append('main', [
        sampleView(0, 'a', 4_000),
        sampleFact(60 * 24, { version: 'v1' }),
        sampleFact(60 * 24 + 1, { version: 'v2', actorId: 'ben' }),
        sampleFact(2, { version: 'v3', actorId: 'cem' }),
      ]);
      const from = sampleTime(60 * 24).slice(0, 10);
      await expectRows(store, { type: 'ratings', by: ['version', 'afterUse'], collateralIds: ['deck-42'], from }, [
        { group: { version: 'v1', afterUse: true }, scaleId, value: 4, ratings: 1 },
        { group: { version: 'v2', afterUse: false }, scaleId, value: 4, ratings: 1 },
      ]);
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
