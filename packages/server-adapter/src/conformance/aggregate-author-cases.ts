import { expectRows } from './aggregate-history.js';
import { at, sampleReply, sampleSuggestion, sampleTakingBack, sampleVote } from './conversation-samples.js';
import { sampleId, sampleTime } from './sample-fact.js';
import { sampleRow } from './sample-row.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';

const ben = { actorId: 'ben' };
const cem = { actorId: 'cem' };
const ofDeck = { type: 'suggestions', collateralIds: ['deck-42'] } as const;
const ofOne = { type: 'suggestions', suggestionIds: [sampleId(1)] } as const;
const row = sampleRow(1);

/** Whose a suggestion is, whatever others send and whoever goes. */
export const aggregateAuthorCases: readonly StoreCase[] = [
  suggestionCase(
    'take-over',
    'leaves a suggestion to whoever it was received from first, whatever others send with its id',
    async (store) => {
      await store.append('main', [sampleSuggestion(1, 'Add prices', at(1, 10)), sampleVote(3, sampleId(1), true, ben)]);
      await store.append('main', [
        sampleSuggestion(1, 'Mine now', { ...ben, collateralId: 'deck-43', ...at(-500, 11) }),
        sampleTakingBack(4, sampleId(1), ben),
      ]);
      await expectRows(store, ofDeck, [{ ...sampleRow(1, { receivedAt: sampleTime(10) }), voters: 1 }]);
      await expectRows(store, { type: 'suggestions', collateralIds: ['deck-43'] }, []);
      // Of two received in one instant the names decide, by code point.
      await store.append('main', [sampleSuggestion(1, 'Mine now', { actorId: '\u{1f600}', ...at(2, 10) })]);
      await expectRows(store, ofDeck, [{ ...sampleRow(1, { receivedAt: sampleTime(10) }), voters: 1 }]);
    },
  ),
  suggestionCase('first-late', 'gives it to the one received first, also when the log has it last', async (store) => {
    const bens = sampleSuggestion(1, 'Mine', { ...ben, collateralId: 'deck-43', ...at(1, 10) });
    await store.append('main', [bens, sampleVote(2, sampleId(1), true), sampleVote(3, sampleId(1), true, ben)]);
    await store.append('main', [sampleTakingBack(4, sampleId(1)), sampleSuggestion(1, 'Add prices', at(1, 9))]);
    await expectRows(store, { type: 'suggestions', collateralIds: ['deck-43'] }, []);
    await expectRows(store, ofOne, [
      { ...sampleRow(1, { receivedAt: sampleTime(9) }), voters: 1, withdrawnAt: sampleTime(4) },
    ]);
  }),
  suggestionCase('equal-names', 'orders names of one instant by code point', async (store) => {
    const surrogates = { actorId: '\u{1f600}' };
    await store.append('main', [
      sampleSuggestion(1, 'One', { ...surrogates, ...at(1, 9) }),
      sampleSuggestion(1, 'Other', { actorId: '\uff21', ...at(1, 9) }),
    ]);
    await expectRows(store, ofDeck, [sampleRow(1, { actorId: '\uff21', receivedAt: sampleTime(9) })]);
  }),
  suggestionCase('erased', 'counts people once who become one, and keeps what others said', async (store) => {
    await store.append('main', [
      sampleSuggestion(1, 'Add prices'),
      sampleVote(2, sampleId(1), true, ben),
      sampleVote(3, sampleId(1), true, cem),
      sampleReply(4, sampleId(1), ben),
      sampleTakingBack(5, sampleId(1), ben),
    ]);
    await store.reassign('main', 'ben', 'cem');
    await expectRows(store, ofDeck, [{ ...row, voters: 1, replies: 1, changedAt: sampleTime(4) }]);
    await store.reassign('main', 'ana', 'cem');
    await expectRows(store, ofDeck, [
      {
        ...sampleRow(1, cem),
        replies: 1,
        changedAt: sampleTime(4),
        withdrawnAt: sampleTime(5),
      },
    ]);
  }),
  suggestionCase('pruned', 'says what is left after a prune', async (store) => {
    await store.append('main', [
      sampleSuggestion(1, 'Add prices'),
      sampleVote(2, sampleId(1), false, ben),
      sampleVote(3, sampleId(1), true, cem),
      sampleReply(4, sampleId(1), ben),
    ]);
    await store.prune('main', sampleTime(3));
    await expectRows(store, ofDeck, []);
    const left = { ...row, made: null, voters: 1, replies: 1, changedAt: sampleTime(4) };
    await expectRows(store, ofOne, [left]);
    await store.prune('main', sampleTime(9));
    await expectRows(store, ofOne, []);
  }),
];

function suggestionCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`aggregate.suggestions-${id}`, name, check, ['aggregate']);
}
