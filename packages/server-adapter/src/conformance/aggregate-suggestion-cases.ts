import { expectRows } from './aggregate-history.js';
import { at, sampleReply, sampleSuggestion, sampleTakingBack, sampleVote } from './conversation-samples.js';
import { expectRejection } from './expect.js';
import { sampleId, sampleTime } from './sample-fact.js';
import { sampleRow } from './sample-row.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';

const ben = { actorId: 'ben' };
const cem = { actorId: 'cem' };
const ofDeck = { type: 'suggestions', collateralIds: ['deck-42'] } as const;
const ofOne = { type: 'suggestions', suggestionIds: [sampleId(1)] } as const;
const row = sampleRow(1);

/** What rows of suggestions mean. */
export const aggregateSuggestionCases: readonly StoreCase[] = [
  suggestionCase('nothing', 'gives no rows when nothing was said', async (store) => {
    await expectRows(store, ofDeck, []);
    await expectRows(store, ofOne, []);
  }),
  suggestionCase('made', 'says of each suggestion who made it, about what and when', async (store) => {
    await store.append('main', [
      sampleSuggestion(1, 'Add prices'),
      sampleSuggestion(2, 'Fewer words', { ...ben, version: null, team: null, excluded: 'own-use' }),
      sampleSuggestion(3, 'Elsewhere', { collateralId: 'Deck-42' }),
    ]);
    await expectRows(store, ofDeck, [row, sampleRow(2, { ...ben, version: null, team: null, excluded: 'own-use' })]);
  }),
  suggestionCase('items', 'gives those of the items asked for, and requests for null', async (store) => {
    await store.append('main', [
      sampleSuggestion(1, 'Add prices'),
      sampleSuggestion(2, 'A case study', { collateralId: null, version: null }),
    ]);
    const request = sampleRow(2, { collateralId: null, version: null });
    await expectRows(store, { type: 'suggestions', collateralIds: [null] }, [request]);
    await expectRows(store, { type: 'suggestions', collateralIds: [null, 'deck-42', 'deck-42', 'nobody'] }, [
      row,
      request,
    ]);
    await expectRows(store, { type: 'suggestions', collateralIds: [] }, []);
    await expectRows(store, { type: 'suggestions', suggestionIds: [] }, []);
    await expectRows(store, { ...ofDeck, suggestionIds: [sampleId(2)] }, []);
    await expectRows(store, { ...ofDeck, suggestionIds: [sampleId(2), sampleId(1)] }, [row]);
  }),
  suggestionCase('voters', 'counts others whose latest vote is on', async (store) => {
    await store.append('main', [
      sampleSuggestion(1, 'Add prices'),
      sampleVote(2, sampleId(1), true),
      sampleVote(3, sampleId(1), true, ben),
      sampleVote(4, sampleId(1), true, ben),
      sampleVote(6, sampleId(1), false, cem),
      sampleVote(5, sampleId(1), true, cem),
      sampleVote(7, sampleId(1), true, { actorId: 'dan', excluded: 'own-use' }),
    ]);
    await expectRows(store, ofDeck, [{ ...row, voters: 2 }]);
    await store.append('main', [sampleVote(8, sampleId(1), false, ben)]);
    await expectRows(store, ofDeck, [{ ...row, voters: 1 }]);
  }),
  suggestionCase('votes-at-once', 'lets the greater id decide between two votes of one instant', async (store) => {
    await store.append('main', [
      sampleSuggestion(1, 'Add prices'),
      sampleVote(3, sampleId(1), false, { ...ben, ...at(5) }),
      sampleVote(2, sampleId(1), true, { ...ben, ...at(5) }),
      sampleVote(4, sampleId(1), true, { ...cem, ...at(5) }),
    ]);
    await expectRows(store, ofDeck, [{ ...row, voters: 1 }]);
  }),
  suggestionCase('reply-ids', 'counts replies of several people under one id once', async (store) => {
    await store.append('main', [
      sampleSuggestion(1, 'Add prices'),
      sampleReply(4, sampleId(1), { actorId: 'ben' }),
      sampleReply(4, sampleId(1), { actorId: 'cem' }),
    ]);
    await expectRows(store, ofDeck, [{ ...row, replies: 1, changedAt: sampleTime(4) }]);
  }),
  suggestionCase('replies', 'counts replies of everybody, and says when something changed last', async (store) => {
    await store.append('main', [
      sampleSuggestion(1, 'Add prices'),
      sampleReply(9, sampleId(1)),
      sampleReply(5, sampleId(1), ben),
      sampleVote(20, sampleId(1), true, ben),
    ]);
    await expectRows(store, ofDeck, [{ ...row, voters: 1, replies: 2, changedAt: sampleTime(9) }]);
  }),
  suggestionCase('early', 'keeps what arrives before its suggestion', async (store) => {
    await store.append('main', [
      sampleVote(2, sampleId(1), true, ben),
      sampleVote(3, sampleId(1), true),
      sampleReply(4, sampleId(1), ben),
      sampleVote(5, sampleId(7), false),
      sampleTakingBack(6, sampleId(8)),
    ]);
    await expectRows(store, ofDeck, []);
    const early = { ...row, made: null, voters: 2, replies: 1, changedAt: sampleTime(4) };
    await expectRows(store, { type: 'suggestions', suggestionIds: [1, 7, 8].map(sampleId) }, [early]);
    await store.append('main', [sampleSuggestion(1, 'Add prices')]);
    await expectRows(store, ofDeck, [{ ...early, made: row.made, voters: 1 }]);
  }),
  suggestionCase('withdrawn', 'says when its author first took a suggestion back, and nobody else', async (store) => {
    await store.append('main', [
      sampleTakingBack(4, sampleId(1)),
      sampleSuggestion(1, 'Add prices'),
      sampleTakingBack(2, sampleId(1), ben),
    ]);
    await expectRows(store, ofDeck, [{ ...row, withdrawnAt: sampleTime(4) }]);
    await store.append('main', [sampleTakingBack(3, sampleId(1))]);
    await expectRows(store, ofDeck, [{ ...row, withdrawnAt: sampleTime(3) }]);
  }),
  suggestionCase('long-ids', 'takes ids of 3000 characters, and tells them apart by their last', async (store) => {
    const [one, other] = ['a', 'b'].map((end) => `low:outdated:v1:${'%E2%82%AC'.repeat(331)}1234${end}`);
    await store.append('main', [
      sampleVote(1, one ?? '', true),
      sampleVote(2, other ?? '', true),
      sampleVote(3, other ?? '', true, ben),
    ]);
    const vote = { made: null, withdrawnAt: null, replies: 0, changedAt: null };
    await expectRows(store, { type: 'suggestions', suggestionIds: [one ?? '', other ?? ''] }, [
      { ...vote, suggestionId: one, voters: 1 },
      { ...vote, suggestionId: other, voters: 2 },
    ]);
  }),
  suggestionCase('no-lists', 'refuses to give every suggestion there is', async (store) => {
    await store.append('main', [sampleSuggestion(1, 'Add prices')]);
    await expectRejection(
      'a query without lists',
      async () => store.aggregate?.('main', { type: 'suggestions' }),
      'Store.aggregate',
    );
  }),
];

function suggestionCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`aggregate.suggestions-${id}`, name, check, ['aggregate']);
}
