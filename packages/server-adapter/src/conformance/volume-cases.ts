import type { Fact } from '../store/fact.js';
import type { Store } from '../store/store.js';
import { expectEqual } from './expect.js';
import { readAll } from './read-all.js';
import { sampleFact, sampleTime } from './sample-fact.js';
import { numbersFrom } from './sample-list.js';
import { storeCase, type StoreCase } from './store-case.js';

const total = 100_000;
const batchSize = 500;

/** What must still be true with 100 000 facts. */
export const volumeCases: readonly StoreCase[] = [
  storeCase('volume.log', 'takes 100 000 facts and gives each of them exactly once, in order', async (store) => {
    for (let first = 0; first < total; first += batchSize) {
      const outcomes = await store.append('main', batchFrom(first));
      if (first % 10_000 === 0) expectEqual('outcomes', [...new Set(outcomes)], ['new'], 'Store.append');
    }
    await expectEach(store);
    await expectFoundQuickly(store);
    for (const first of [0, 50_000, 99_500])
      expectEqual(
        'outcomes again',
        [...new Set(await store.append('main', batchFrom(first)))],
        ['duplicate'],
        'Store.append',
      );
    await store.prune('main', sampleTime(99_000));
    expectEqual('facts left', (await readAll(store, 'main')).facts.length, 1_000, 'Store.prune');
  }),
  storeCase('volume.documents', 'lists 3000 documents, each once and in order', async (store) => {
    const keys = numbersFrom(0, 3_000).map((number) => `item-${String((number * 7_919) % 3_000).padStart(4, '0')}`);
    for (const key of keys) await store.put('main', 'items', key, {});
    const listed: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.list('main', 'items', { limit: 1_000, ...(cursor !== undefined && { cursor }) });
      listed.push(...page.documents.map(({ key }) => key));
      cursor = page.nextCursor;
    } while (cursor !== undefined && listed.length <= 3_000);
    expectEqual('keys', listed, [...keys].sort(), 'Store.list');
  }),
];

function batchFrom(first: number): readonly Fact[] {
  return numbersFrom(first, batchSize).map((number) =>
    sampleFact(number, { actorId: `person-${number % 997}`, collateralId: `deck-${number % 1_000}` }),
  );
}

async function expectEach(store: Store): Promise<void> {
  let next = 0;
  for await (const { facts } of store.read('main', {})) {
    for (const { id } of facts) {
      if (id !== sampleFact(next).id) expectEqual(`id at place ${next}`, id, sampleFact(next).id, 'Store.read');
      next += 1;
    }
  }
  expectEqual('number of facts', next, total, 'Store.read');
}

// One item or person among a thousand: a store that scans for it is correct, and its owner learns from the time it takes.
async function expectFoundQuickly(store: Store): Promise<void> {
  for (const number of [0, 499, 999]) {
    const { facts } = await readAll(store, 'main', { collateralIds: [`deck-${number}`], types: ['rating'] });
    expectEqual(`facts about deck-${number}`, facts.length, 100, 'FactFilter');
  }
  const { facts } = await readAll(store, 'main', { actorId: 'person-0' });
  expectEqual('facts of person-0', facts.length, Math.ceil(total / 997), 'FactFilter');
}
