import type { InboxPageQuery } from '../store/conversation-query.js';
import type { Store } from '../store/store.js';
import { at, sampleSuggestion, sampleTakingBack } from './conversation-samples.js';
import { expectEqual, expectRejection } from './expect.js';
import type { SampleStep } from './fold-inbox.js';
import { accepted, decide, shipped } from './inbox-samples.js';
import { sampleId, sampleTime } from './sample-fact.js';
import { numbersFrom } from './sample-list.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';

const rule = 'Store.aggregate';
const page = { type: 'inbox-page', collateralIds: ['deck-42'], part: 'open', today: '2026-06-10', limit: 10 } as const;

/** What pages of an inbox mean. */
export const aggregateInboxCases: readonly StoreCase[] = [
  inboxCase('order', 'puts what is promised first by its day, then what waits longest', async (store) => {
    await tellFive(store);
    await expectIds(store, {}, [4, 2, 1, 5, 3], { waiting: 3, promised: 2, overdue: 1 });
    await expectIds(store, { part: 'waiting' }, [1, 5, 3]);
    await expectIds(store, { part: 'promised' }, [4, 2]);
    await expectIds(store, { part: 'overdue' }, [4]);
    await expectIds(store, { part: 'overdue', today: '2026-06-09' }, []);
    const [row] = await ask(store, page);
    expectEqual('since when', [row?.waitingSince, row?.dueSince], [sampleTime(1), '2026-06-09'], rule);
  }),
  inboxCase('steps', 'follows the steps of the cabinet, whichever was written first', async (store) => {
    await decide(store, { [sampleId(1)]: [accepted('2026-06-20')] });
    await store.append('main', [sampleSuggestion(1, 'One'), sampleSuggestion(2, 'Two')]);
    await expectIds(store, { part: 'promised' }, [1]);
    await decide(store, { [sampleId(1)]: [accepted('2026-06-20'), shipped] });
    await expectIds(store, {}, [2]);
    await expectIds(store, { part: 'closed' }, [1]);
    await decide(store, { [sampleId(2)]: [accepted('2026-06-21')] });
    await expectIds(store, {}, [2, 1]);
    // What is written under another key has no steps.
    await store.put('main', 'suggestions', 'assigned marketing', { places: ['deck-42'] });
    await store.put('main', 'items', 'item deck-42', { moves: { [sampleId(2)]: [shipped] } });
    await expectIds(store, {}, [2, 1]);
  }),
  inboxCase('merged', 'leaves out what repeats another, and lets it wait again when that is undone', async (store) => {
    await store.append('main', [
      sampleSuggestion(1, 'One'),
      sampleSuggestion(2, 'Two'),
      sampleTakingBack(3, sampleId(1)),
    ]);
    const merged: SampleStep = { type: 'merge', to: 'duplicate', duplicateOf: sampleId(1), at: sampleTime(9) };
    await decide(store, { [sampleId(2)]: [merged] });
    // Something stands behind 1 that nobody took back: whether it stands is not for a store to say.
    await expectIds(store, {}, [], { doubtful: [1] });
    await decide(store, { [sampleId(2)]: [merged, { type: 'unmerge', to: 'new', at: sampleTime(10) }] });
    await expectIds(store, {}, [2]);
  }),
  inboxCase(
    'standing',
    'leaves out what was taken back before anybody decided, and what programs made',
    async (store) => {
      await store.append('main', [
        ...[1, 2, 3].map((number) => sampleSuggestion(number, 'Prices')),
        sampleSuggestion(4, 'Made by a program', { excluded: 'automation' }),
        sampleSuggestion(5, "The owner's", { excluded: 'own-use' }),
        ...[1, 2, 3].map((number) => sampleTakingBack(10 + number, sampleId(number))),
      ]);
      const hidden: SampleStep = { type: 'hide', to: 'new', at: sampleTime(9) };
      await decide(store, { [sampleId(2)]: [accepted('2026-06-20')], [sampleId(3)]: [hidden] });
      await expectIds(store, {}, [2, 5], { doubtful: [3] });
    },
  ),
  inboxCase('items', 'looks at the items asked for, and at requests for null', async (store) => {
    await store.append('main', [
      sampleSuggestion(1, 'One'),
      sampleSuggestion(2, 'Two', { collateralId: 'Deck-42' }),
      sampleSuggestion(3, 'Three', { collateralId: null }),
      sampleSuggestion(4, 'Four', { collateralId: 'deck-43' }),
    ]);
    await decide(store, { [sampleId(3)]: [accepted('2026-06-20')] }, 'requests');
    await expectIds(store, {}, [1]);
    await expectIds(store, { collateralIds: [null, 'deck-43', 'deck-43'] }, [3, 4]);
    await expectIds(store, { collateralIds: [] }, []);
    const many = [...numbersFrom(0, 400).map((number) => `deck-${number}`), null];
    await expectIds(store, { collateralIds: many }, [3, 1, 4]);
    await expectIds(store, { collateralIds: many, part: 'waiting', limit: 1 }, [1], { total: 2 });
  }),
  inboxCase('assignee', 'narrows to what was given to somebody, numbers included', async (store) => {
    await tellFive(store);
    await decide(store, {
      [sampleId(2)]: [accepted('2026-06-11', 'ann'), shipped],
      [sampleId(4)]: [accepted('2026-06-09')],
    });
    await expectIds(store, { assignee: 'ann' }, [], { total: 0 });
    await expectIds(store, { assignee: 'ann', part: 'closed' }, [2]);
    await expectIds(store, { assignee: 'marketing' }, [4], { waiting: 0, promised: 1, overdue: 1 });
  }),
  inboxCase('places', 'goes on behind a place, and says how many there are on all pages', async (store) => {
    await tellFive(store);
    const due = new Map([
      [sampleId(4), '2026-06-09'],
      [sampleId(2), '2026-06-11'],
    ]);
    for (const collateralIds of [['deck-42'], ['deck-42', ...numbersFrom(0, 300).map((number) => `deck-${number}`)]]) {
      const all = (await ask(store, { ...page, collateralIds }))[0]?.suggestions ?? [];
      for (const [index, { suggestionId, made }] of all.entries()) {
        const after = { dueAt: due.get(suggestionId) ?? null, at: made?.effectiveAt ?? '', suggestionId };
        const [row] = await ask(store, { ...page, collateralIds, after, limit: 2 });
        expectEqual(
          `behind ${index}`,
          [row?.total, ...(row?.suggestions ?? [])],
          [5, ...all.slice(index + 1, index + 3)],
          rule,
        );
      }
    }
  }),
  inboxCase('no-room', 'refuses a page without room', async (store) => {
    await expectRejection('a page of none', async () => store.aggregate?.('main', { ...page, limit: 0 }), rule);
  }),
];

// 2 and 4 are promised, 4 for an earlier day; 5 is older than 3, and 1 the oldest.
async function tellFive(store: Store): Promise<void> {
  await store.append('main', [
    sampleSuggestion(3, 'Three', at(9)),
    sampleSuggestion(5, 'Five', at(5)),
    sampleSuggestion(4, 'Four', at(5)),
    sampleSuggestion(2, 'Two', at(2)),
    sampleSuggestion(1, 'One', at(1)),
  ]);
  await decide(store, { [sampleId(4)]: [accepted('2026-06-09')], [sampleId(2)]: [accepted('2026-06-11')] });
}

async function ask(store: Store, query: InboxPageQuery): Promise<readonly Found[]> {
  const rows = (await store.aggregate?.('main', query)) ?? [];
  return rows.filter((row) => row.type === 'inbox-page');
}

type Found = Extract<Awaited<ReturnType<NonNullable<Store['aggregate']>>>[number], { type: 'inbox-page' }>;

interface Numbers {
  readonly total?: number;
  readonly waiting?: number;
  readonly promised?: number;
  readonly overdue?: number;
  readonly doubtful?: readonly number[];
}

async function expectIds(
  store: Store,
  change: Partial<InboxPageQuery>,
  numbers: readonly number[],
  { doubtful = [], ...counts }: Numbers = {},
): Promise<void> {
  const query = { ...page, ...change };
  const [row] = await ask(store, query);
  const found = {
    ids: row?.suggestions.map(({ suggestionId }) => suggestionId) ?? [],
    doubtful: row?.doubtful ?? [],
    total: row?.total ?? 0,
    ...Object.fromEntries(Object.keys(counts).map((name) => [name, row?.[name as keyof typeof counts] ?? 0])),
  };
  const expected = { ids: numbers.map(sampleId), doubtful: doubtful.map(sampleId), total: numbers.length, ...counts };
  expectEqual(`the page of ${JSON.stringify(query)}`, found, expected, rule);
}

function inboxCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`aggregate.inbox-${id}`, name, check, ['aggregate']);
}
