import { expectRows, sampleAction, sampleView } from './aggregate-history.js';
import { sampleFact, sampleTime } from './sample-fact.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';

const total = { type: 'arrivals', by: [] } as const;

/** What counts of arrivals mean. */
export const aggregateArrivalCases: readonly StoreCase[] = [
  arrivalCase('nothing', 'gives no row when there are no facts', async (store) => {
    await expectRows(store, total, []);
    await expectRows(store, { ...total, by: ['day'] }, []);
  }),
  arrivalCase('types', 'counts facts of every type, excluded ones and those about no item too', async (store) => {
    await store.append('main', [
      sampleFact(1),
      sampleView(2, 'a', 0, { excluded: 'automation' }),
      sampleAction(3, 'share', { collateralId: null }),
      sampleFact(4, { type: 'vote', collateralId: null, detail: { suggestionId: 'x', on: true } }),
    ]);
    await expectRows(store, total, [{ facts: 4, late: 0 }]);
  }),
  arrivalCase('late', 'counts what came more than an hour after its effective time', async (store) => {
    const hour = 3_600_000;
    const after = (number: number, milliseconds: number): string =>
      new Date(Date.parse(sampleTime(number)) + milliseconds).toISOString();
    await store.append('main', [
      sampleFact(1, { receivedAt: after(1, hour) }),
      sampleFact(2, { receivedAt: after(2, hour + 1) }),
      sampleFact(3, { receivedAt: after(3, 40 * hour) }),
    ]);
    await expectRows(store, total, [{ facts: 3, late: 2 }]);
  }),
  arrivalCase('days', 'counts by the day of the fact, not by that of its arrival', async (store) => {
    const receivedAt = sampleTime(5_000);
    await store.append('main', [
      sampleFact(1, { receivedAt }),
      sampleFact(1_441, { receivedAt }),
      sampleFact(1_442),
      sampleFact(2_881),
    ]);
    const days = [
      { group: { day: '2026-05-04' }, facts: 1, late: 1 },
      { group: { day: '2026-05-05' }, facts: 2, late: 1 },
      { group: { day: '2026-05-06' }, facts: 1, late: 0 },
    ];
    await expectRows(store, { type: 'arrivals', by: ['day'] }, days);
    await expectRows(store, { type: 'arrivals', by: ['day'], from: '2026-05-05', to: '2026-05-06' }, days.slice(1, 2));
    await expectRows(store, { ...total, from: '2026-05-05' }, [{ facts: 3, late: 1 }]);
  }),
  arrivalCase('life', 'counts each fact once, through an erasure and a prune', async (store) => {
    const facts = [sampleFact(1), sampleFact(2), sampleFact(3, { actorId: 'ben' })];
    await store.append('main', facts);
    await store.append('main', facts);
    await expectRows(store, total, [{ facts: 3, late: 0 }]);
    // One id that both have: one of the two facts goes.
    await store.append('main', [sampleFact(1, { actorId: 'ben' })]);
    await store.reassign('main', 'ana', 'ben');
    await expectRows(store, total, [{ facts: 3, late: 0 }]);
    await store.prune('main', sampleTime(3));
    await expectRows(store, total, [{ facts: 3, late: 0 }]);
  }),
];

function arrivalCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`aggregate.arrivals-${id}`, name, check, ['aggregate']);
}
