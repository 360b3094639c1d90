import { expectRows } from './aggregate-history.js';
import { at, sampleSuggestion, sampleVote } from './conversation-samples.js';
import { sampleId, sampleTime } from './sample-fact.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';

const ben = { actorId: 'ben' };
const ofOne = { type: 'supporters', suggestionIds: [sampleId(1)] } as const;
const anas = { suggestionId: sampleId(1), actorId: 'ana', effectiveAt: sampleTime(2) };
const bens = { suggestionId: sampleId(1), actorId: 'ben', effectiveAt: sampleTime(4) };

/** What rows of votes mean. */
export const aggregateSupporterCases: readonly StoreCase[] = [
  supporterCase('latest', 'gives each live vote once, the author’s too', async (store) => {
    await store.append('main', [
      sampleSuggestion(1, 'Add prices'),
      sampleVote(4, sampleId(1), true, ben),
      sampleVote(3, sampleId(1), false, ben),
      sampleVote(2, sampleId(1), true),
      sampleVote(5, sampleId(1), false, { actorId: 'cem' }),
      sampleVote(6, sampleId(9), true, ben),
    ]);
    await expectRows(store, ofOne, [anas, bens]);
    await expectRows(store, { type: 'supporters', suggestionIds: [1, 9, 1].map(sampleId), actorId: 'ben' }, [
      bens,
      { suggestionId: sampleId(9), actorId: 'ben', effectiveAt: sampleTime(6) },
    ]);
    await expectRows(store, { ...ofOne, actorId: 'Ben' }, []);
    await expectRows(store, { type: 'supporters', suggestionIds: [] }, []);
    await store.append('main', [sampleVote(7, sampleId(1), false, ben)]);
    await expectRows(store, ofOne, [anas]);
  }),
  supporterCase('at-once', 'lets the greater id decide between two votes of one instant', async (store) => {
    await store.append('main', [sampleVote(3, sampleId(1), true, at(2)), sampleVote(2, sampleId(1), false, at(2))]);
    await expectRows(store, ofOne, [anas]);
    await store.append('main', [sampleVote(4, sampleId(1), false, at(2))]);
    await expectRows(store, ofOne, []);
  }),
  supporterCase('erased', 'makes one vote of two people who become one: the latest', async (store) => {
    await store.append('main', [sampleVote(2, sampleId(1), true), sampleVote(4, sampleId(1), true, ben)]);
    await store.reassign('main', 'ana', 'gone');
    await expectRows(store, ofOne, [{ ...anas, actorId: 'gone' }, bens]);
    await store.reassign('main', 'ben', 'gone');
    await expectRows(store, ofOne, [{ ...bens, actorId: 'gone' }]);
  }),
  supporterCase('pruned', 'lets no older vote come back when the one that took it back is kept', async (store) => {
    await store.append('main', [
      sampleVote(2, sampleId(1), true),
      sampleVote(6, sampleId(1), false),
      sampleVote(4, sampleId(1), true, ben),
    ]);
    await store.prune('main', sampleTime(4));
    await expectRows(store, ofOne, [bens]);
    await store.prune('main', sampleTime(5));
    await expectRows(store, ofOne, []);
  }),
];

function supporterCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`aggregate.supporters-${id}`, name, check, ['aggregate']);
}
