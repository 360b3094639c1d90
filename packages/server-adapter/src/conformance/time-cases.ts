import { expectFacts, expectNumbers } from './expect-facts.js';
import { sampleFact, sampleTime } from './sample-fact.js';
import { sampleList } from './sample-list.js';
import { storeCase, type StoreCase } from './store-case.js';

const rule = 'FactFilter';

/** What stores promise about times: they keep all of them and judge none. */
export const timeCases: readonly StoreCase[] = [
  storeCase('time.skewed-kept', 'keeps the times of a wrong clock as they were given', async (store) => {
    const facts = [
      sampleFact(1, { occurredAt: '2100-01-01T00:00:00.000Z' }),
      sampleFact(2, { occurredAt: '1970-01-01T00:00:00.000Z' }),
      sampleFact(3, { occurredAt: '2026-05-04T08:03:00Z', receivedAt: sampleTime(600) }),
      sampleFact(4, { occurredAt: '2026-05-04T08:03:00.123456789Z' }),
    ];
    await store.append('main', facts);
    await expectFacts(store, facts, 'Store (equal to what was given)');
  }),
  storeCase('time.skewed-span', 'reads a span by effective time, whatever the clocks said', async (store) => {
    await store.append('main', [
      sampleFact(10, { occurredAt: '2100-01-01T00:00:00.000Z' }),
      sampleFact(11, { occurredAt: '1999-01-01T00:00:00.000Z', receivedAt: sampleTime(900) }),
      sampleFact(12),
    ]);
    await expectNumbers(store, [10, 11], rule, { filter: { from: sampleTime(10), to: sampleTime(12) } });
  }),
  storeCase('time.skewed-prune', 'prunes by effective time, whatever the clocks said', async (store) => {
    await store.append('main', [
      sampleFact(1, { occurredAt: '2100-01-01T00:00:00.000Z', receivedAt: sampleTime(900) }),
      sampleFact(10, { occurredAt: '1999-01-01T00:00:00.000Z' }),
    ]);
    await store.prune('main', sampleTime(5));
    await expectNumbers(store, [10], 'Store.prune');
  }),
  storeCase('time.same-instant', 'keeps facts of one instant apart and in order', async (store) => {
    const facts = sampleList([3, 1, 2], { effectiveAt: sampleTime(7), occurredAt: sampleTime(7) });
    await store.append('main', facts);
    await expectFacts(store, facts, 'Store.append (ordered)');
    await expectFacts(store, facts, rule, { filter: { from: sampleTime(7) } });
    await expectFacts(store, [], rule, { filter: { to: sampleTime(7) } });
  }),
  storeCase('time.millisecond', 'cuts a span at the millisecond', async (store) => {
    const times = ['08:00:00.000', '08:00:00.001', '08:00:00.999', '08:00:01.000'];
    await store.append(
      'main',
      times.map((time, index) => sampleFact(index, { effectiveAt: `2026-05-04T${time}Z` })),
    );
    const filter = { from: '2026-05-04T08:00:00.001Z', to: '2026-05-04T08:00:01.000Z' };
    await expectNumbers(store, [1, 2], rule, { filter });
  }),
  storeCase('time.empty-span', 'lets nothing through a span that ends where it begins, or before', async (store) => {
    await store.append('main', sampleList([1, 2, 3]));
    await expectNumbers(store, [], rule, { filter: { from: sampleTime(2), to: sampleTime(2) } });
    await expectNumbers(store, [], rule, { filter: { from: sampleTime(3), to: sampleTime(1) } });
  }),
  storeCase('time.years', 'orders years, months and days as time, not as they came', async (store) => {
    const days = ['2026-01-01', '2025-12-31', '2026-10-02', '2026-09-30', '2024-02-29'];
    await store.append(
      'main',
      days.map((day, index) => sampleFact(index, { effectiveAt: `${day}T12:00:00.000Z`, day })),
    );
    const filter = { from: '2025-12-31T00:00:00.000Z', to: '2026-10-01T00:00:00.000Z' };
    await expectNumbers(store, [0, 1, 3], rule, { filter });
  }),
  storeCase(
    'time.day-kept',
    'keeps day and slot as given, even where they belong to another time zone',
    async (store) => {
      const fact = sampleFact(1, { day: '2026-05-03', slot: 12 });
      await store.append('main', [fact]);
      await expectFacts(store, [fact], 'Store (equal to what was given)');
    },
  ),
  storeCase('time.late', 'takes a fact that comes weeks late like any other', async (store) => {
    await store.append('main', [sampleFact(50_000)]);
    await store.append('main', [sampleFact(1, { receivedAt: sampleTime(50_001) })]);
    await expectNumbers(store, [50_000, 1], 'Store.append (ordered)');
  }),
  storeCase('time.excluded-kept', 'keeps and gives back facts that count in no figure', async (store) => {
    const facts = (['own-use', 'service', 'automation'] as const).map((excluded, index) =>
      sampleFact(index, { excluded }),
    );
    await store.append('main', facts);
    await expectFacts(store, facts, 'Fact.excluded (stores never judge)', { filter: { collateralIds: ['deck-42'] } });
  }),
];
