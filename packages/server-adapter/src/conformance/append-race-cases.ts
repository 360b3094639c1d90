import type { Fact } from '../store/fact.js';
import type { Store } from '../store/store.js';
import { expectEqual, expectRejection } from './expect.js';
import { expectFacts, expectNumbers } from './expect-facts.js';
import { readAll, readIds } from './read-all.js';
import { sampleFact, sampleId } from './sample-fact.js';
import { numbersFrom, sampleList } from './sample-list.js';
import { storeCase, type StoreCase } from './store-case.js';

const rule = 'Store.append';

/** What storing facts promises when calls meet, fail or are repeated. */
export const appendRaceCases: readonly StoreCase[] = [
  storeCase('append.atomic', 'stores nothing of a call that it rejects', async (store) => {
    const batch = [sampleFact(1), unreadableFact(2), sampleFact(3)];
    await expectRejection('append of a fact that cannot be read', () => store.append('main', batch), rule);
    await expectFacts(store, [], rule);
  }),
  storeCase('append.after-failure', 'takes the same facts in full after a call that was rejected', async (store) => {
    await expectRejection(
      'append of a fact that cannot be read',
      () => store.append('main', [sampleFact(1), unreadableFact(2)]),
      rule,
    );
    expectEqual('outcomes', await store.append('main', sampleList([1, 2])), ['new', 'new'], rule);
    await expectNumbers(store, [1, 2], rule);
  }),
  storeCase('append.atomic-beside', 'keeps what other calls stored while one was rejected', async (store) => {
    await Promise.allSettled([
      store.append('main', sampleList([1, 2])),
      store.append('main', [sampleFact(3), unreadableFact(4)]),
      store.append('main', sampleList([5, 6])),
    ]);
    expectEqual('stored ids', [...(await readIds(store, 'main'))].sort(), [1, 2, 5, 6].map(sampleId), rule);
  }),
  storeCase('append.input-kept', 'leaves the facts it was given as they are', async (store) => {
    const given = [sampleFact(1), sampleFact(1)];
    await store.append('main', given);
    expectEqual('facts given', given, [sampleFact(1), sampleFact(1)], rule);
  }),
  storeCase('append.frozen', 'takes frozen objects', async (store) => {
    const frozen = [1, 2].map((number) => Object.freeze(sampleFact(number, { detail: Object.freeze({ value: 4 }) })));
    expectEqual('outcomes', await store.append('main', Object.freeze(frozen)), ['new', 'new'], rule);
    await expectNumbers(store, [1, 2], rule);
  }),
  storeCase('append.concurrent-apart', 'keeps every fact of twenty calls at the same time', async (store) => {
    const calls = numbersFrom(0, 20).map((call) => store.append('main', sampleList(numbersFrom(call * 10, 10))));
    const outcomes = (await Promise.all(calls)).flat();
    expectEqual('kinds of outcome', [...new Set(outcomes)], ['new'], rule);
    expectEqual('stored ids', [...(await readIds(store, 'main'))].sort(), numbersFrom(0, 200).map(sampleId), rule);
  }),
  storeCase('append.concurrent-order', 'keeps the facts of one call in the order given', async (store) => {
    const orders = [
      [5, 1, 3],
      [14, 12, 13],
      [20, 22, 21],
    ];
    await Promise.all(orders.map((numbers) => store.append('main', sampleList(numbers))));
    const stored = await readIds(store, 'main');
    for (const numbers of orders) {
      const ids = numbers.map(sampleId);
      expectEqual(
        'ids of one call as stored',
        stored.filter((id) => ids.includes(id)),
        ids,
        rule,
      );
    }
  }),
  storeCase('append.concurrent-overlap', 'counts each fact once when batches overlap', async (store) => {
    const batches = [0, 5, 10, 15].map((first) => sampleList(numbersFrom(first, 20)));
    const outcomes = await Promise.all(batches.map((batch) => store.append('main', batch)));
    expectEqual('facts that were new', outcomes.flat().filter((outcome) => outcome === 'new').length, 35, rule);
    expectEqual('stored ids', [...(await readIds(store, 'main'))].sort(), numbersFrom(0, 35).map(sampleId), rule);
  }),
  storeCase('append.concurrent-conflict', 'lets one of two contents win, the one it calls new', async (store) => {
    const rivals = [1, 2, 3, 4].map((value) => sampleFact(1, { detail: { value } }));
    const outcomes = await Promise.all(rivals.map((fact) => store.append('main', [fact])));
    const winners = rivals.filter((_, index) => outcomes[index]?.[0] === 'new');
    expectEqual('number of winners', winners.length, 1, rule);
    expectEqual(
      'other outcomes',
      outcomes.flat().filter((outcome) => outcome !== 'new'),
      Array(3).fill('conflict'),
      rule,
    );
    await expectFacts(store, winners, rule);
  }),
  storeCase('append.concurrent-tenants', 'stores the same ids for several tenants at the same time', async (store) => {
    const tenants = ['main', 'other', 'third'];
    await Promise.all(tenants.map((tenant) => store.append(tenant, sampleList([1, 2, 3]))));
    for (const tenant of tenants) await expectNumbers(store, [1, 2, 3], 'Store (nothing crosses tenants)', { tenant });
  }),
  storeCase('append.conflict-keeps-first', 'knows the first content again after a conflict', async (store) => {
    await store.append('main', [sampleFact(1)]);
    const other = sampleFact(1, { detail: { value: 1 } });
    await store.append('main', [other]);
    expectEqual('outcomes', await store.append('main', [other, sampleFact(1)]), ['conflict', 'duplicate'], rule);
  }),
  storeCase('append.conflict-small', 'sees a conflict in one character and in one digit', async (store) => {
    await store.append('main', [sampleFact(1, { detail: { comment: 'Ja ', value: 1 } })]);
    const others = [
      { comment: 'Ja', value: 1 },
      { comment: 'ja ', value: 1 },
      { comment: 'Ja ', value: 1.5 },
      { comment: 'Ja ', value: '1' },
      { comment: 'Ja ', value: 1, more: null },
    ].map((detail) => sampleFact(1, { detail }));
    expectEqual('outcomes', await store.append('main', others), Array(5).fill('conflict'), 'factContent');
  }),
  storeCase('append.visible', 'shows a fact to a read that starts when its append has resolved', async (store) => {
    for (const number of numbersFrom(0, 10)) {
      await store.append('main', [sampleFact(number)]);
      expectEqual('last id', (await readIds(store, 'main')).at(-1), sampleId(number), 'Store (musts)');
    }
  }),
  storeCase('append.large-detail', 'keeps a detail of 30 kilobytes as it is', async (store) => {
    const fact = sampleFact(1, { detail: { body: 'Zoë 🎯\n'.repeat(3_000) } });
    await store.append('main', [fact]);
    await expectFacts(store, [fact], 'Store (equal to what was given)');
    expectEqual('outcomes', await store.append('main', [fact]), ['duplicate'], rule);
  }),
  storeCase('append.many-people', 'keeps one id of two hundred people apart', async (store) => {
    const facts = numbersFrom(0, 200).map((number) => sampleFact(1, { actorId: `person-${number}` }));
    await store.append('main', facts);
    await expectCount(store, 200);
    expectEqual('outcomes again', [...new Set(await store.append('main', facts))], ['duplicate'], rule);
  }),
  storeCase('append.lost-answer', 'counts nothing twice when every answer was lost and sent again', async (store) => {
    for (const first of [0, 3, 6, 9]) {
      await store.append('main', sampleList(numbersFrom(first, 6)));
      await store.append('main', sampleList(numbersFrom(Math.max(0, first - 2), 6)));
    }
    await expectNumbers(store, numbersFrom(0, 15), rule);
  }),
];

// Whoever stores a fact has to read its fields, so this one can't be stored by anybody.
function unreadableFact(number: number): Fact {
  const detail = Object.defineProperty({}, 'value', {
    enumerable: true,
    get: () => {
      throw new Error('this value cannot be read');
    },
  });
  return sampleFact(number, { detail });
}

async function expectCount(store: Store, count: number): Promise<void> {
  expectEqual('number of facts', (await readAll(store, 'main')).facts.length, count, rule);
}
