import type { AggregateQuery } from '../store/aggregate-query.js';
import {
  expectFoldOf,
  expectFoldOfLog,
  expectRows,
  randomBatches,
  randomHistory,
  sampleView,
} from './aggregate-history.js';
import { CountedFacts } from './counted-facts.js';
import { expectEqual } from './expect.js';
import { sampleFact, sampleTime } from './sample-fact.js';
import { numbersFrom } from './sample-list.js';
import { SeededRandom } from './seeded-random.js';
import { storeCase, type OpenAgain, type StoreCase } from './store-case.js';
import type { Ability } from './conformance-case.js';
import type { PruneOptions, Store } from '../store/store.js';

const total = { type: 'usage', by: [] } as const;

/** That counts follow the log through everything that changes it. */
export const aggregateChangeCases: readonly StoreCase[] = [
  ...numbersFrom(1, 12).map((seed) =>
    changeCase(
      `any-order-${seed}`,
      `gives the same counts for facts in any order and any number of times (seed ${seed})`,
      async (store) => {
        const random = new SeededRandom(seed);
        const facts = randomHistory(random, 60);
        for (const batch of randomBatches(random, facts)) await store.append('main', batch);
        await expectFoldOf(store, facts);
      },
    ),
  ),
  ...numbersFrom(1, 6).map((seed) =>
    changeCase(`life-${seed}`, `keeps counts through erasures and prunes (seed ${seed})`, async (store) => {
      const counted = new CountedFacts(store);
      const random = new SeededRandom(seed + 100);
      for (const batch of randomBatches(random, randomHistory(random, 60))) {
        await store.append('main', batch);
        const roll = random.below(12);
        if (roll === 0) await counted.prune(sampleTime(random.below(3_000)), randomPrune(random));
        if (roll === 1) await counted.reassign(random.pick(['ana', 'ben']), random.pick(['gone', 'cem']));
        if (roll < 3) await counted.expectFold();
      }
      await counted.expectFold();
    }),
  ),
  ...numbersFrom(1, 4).map((seed) =>
    changeCase(
      `windows-${seed}`,
      `counts people and pairs once in windows of any days (seed ${seed})`,
      async (store) => {
        const random = new SeededRandom(seed + 200);
        const facts = randomHistory(random, 150, 40);
        for (const batch of randomBatches(random, facts)) await store.append('main', batch);
        await expectFoldOf(store, facts, 'main', windowQueries(random));
        const counted = new CountedFacts(store);
        await counted.prune(sampleTime(10 * 24 * 60));
        await counted.reassign('ana', 'ben');
        await counted.expectFold(windowQueries(random));
      },
    ),
  ),
  changeCase('duplicates', 'counts nothing for duplicates, conflicts and facts that are too old', async (store) => {
    await store.append('main', [sampleView(30, 'a', 4_000)]);
    await store.prune('main', sampleTime(20));
    const outcomes = await store.append('main', [
      sampleView(30, 'a', 4_000),
      sampleView(30, 'a', 90_000),
      sampleView(5, 'b', 4_000),
    ]);
    expectEqual('outcomes', outcomes, ['duplicate', 'conflict', 'too-old'], 'Store.append');
    await expectRows(store, total, [{ views: 1, viewers: 1, activeMs: 4_000 }]);
  }),
  changeCase('reassign', 'makes one viewer and one rating of two people who become one', async (store) => {
    await store.append('main', [
      sampleView(1, 'a', 4_000),
      sampleView(2, 'b', 5_000, { actorId: 'ben' }),
      sampleFact(3),
      sampleFact(4, { actorId: 'ben', detail: { value: 1, scaleId: 'collateral-5@1' } }),
    ]);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await store.reassign('main', 'ana', 'ben');
      await expectRows(store, total, [{ views: 1, viewers: 1, ratedPairs: 1, activeMs: 9_000 }]);
      await expectRows(store, { type: 'ratings', by: [] }, [{ scaleId: 'collateral-5@1', value: 1, ratings: 1 }]);
    }
    await store.append('main', [sampleView(5, 'a', 20_000, { actorId: 'ben' })]);
    await expectRows(store, total, [{ views: 1, viewers: 1, ratedPairs: 1, activeMs: 25_000 }]);
  }),
  changeCase('tenants', 'keeps tenants apart', async (store) => {
    const facts = randomHistory(new SeededRandom(7), 40);
    await store.append('main', facts);
    await store.append('other', facts.slice(0, 10));
    const other = new CountedFacts(store, 'other');
    await other.reassign('ana', 'ben');
    await other.prune(sampleTime(1_000));
    await expectFoldOf(store, facts);
    await other.expectFold();
  }),
  changeCase('names', 'takes names of every kind for what they are', async (store) => {
    const names = ['__proto__', 'é', 'e\u0301', 'A', 'a', ' a', '0', '日本', '\u{1f600}', 'x'.repeat(200), "'; --"];
    const facts = names.map((name, number) =>
      sampleView(number, name, 4_000, { actorId: name, collateralId: name, version: name, team: name }),
    );
    await store.append('main', facts);
    await expectFoldOf(store, facts);
  }),
  changeCase('at-once', 'loses no count when calls come at the same time', async (store) => {
    const random = new SeededRandom(11);
    const facts = randomHistory(random, 120);
    await Promise.all(randomBatches(random, facts).map((batch) => store.append('main', batch)));
    await expectFoldOf(store, facts);
  }),
  changeCase(
    'share',
    'loses no count when several stores write to one place at the same time',
    async (store, openAgain) => {
      const other = await openAgain();
      const random = new SeededRandom(12);
      const facts = randomHistory(random, 120);
      const batches = randomBatches(random, facts);
      await Promise.all(batches.map((batch, index) => (index % 2 === 0 ? store : other).append('main', batch)));
      await other.reassign('main', 'ana', 'gone');
      await store.append('main', [sampleView(900, 'late', 5_000)]);
      await expectFoldOfLog(store);
      await expectFoldOfLog(other);
    },
    'share',
  ),
  changeCase(
    'reopen',
    'keeps counts over a restart',
    async (store, openAgain) => {
      const facts = randomHistory(new SeededRandom(13), 60);
      await store.append('main', facts.slice(0, 30));
      await store.close();
      const again = await openAgain();
      await again.append('main', facts.slice(10));
      await expectFoldOf(again, facts);
    },
    'reopen',
  ),
];

function changeCase(
  id: string,
  name: string,
  check: (store: Store, openAgain: OpenAgain) => Promise<void>,
  ability?: Ability,
): StoreCase {
  return storeCase(`aggregate.${id}`, name, check, ability === undefined ? ['aggregate'] : ['aggregate', ability]);
}

/** All facts or those of some types, at once. */
function randomPrune(random: SeededRandom): PruneOptions {
  return random.pick<PruneOptions>([{}, { types: ['view', 'usage'] }, { types: ['rating', 'rating-withdrawal'] }]);
}

/** Questions about use, and about real use, in windows that begin and end within forty days, or have no end. */
function windowQueries(random: SeededRandom): readonly AggregateQuery[] {
  return numbersFrom(0, 6).flatMap(() => {
    const [from, to] = [random.below(40), random.below(42)].toSorted((one, other) => one - other).map(dayAfter);
    const window = { ...(from !== undefined && { from }), ...(random.below(4) > 0 && to !== undefined && { to }) };
    const engaged = { type: 'participation', from: from ?? '', to: to ?? '9999-12-31' } as const;
    return [
      ...([[], ['collateralId'], ['team'], ['day'], ['version', 'team']] as const).map((by): AggregateQuery => ({
        type: 'usage',
        by,
        ...window,
      })),
      engaged,
    ];
  });
}

function dayAfter(days: number): string {
  return sampleTime(days * 24 * 60).slice(0, 10);
}
