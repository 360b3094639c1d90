import { expectRows, randomBatches, randomHistory, sampleAction, sampleView } from './aggregate-history.js';
import { CountedFacts } from './counted-facts.js';
import { expectEqual } from './expect.js';
import { readAll } from './read-all.js';
import { sampleFact, sampleTime } from './sample-fact.js';
import { numbersFrom } from './sample-list.js';
import { SeededRandom } from './seeded-random.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';

const scaleId = 'collateral-5@1';
const usage = { type: 'usage', by: [] } as const;
const ratings = { type: 'ratings', by: [] } as const;

/** That counts outlive the facts they were made of. */
export const aggregatePruneCases: readonly StoreCase[] = [
  pruneCase('prune', 'counts views, ratings and actions as before when their facts are pruned', async (store) => {
    await store.append('main', [
      sampleView(959, 'a', 9_000),
      sampleView(960, 'a', 4_000),
      sampleFact(958),
      sampleFact(961, { version: 'v2' }),
      sampleAction(957, 'download'),
    ]);
    await store.prune('main', sampleTime(960));
    await expectRows(store, { type: 'usage', by: ['day'] }, [
      { group: { day: '2026-05-04' }, views: 1, viewers: 1, ratedPairs: 1, activeMs: 9_000 },
    ]);
    await expectRows(store, { type: 'ratings', by: ['version'] }, [
      { group: { version: 'v1' }, scaleId, value: 4, ratings: 1 },
      { group: { version: 'v2' }, scaleId, value: 4, ratings: 1 },
    ]);
    await expectRows(store, { type: 'ratings', by: ['version', 'day'], actorId: 'ana' }, [
      { group: { version: 'v1', day: '2026-05-04' }, scaleId, value: 4, ratings: 1 },
      { group: { version: 'v2', day: '2026-05-05' }, scaleId, value: 4, ratings: 1 },
    ]);
    await expectRows(store, { type: 'actions', by: [] }, [{ action: 'download', times: 1, people: 1 }]);
    await expectRows(store, { type: 'arrivals', by: [] }, [{ facts: 5, late: 0 }]);
  }),
  pruneCase('prune-rated-again', 'counts a person once who changes a rating that was pruned', async (store) => {
    await store.append('main', [sampleFact(1), sampleFact(1, { actorId: 'ben' })]);
    await store.prune('main', sampleTime(5));
    await store.append('main', [sampleFact(9, { detail: { value: 2, scaleId } })]);
    await expectRows(store, ratings, [
      { scaleId, value: 2, ratings: 1 },
      { scaleId, value: 4, ratings: 1 },
    ]);
    await store.append('main', [sampleFact(10, { type: 'rating-withdrawal', actorId: 'ben', detail: {} })]);
    await expectRows(store, ratings, [{ scaleId, value: 2, ratings: 1 }]);
  }),
  pruneCase('prune-viewed-again', 'counts a viewer once who comes back after a prune', async (store) => {
    await store.append('main', [sampleView(1, 'a', 4_000), sampleFact(2)]);
    await store.prune('main', sampleTime(5));
    await store.append('main', [sampleView(60, 'b', 5_000)]);
    await expectRows(store, usage, [{ views: 2, viewers: 1, ratedPairs: 1, activeMs: 9_000 }]);
  }),
  pruneCase('prune-view-goes-on', 'adds a later checkpoint to a view whose begin was pruned', async (store) => {
    await store.append('main', [sampleView(1, 'a', 2_000)]);
    await store.prune('main', sampleTime(5));
    await store.append('main', [sampleView(5, 'a', 7_000)]);
    await expectRows(store, usage, [{ views: 1, viewers: 1, activeMs: 7_000 }]);
  }),
  pruneCase('prune-sent-again', 'counts nothing twice that is sent again after its prune', async (store) => {
    const facts = [sampleView(1, 'a', 4_000), sampleFact(2), sampleAction(3, 'share')];
    await store.append('main', facts);
    await store.prune('main', sampleTime(5));
    expectEqual('outcomes', await store.append('main', facts), ['too-old', 'too-old', 'too-old'], 'AppendOutcome');
    await expectRows(store, { type: 'arrivals', by: [] }, [{ facts: 3, late: 0 }]);
    await expectRows(store, { type: 'actions', by: [] }, [{ action: 'share', times: 1, people: 1 }]);
  }),
  pruneCase('prune-erased', 'gives counts of pruned facts to the tombstone of an erased person', async (store) => {
    await store.append('main', [sampleView(1, 'a', 4_000), sampleFact(2), sampleAction(3, 'share')]);
    await store.prune('main', sampleTime(5));
    await store.reassign('main', 'ana', 'gone');
    await expectRows(store, usage, [{ views: 1, viewers: 1, ratedPairs: 1, activeMs: 4_000 }]);
    // Somebody new who happens to have the name of the erased one.
    await store.append('main', [sampleView(60, 'a', 5_000), sampleFact(61), sampleAction(62, 'share')]);
    await expectRows(store, usage, [{ views: 2, viewers: 2, ratedPairs: 2, activeMs: 9_000 }]);
    await expectRows(store, ratings, [{ scaleId, value: 4, ratings: 2 }]);
    await expectRows(store, { type: 'actions', by: [] }, [{ action: 'share', times: 2, people: 2 }]);
  }),
  pruneCase('prune-united', 'makes one person of two whose facts were pruned', async (store) => {
    const ben = { actorId: 'ben' };
    await store.append('main', [
      sampleView(1, 'a', 4_000),
      sampleView(40, 'b', 5_000, ben),
      sampleFact(2),
      sampleFact(3, { ...ben, detail: { value: 1, scaleId } }),
      sampleAction(3, 'share'),
      sampleAction(4, 'share', ben),
    ]);
    await store.prune('main', sampleTime(50));
    await store.reassign('main', 'ana', 'ben');
    await expectRows(store, usage, [{ views: 2, viewers: 1, ratedPairs: 1, activeMs: 9_000 }]);
    await expectRows(store, ratings, [{ scaleId, value: 1, ratings: 1 }]);
    await expectRows(store, { type: 'actions', by: [] }, [{ action: 'share', times: 2, people: 1 }]);
  }),
  ...numbersFrom(1, 4).map((seed) =>
    pruneCase(
      `prune-steps-${seed}`,
      `counts the same through prunes in steps with events in between (seed ${seed})`,
      async (store) => {
        const random = new SeededRandom(seed + 300);
        const facts = randomHistory(random, 80);
        const counted = new CountedFacts(store);
        const later = [...randomBatches(random, facts.slice(60))];
        await store.append('main', facts.slice(0, 60));
        const before = sampleTime(random.below(3_000));
        const limit = 1 + random.below(20);
        for (let cursor: string | undefined = '0'; cursor !== undefined;) {
          cursor = await counted.prune(before, { limit, ...(cursor !== '0' && { cursor }) });
          await store.append('main', later.shift() ?? []);
        }
        await counted.expectFold();
        const { facts: old } = await readAll(store, 'main', { to: before });
        expectEqual('facts from before', old, [], 'Store.prune');
      },
    ),
  ),
];

function pruneCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`aggregate.${id}`, name, check, ['aggregate']);
}
