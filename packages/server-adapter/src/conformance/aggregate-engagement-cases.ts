import type { Fact } from '../store/fact.js';
import { expectRows, sampleAction } from './aggregate-history.js';
import { engagementCase, on, used } from './engagement-case.js';
import { sampleFact } from './sample-fact.js';
import type { StoreCase } from './store-case.js';

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

function rated(number: number, value: number, words: object = {}, changes: Partial<Fact> = {}): Fact {
  return sampleFact(number, { detail: { value, scaleId: 'collateral-5@1', ...words }, ...changes });
}
