import type { Fact } from '../store/fact.js';
import { expectRows } from './aggregate-history.js';
import { engagementCase, on, used } from './engagement-case.js';
import { participationRows } from './fold-engagement.js';
import { sampleFact, sampleTime } from './sample-fact.js';
import { numbersFrom } from './sample-list.js';
import { SeededRandom } from './seeded-random.js';
import type { StoreCase } from './store-case.js';

const ben = { actorId: 'ben' };
const may = { type: 'participation', from: '2026-05-01', to: '2026-06-01' } as const;
const ana = { actorId: 'ana', team: 'sales' };

/** When a use is rated, and who is one person. */
export const aggregateRatedUseCases: readonly StoreCase[] = [
  engagementCase(
    'rated',
    'takes a pair for rated that was rated from 30 days before to 30 days after a use in the window',
    async (store) => {
      const people = { early: -31, before: -30, after: 30, late: 31 };
      for (const [number, [actorId, days]] of Object.entries(people).entries())
        await store.append('main', [
          used(number, 0, { actorId }),
          on(days, sampleFact(number + 10, { actorId, version: 'v0' })),
        ]);
      const rows = { early: 0, before: 1, after: 1, late: 0 };
      await expectRows(
        store,
        may,
        Object.entries(rows).map(([actorId, isRated]) => ({ ...ana, actorId, pairs: 1, rated: isRated })),
      );
    },
  ),
  engagementCase('rated-any', 'asks every use in the window whether it was rated, and no other', async (store) => {
    const days = [0, 1, 20, 60, 100];
    await store.append('main', [
      ...days.map((day, index) => used(index, day)),
      on(45, sampleFact(10)),
      on(-30, sampleFact(11)),
      on(46, sampleFact(12, { version: 'v2' })),
    ]);
    const row = (isRated: number): readonly object[] => [{ ...ana, pairs: 1, rated: isRated }];
    await expectRows(store, { ...may, to: '2026-09-01' }, row(1));
    await expectRows(store, { ...may, from: '2026-05-05', to: '2026-05-25' }, row(1));
    await expectRows(store, { ...may, from: '2026-05-20', to: '2026-06-01' }, row(1));
    await expectRows(store, { ...may, from: '2026-07-04', to: '2026-09-01' }, row(0));
    await store.append('main', [on(129, sampleFact(13))]);
    await expectRows(store, { ...may, from: '2026-07-04', to: '2026-09-01' }, row(1));
    await expectRows(store, { ...may, from: '2026-05-24', to: '2026-06-30' }, row(1));
  }),
  engagementCase(
    'rated-which',
    'takes no rating of others, of other items, or excluded, and one taken back',
    async (store) => {
      await store.append('main', [
        used(1, 0),
        on(1, sampleFact(2, ben)),
        on(1, sampleFact(3, { collateralId: 'deck-43' })),
        on(1, sampleFact(4, { excluded: 'automation' })),
      ]);
      await expectRows(store, may, [{ ...ana, pairs: 1, rated: 0 }]);
      await store.append('main', [
        on(2, sampleFact(5, { team: 'support', version: null })),
        on(3, sampleFact(6, { type: 'rating-withdrawal', detail: {}, version: null })),
      ]);
      await expectRows(store, may, [{ ...ana, pairs: 1, rated: 1 }]);
    },
  ),
  engagementCase('together', 'counts somebody who changed team once among the people of both', async (store) => {
    const east = { team: 'east' };
    await store.append('main', [
      used(1, 4),
      used(2, 2, east),
      used(3, 3, { ...ben, ...east }),
      used(4, 0, { team: null }),
      used(5, 1, { actorId: 'cem', team: 'other' }),
      used(6, 1, { collateralId: 'deck-43' }),
    ]);
    const row = { collateralId: 'deck-42', team: null, people: 1 };
    await expectRows(store, { type: 'first-engaged', collateralIds: ['deck-42'], teams: ['sales', 'east', 'nobody'] }, [
      { ...row, day: '2026-05-06' },
      { ...row, day: '2026-05-07' },
    ]);
    await expectRows(store, { type: 'first-engaged', collateralIds: ['deck-42'], teams: [] }, []);
  }),
  engagementCase('random', 'finds what is rated beside any use, in any order of any days', async (store) => {
    const random = new SeededRandom(18);
    const facts = numbersFrom(1, 160).map((number): Fact => {
      const changes = {
        actorId: random.pick(['ana', 'ben', 'cem']),
        collateralId: random.pick(['deck-42', 'deck-43']),
        team: random.pick(['sales', 'east']),
      };
      const isUse = random.below(5) > 0;
      return isUse
        ? used(number, random.below(400), changes)
        : on(random.below(400), sampleFact(number, { ...changes, version: `v${number}` }));
    });
    for (let begin = 0; begin < facts.length; begin += 20) await store.append('main', facts.slice(begin, begin + 20));
    for (let index = 0; index < 12; index += 1) {
      const [from, to] = [random.below(400), random.below(400)].toSorted((one, other) => one - other);
      const query = { type: 'participation', from: dayAfter(from ?? 0), to: dayAfter(to ?? 0) } as const;
      await expectRows(store, query, participationRows(facts, query));
    }
  }),
];

function dayAfter(days: number): string {
  return sampleTime(days * 24 * 60).slice(0, 10);
}
