import type { Fact } from '../store/fact.js';
import { expectRows } from './aggregate-history.js';
import { sampleFact, sampleId, sampleTime } from './sample-fact.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';

const ben = { actorId: 'ben' };
const low = { type: 'low-ratings', collateralIds: ['deck-42'], atMost: 2 } as const;

/** What rows of low ratings mean. */
export const aggregateLowRatingCases: readonly StoreCase[] = [
  lowCase('rows', 'gives live ratings up to a value with everything that was said', async (store) => {
    await store.append('main', [
      rated(1, 2, { comment: 'Old prices', reasons: ['outdated', 'hard-to-use'], tellOwner: true }),
      rated(2, 3, { comment: 'Fine' }, ben),
      rated(3, 1, {}, { actorId: 'cem', version: null, team: null, excluded: 'own-use' }),
      rated(4, 1, {}, { actorId: 'dan', collateralId: 'deck-43' }),
    ]);
    const bare = { ...rowOf(3, 1), actorId: 'cem', version: null, team: null, excluded: 'own-use' };
    await expectRows(store, low, [
      { ...rowOf(1, 2), reasons: ['outdated', 'hard-to-use'], comment: 'Old prices', tellOwner: true },
      bare,
    ]);
    await expectRows(store, { ...low, atMost: 1 }, [bare]);
    await expectRows(store, { ...low, atMost: 0 }, []);
    await expectRows(store, { ...low, atMost: 5, actorId: 'ben' }, [{ ...rowOf(2, 3), ...ben, comment: 'Fine' }]);
    await expectRows(store, { ...low, collateralIds: [] }, []);
    await expectRows(store, { ...low, collateralIds: ['deck-42', 'deck-43', 'deck-43', 'nobody'], actorId: 'dan' }, [
      { ...rowOf(4, 1), actorId: 'dan', collateralId: 'deck-43' },
    ]);
  }),
  lowCase('live', 'forgets a rating that was changed or taken back, and tells versions apart', async (store) => {
    await store.append('main', [
      rated(5, 4),
      rated(1, 1),
      rated(2, 1, {}, { version: 'v2' }),
      rated(3, 2, {}, ben),
      sampleFact(4, { ...ben, type: 'rating-withdrawal', detail: {} }),
    ]);
    await expectRows(store, low, [{ ...rowOf(2, 1), version: 'v2' }]);
  }),
  lowCase('reasons', 'gives those alone that name a reason, when asked', async (store) => {
    await store.append('main', [
      rated(1, 2, { comment: 'Old prices' }),
      rated(2, 2, { reasons: ['outdated'] }, ben),
      rated(3, 3, { reasons: ['outdated'] }, { actorId: 'cem' }),
      rated(4, 1, { reasons: [] }, { actorId: 'dan' }),
    ]);
    const bens = { ...rowOf(2, 2), ...ben, reasons: ['outdated'] };
    await expectRows(store, { ...low, withReasons: true }, [bens]);
    const cems = { ...rowOf(3, 3), actorId: 'cem', reasons: ['outdated'] };
    await expectRows(store, { ...low, withReasons: true, atMost: 3 }, [bens, cems]);
    await store.reassign('main', 'ben', 'gone');
    await expectRows(store, { ...low, withReasons: true }, [{ ...bens, actorId: 'gone' }]);
  }),
  lowCase('erased', 'says no words of a person who was erased', async (store) => {
    await store.append('main', [rated(1, 1, { comment: 'I am Ana', reasons: ['outdated'], tellOwner: true })]);
    await store.reassign('main', 'ana', 'gone');
    await expectRows(store, low, [{ ...rowOf(1, 1), actorId: 'gone', reasons: ['outdated'], tellOwner: true }]);
    await store.prune('main', sampleTime(2));
    await expectRows(store, low, []);
  }),
];

function rated(number: number, value: number, words: object = {}, changes: Partial<Fact> = {}): Fact {
  return sampleFact(number, { detail: { value, scaleId: 'collateral-5@1', ...words }, ...changes });
}

function rowOf(number: number, value: number): object {
  const time = sampleTime(number);
  return {
    id: sampleId(number),
    actorId: 'ana',
    collateralId: 'deck-42',
    version: 'v1',
    team: 'sales',
    value,
    reasons: [],
    comment: null,
    tellOwner: false,
    effectiveAt: time,
    receivedAt: time,
    day: time.slice(0, 10),
    excluded: null,
  };
}

function lowCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`aggregate.low-ratings-${id}`, name, check, ['aggregate']);
}
