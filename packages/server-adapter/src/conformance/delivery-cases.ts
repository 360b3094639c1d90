import type { Fact } from '../store/fact.js';
import type { Store } from '../store/store.js';
import { expectEqual } from './expect.js';
import { foldRatings } from './fold-ratings.js';
import { readAll } from './read-all.js';
import { sampleFact, sampleTime } from './sample-fact.js';
import { numbersFrom } from './sample-list.js';
import { SeededRandom } from './seeded-random.js';
import { storeCase, type StoreCase } from './store-case.js';

const rule = 'Store.append (idempotent)';

/** That the live ratings are the same however the facts travelled. */
export const deliveryCases: readonly StoreCase[] = [
  deliveryCase('delivery.in-order', 'as they happened', (facts) => inBatches(facts, 7)),
  deliveryCase('delivery.reversed', 'backwards', (facts) => inBatches([...facts].reverse(), 7)),
  deliveryCase('delivery.shuffled', 'in any order', (facts, random) => inBatches(random.shuffle(facts), 7)),
  deliveryCase('delivery.one-by-one', 'one by one in any order', (facts, random) =>
    inBatches(random.shuffle(facts), 1),
  ),
  deliveryCase('delivery.one-batch', 'all at once', (facts, random) => [random.shuffle(facts)]),
  deliveryCase('delivery.repeated-batches', 'with every batch three times', (facts, random) =>
    random.shuffle(inBatches(facts, 9).flatMap((batch) => [batch, batch, batch])),
  ),
  deliveryCase('delivery.repeated-facts', 'with facts repeated inside batches', (facts, random) =>
    inBatches(random.shuffle([...facts, ...facts]), 12),
  ),
  deliveryCase('delivery.other-companions', 'again in other batches than before', (facts, random) => [
    ...inBatches(random.shuffle(facts), 11),
    ...inBatches(random.shuffle(facts), 6),
  ]),
  deliveryCase('delivery.late-half', 'the older half last', (facts) =>
    inBatches([...facts.slice(30), ...facts.slice(0, 30)], 8),
  ),
  deliveryCase(
    'delivery.resent-derived',
    'again with other derived fields, as after a change of the catalogue',
    (facts, random) => [
      ...inBatches(facts, 10),
      ...inBatches(
        random.shuffle(facts).map((fact) => ({ ...fact, receivedAt: sampleTime(9_000), version: 'v9', team: 'moved' })),
        10,
      ),
    ],
  ),
  storeCase(
    'delivery.at-once',
    'gives the same live ratings for facts that arrive all at the same time',
    async (store) => {
      const facts = history();
      const batches = inBatches([...facts, ...facts], 6);
      await Promise.all(batches.map((batch) => store.append('main', batch)));
      await expectSameRatings(store, facts);
    },
  ),
];

function deliveryCase(
  id: string,
  how: string,
  deliver: (facts: readonly Fact[], random: SeededRandom) => readonly (readonly Fact[])[],
): StoreCase {
  return storeCase(id, `gives the same live ratings for facts that arrive ${how}`, async (store) => {
    const facts = history();
    for (const batch of deliver(facts, new SeededRandom(60))) await store.append('main', batch);
    await expectSameRatings(store, facts);
  });
}

async function expectSameRatings(store: Store, facts: readonly Fact[]): Promise<void> {
  const stored = (await readAll(store, 'main')).facts;
  expectEqual('number of facts', stored.length, facts.length, rule);
  expectEqual('live ratings', foldRatings(stored), foldRatings(facts), rule);
}

/** Sixty ratings and withdrawals of four people on two items, some of them in the same instant. */
function history(): readonly Fact[] {
  const random = new SeededRandom(4);
  return numbersFrom(0, 60).map((number) => {
    const time = sampleTime(number >> 1);
    return sampleFact(number, {
      actorId: random.pick(['ana', 'ben', 'cem', 'dua']),
      collateralId: random.pick(['deck-42', 'deck-43']),
      type: random.below(5) === 0 ? 'rating-withdrawal' : 'rating',
      detail: { value: 1 + random.below(5), scaleId: 'collateral-5@1' },
      occurredAt: time,
      effectiveAt: time,
    });
  });
}

function inBatches(facts: readonly Fact[], size: number): readonly (readonly Fact[])[] {
  const batches: (readonly Fact[])[] = [];
  for (let first = 0; first < facts.length; first += size) batches.push(facts.slice(first, first + size));
  return batches;
}
