import type { Fact } from '../store/fact.js';
import { expectRows, sampleAction, sampleView } from './aggregate-history.js';
import { sampleFact, sampleTime } from './sample-fact.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';

const ben = { actorId: 'ben' };
const may = { type: 'participation', from: '2026-05-01', to: '2026-06-01' } as const;
const low = { type: 'low-raters', atMost: 2, from: '2026-05-01', to: '2026-06-01' } as const;
const first = { type: 'first-engaged', collateralIds: ['deck-42'] } as const;
const ana = { actorId: 'ana', team: 'sales' };

/** What questions about real use and its rating mean. */
export const aggregateEngagementCases: readonly StoreCase[] = [
  engagementCase(
    'real',
    'takes for real use 10 s, half of it seen, a download and a completion, and no less',
    async (store) => {
      const seen = (number: number, activeMs: number, progress: number, actorId: string): Fact =>
        sampleFact(number, {
          type: 'view',
          actorId,
          detail: { viewId: actorId, activeMs, visibleMs: activeMs, progress },
        });
      await store.append('main', [
        seen(1, 10_000, 0, 'ten'),
        seen(2, 9_999, 0.49, 'short'),
        seen(3, 0, 0.5, 'half'),
        sampleAction(4, 'download', { actorId: 'download' }),
        sampleAction(5, 'complete', { actorId: 'complete' }),
        sampleAction(6, 'share', { actorId: 'share' }),
        sampleAction(7, 'present', { actorId: 'present' }),
        sampleAction(8, 'download', { actorId: 'owner', excluded: 'own-use' }),
        sampleAction(9, 'download', { actorId: 'nothing', collateralId: null }),
        sampleFact(10, { actorId: 'rater' }),
      ]);
      await expectRows(
        store,
        may,
        ['ten', 'half', 'download', 'complete'].map((actorId) => ({ actorId, team: 'sales', pairs: 1, rated: 0 })),
      );
      await expectRows(store, first, [{ collateralId: 'deck-42', team: 'sales', day: '2026-05-04', people: 4 }]);
    },
  ),
  engagementCase(
    'pairs',
    'counts an item once for each person and team, whatever the days and versions',
    async (store) => {
      await store.append('main', [
        used(1, 0),
        used(2, 3, { version: 'v2' }),
        used(3, 3, { collateralId: 'deck-43' }),
        used(4, 9, { team: null }),
        used(5, 2, ben),
      ]);
      await expectRows(store, may, [
        { ...ana, pairs: 2, rated: 0 },
        { ...ana, team: null, pairs: 1, rated: 0 },
        { ...ana, ...ben, pairs: 1, rated: 0 },
      ]);
      await expectRows(store, first, [
        { collateralId: 'deck-42', team: 'sales', day: '2026-05-04', people: 1 },
        { collateralId: 'deck-42', team: 'sales', day: '2026-05-06', people: 1 },
        { collateralId: 'deck-42', team: null, day: '2026-05-13', people: 1 },
      ]);
    },
  ),
  engagementCase(
    'window',
    'counts pairs of a window once, also when they were used before and after it',
    async (store) => {
      await store.append('main', [used(1, 0), used(2, 4), used(3, 6), used(4, 20), used(5, 2, ben)]);
      await expectRows(store, { ...may, from: '2026-05-07', to: '2026-05-11' }, [{ ...ana, pairs: 1, rated: 0 }]);
      await expectRows(store, { ...may, from: '2026-05-05', to: '2026-05-08' }, [
        { ...ana, ...ben, pairs: 1, rated: 0 },
      ]);
      await expectRows(store, { ...may, from: '2026-05-11', to: '2026-05-24' }, []);
    },
  ),
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
  engagementCase('between', 'puts a use that comes late between those that are there', async (store) => {
    await store.append('main', [used(1, 0), used(2, 40)]);
    await store.append('main', [used(3, 20)]);
    await expectRows(store, { ...may, from: '2026-05-20', to: '2026-07-01' }, [{ ...ana, pairs: 1, rated: 0 }]);
    await expectRows(store, { ...may, from: '2026-05-20', to: '2026-05-30' }, [{ ...ana, pairs: 1, rated: 0 }]);
    await expectRows(store, { ...may, from: '2026-06-01', to: '2026-07-01' }, [{ ...ana, pairs: 1, rated: 0 }]);
  }),
  engagementCase('low', 'counts live ratings of low value, and those with a reason or a comment', async (store) => {
    await store.append('main', [
      rated(1, 1, { comment: 'Old prices' }),
      rated(2, 2, { reasons: ['outdated'] }, { version: 'v2' }),
      rated(3, 2, { reasons: [], comment: '' }, { version: 'v3' }),
      rated(4, 3, { comment: 'Fine' }, { version: 'v4' }),
      rated(5, 1, {}, { ...ben, team: null }),
      rated(6, 1, {}, { ...ben, excluded: 'own-use', version: 'v2' }),
      on(28, rated(7, 1, {}, { ...ben, version: 'v3' })),
    ]);
    const bens = { ...ben, team: null, ratings: 1, explained: 0 };
    await expectRows(store, low, [{ ...ana, ratings: 3, explained: 2 }, bens]);
    await expectRows(store, { ...low, atMost: 3 }, [{ ...ana, ratings: 4, explained: 3 }, bens]);
    await expectRows(store, { ...low, atMost: 1 }, [{ ...ana, ratings: 1, explained: 1 }, bens]);
    await store.append('main', [rated(8, 5), on(1, rated(9, 1, {}, { version: 'v2' }))]);
    await expectRows(store, low, [{ ...ana, ratings: 2, explained: 0 }, bens]);
    await expectRows(store, { ...low, from: '2026-05-05' }, [{ ...ana, ratings: 1, explained: 0 }]);
  }),
  engagementCase(
    'erased',
    'keeps every count when a person is erased, and joins those who become one',
    async (store) => {
      await store.append('main', [used(1, 0), used(2, 2), rated(3, 1, { comment: 'I am Ana' }), used(4, 1, ben)]);
      await store.reassign('main', 'ana', 'gone');
      await expectRows(store, may, [
        { ...ana, actorId: 'gone', pairs: 1, rated: 1 },
        { ...ana, ...ben, pairs: 1, rated: 0 },
      ]);
      await expectRows(store, low, [{ ...ana, actorId: 'gone', ratings: 1, explained: 1 }]);
      await store.reassign('main', 'ben', 'gone');
      await expectRows(store, may, [{ ...ana, actorId: 'gone', pairs: 1, rated: 1 }]);
      await expectRows(store, first, [{ collateralId: 'deck-42', team: 'sales', day: '2026-05-04', people: 1 }]);
    },
  ),
];

function used(number: number, days: number, changes: Partial<Fact> = {}): Fact {
  return on(days, sampleView(number, `view-${number}`, 12_000, changes));
}

function rated(number: number, value: number, words: object = {}, changes: Partial<Fact> = {}): Fact {
  return sampleFact(number, { detail: { value, scaleId: 'collateral-5@1', ...words }, ...changes });
}

/** Moves a fact some days on. */
function on(days: number, fact: Fact): Fact {
  const minutes = (Date.parse(fact.effectiveAt) - Date.parse(sampleTime(0))) / 60_000;
  const time = sampleTime(minutes + days * 24 * 60);
  return { ...fact, occurredAt: time, receivedAt: time, effectiveAt: time, day: time.slice(0, 10) };
}

function engagementCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`aggregate.engagement-${id}`, name, check, ['aggregate']);
}
