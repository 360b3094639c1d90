import type { SuggestionPageQuery } from '../store/conversation-query.js';
import type { SuggestionRow } from '../store/conversation-row.js';
import type { Store } from '../store/store.js';
import { expectRows } from './aggregate-history.js';
import { at, sampleReply, sampleSuggestion, sampleTakingBack, sampleVote } from './conversation-samples.js';
import { expectEqual, expectRejection } from './expect.js';
import { sampleId, sampleTime } from './sample-fact.js';
import { sampleRow } from './sample-row.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';

const ben = { actorId: 'ben' };
const cem = { actorId: 'cem' };
const start = { voters: 9, at: sampleTime(99), suggestionId: '' };
const page = { type: 'suggestion-page', collateralId: 'deck-42', order: 'newest', limit: 10 } as const;

/** What pages of suggestions mean. */
export const aggregateSuggestionPageCases: readonly StoreCase[] = [
  pageCase('nothing', 'gives no row where nothing stands', async (store) => {
    await expectRows(store, page, []);
    await store.append('main', [
      sampleVote(1, sampleId(2), true),
      sampleSuggestion(3, 'For all', { collateralId: null }),
    ]);
    await expectRows(store, page, []);
    await expectRows(store, { ...page, collateralId: null }, [
      { total: 1, suggestions: [sampleRow(3, { collateralId: null })] },
    ]);
  }),
  pageCase(
    'standing',
    'leaves out what was taken back, what programs made, and what is about another item',
    async (store) => {
      await store.append('main', [
        sampleSuggestion(1, 'Add prices'),
        sampleSuggestion(2, 'Fewer words'),
        sampleSuggestion(3, 'Elsewhere', { collateralId: 'Deck-42' }),
        sampleSuggestion(4, 'Made by a program', { excluded: 'automation' }),
        sampleSuggestion(5, "The owner's", { excluded: 'own-use' }),
        sampleTakingBack(6, sampleId(2)),
        sampleTakingBack(7, sampleId(1), ben),
      ]);
      await expectRows(store, page, [{ total: 2, suggestions: [sampleRow(5, { excluded: 'own-use' }), sampleRow(1)] }]);
    },
  ),
  pageCase('voters', 'puts what most people voted for first, then the newest, then the smallest id', async (store) => {
    await tellFour(store);
    await expectOrder(store, 'voters', [1, 4, 2, 3]);
    await store.append('main', [sampleVote(20, sampleId(3), true, ben), sampleVote(21, sampleId(3), true, cem)]);
    await expectOrder(store, 'voters', [3, 1, 4, 2]);
    await store.append('main', [sampleVote(22, sampleId(3), false, cem), sampleVote(23, sampleId(1), false, ben)]);
    await expectOrder(store, 'voters', [4, 3, 1, 2]);
  }),
  pageCase('times', 'puts the newest, the oldest or what changed last first, by effective time', async (store) => {
    await tellFour(store);
    await expectOrder(store, 'newest', [4, 2, 3, 1]);
    await expectOrder(store, 'oldest', [1, 2, 3, 4]);
    await expectOrder(store, 'changed', [2, 4, 3, 1]);
    await store.append('main', [sampleReply(40, sampleId(1), ben)]);
    await expectOrder(store, 'changed', [1, 2, 4, 3]);
  }),
  pageCase('places', 'goes on behind a place, and says how many there are on all pages', async (store) => {
    await tellFour(store);
    for (const order of ['voters', 'newest', 'changed', 'oldest'] as const) {
      const [whole] = await ask(store, { ...page, order });
      const all = whole?.suggestions ?? [];
      for (const [index, row] of all.entries()) {
        const after = placeOf(row, order);
        const rest = all.slice(index + 1, index + 3);
        await expectRows(store, { ...page, order, after, limit: 2 }, [{ total: 4, suggestions: rest }]);
      }
    }
    // What the place was taken from may be gone, or stand elsewhere now.
    const between = { ...start, at: sampleTime(3), suggestionId: sampleId(99) };
    await expectIds(store, { ...page, after: between }, [1]);
  }),
  pageCase('without', 'neither gives nor counts what it is asked to leave out', async (store) => {
    await tellFour(store);
    const without = [sampleId(4), sampleId(3), sampleId(3), sampleId(77), 'low:outdated:v1:deck-42'];
    await expectIds(store, { ...page, without }, [2, 1], 2);
    await expectIds(store, { ...page, without, limit: 1 }, [2], 2);
    await expectRows(store, { ...page, without: [1, 2, 3, 4].map(sampleId) }, []);
  }),
  pageCase('erased', 'goes on when people are erased', async (store) => {
    await tellFour(store);
    await store.reassign('main', 'ben', 'gone');
    await expectOrder(store, 'voters', [1, 4, 2, 3]);
    await store.reassign('main', 'cem', 'gone');
    await expectOrder(store, 'voters', [4, 1, 2, 3]);
  }),
  pageCase('no-room', 'refuses a page without room', async (store) => {
    await expectRejection(
      'a page of none',
      async () => store.aggregate?.('main', { ...page, limit: 0 }),
      'Store.aggregate',
    );
  }),
];

// 1 has two voters and 4 one; 2 and 3 are of one instant; 2 was answered last, and votes change nothing.
async function tellFour(store: Store): Promise<void> {
  await store.append('main', [
    sampleSuggestion(4, 'Four', at(9)),
    sampleSuggestion(3, 'Three', at(5)),
    sampleSuggestion(2, 'Two', at(5)),
    sampleSuggestion(1, 'One', at(1)),
    sampleVote(10, sampleId(1), true, ben),
    sampleVote(11, sampleId(1), true, cem),
    sampleVote(12, sampleId(4), true, ben),
    sampleVote(13, sampleId(2), true),
    sampleReply(14, sampleId(2), ben),
  ]);
}

async function ask(store: Store, query: SuggestionPageQuery): Promise<readonly Found[]> {
  const rows = (await store.aggregate?.('main', query)) ?? [];
  return rows.filter((row) => row.type === 'suggestion-page');
}

type Found = Extract<Awaited<ReturnType<NonNullable<Store['aggregate']>>>[number], { type: 'suggestion-page' }>;

function expectOrder(store: Store, order: SuggestionPageQuery['order'], numbers: readonly number[]): Promise<void> {
  return expectIds(store, { ...page, order }, numbers);
}

async function expectIds(
  store: Store,
  query: SuggestionPageQuery,
  numbers: readonly number[],
  total = 4,
): Promise<void> {
  const found = (await ask(store, query)).map((row) => [
    row.total,
    row.suggestions.map(({ suggestionId }) => suggestionId),
  ]);
  expectEqual(`the page of ${JSON.stringify(query)}`, found, [[total, numbers.map(sampleId)]], 'Store.aggregate');
}

function placeOf(
  { voters, suggestionId, made, changedAt }: SuggestionRow,
  order: SuggestionPageQuery['order'],
): typeof start {
  return { voters, at: (order === 'changed' ? changedAt : made?.effectiveAt) ?? '', suggestionId };
}

function pageCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`aggregate.suggestion-page-${id}`, name, check, ['aggregate']);
}
