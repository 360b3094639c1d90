import { expectEqual } from './expect.js';
import { expectNumbers } from './expect-facts.js';
import { sampleFact, sampleId, sampleTime } from './sample-fact.js';
import { sampleList } from './sample-list.js';
import { storeCase, type StoreCase } from './store-case.js';
import type { Fact } from '../store/fact.js';

const rule = 'Store.prune';
const view: Partial<Fact> = { type: 'view', detail: { viewId: 'a', activeMs: 4_000, visibleMs: 4_000, progress: 0 } };

/** What forgetting some facts, or a few at a time, promises. */
export const pruneCases: readonly StoreCase[] = [
  storeCase('prune.types', 'deletes facts of the types asked for only', async (store) => {
    await store.append('main', [sampleFact(1), sampleFact(2, view), sampleFact(3, { type: 'rating-withdrawal' })]);
    const outcome = await store.prune('main', sampleTime(5), { types: ['view', 'rating-withdrawal'] });
    expectEqual('outcome', outcome, { removed: 2 }, rule);
    await expectNumbers(store, [1], rule);
    expectEqual('outcome', await store.prune('main', sampleTime(5), { types: [] }), { removed: 0 }, rule);
    await expectNumbers(store, [1], rule);
  }),
  storeCase('prune.type-marks', 'remembers an instant for each type', async (store) => {
    await store.prune('main', sampleTime(5), { types: ['view'] });
    await store.prune('main', sampleTime(8), { types: ['vote', 'rating'] });
    await store.prune('main', sampleTime(3), { types: ['view', 'rating'] });
    await store.prune('main', sampleTime(2));
    const reply = { type: 'reply', detail: { suggestionId: sampleId(1), body: 'Soon' } } as const;
    const facts = [
      sampleFact(4, view),
      sampleFact(5, view),
      sampleFact(7),
      sampleFact(8),
      sampleFact(2, reply),
      sampleFact(1, reply),
    ];
    expectEqual(
      'outcomes',
      await store.append('main', facts),
      ['too-old', 'new', 'too-old', 'new', 'new', 'too-old'],
      rule,
    );
  }),
  storeCase('prune.kept', 'goes on knowing facts of a type it pruned that it has', async (store) => {
    const other = sampleId(90);
    await store.append('main', [saying(1, 'suggestion'), saying(2, 'reply'), saying(3, 'reply', other)]);
    const options = { types: ['suggestion', 'reply'], suggestionIds: [sampleId(1)] } as const;
    expectEqual('outcome', await store.prune('main', sampleTime(9), options), { removed: 2 }, rule);
    await expectNumbers(store, [3], rule);
    expectEqual(
      'outcomes',
      await store.append('main', [saying(1, 'suggestion'), saying(2, 'reply'), saying(3, 'reply', other)]),
      ['too-old', 'too-old', 'duplicate'],
      rule,
    );
  }),
  storeCase('prune.suggestion', 'leaves what is younger, or about another suggestion', async (store) => {
    await store.append('main', [
      saying(1, 'suggestion'),
      saying(2, 'vote'),
      saying(7, 'reply'),
      saying(3, 'vote', sampleId(90)),
      sampleFact(4),
    ]);
    await store.prune('main', sampleTime(5), { suggestionIds: [sampleId(1), sampleId(80)] });
    await expectNumbers(store, [7, 3, 4], rule);
    await store.prune('main', sampleTime(9), { suggestionIds: [] });
    await expectNumbers(store, [7, 3, 4], rule);
  }),
  storeCase('prune.steps', 'deletes in steps what it would delete at once', async (store) => {
    await store.append('main', sampleList([9, 1, 8, 2, 3, 7, 4]));
    let removed = 0;
    let cursor: string | undefined;
    let steps = 0;
    do {
      const outcome = await store.prune('main', sampleTime(6), { limit: 2, ...(cursor !== undefined && { cursor }) });
      removed += outcome.removed;
      cursor = outcome.nextCursor;
      steps += 1;
    } while (cursor !== undefined && steps < 100);
    expectEqual('removed', removed, 4, rule);
    await expectNumbers(store, [9, 8, 7], rule);
    expectEqual('outcome of one more', await store.prune('main', sampleTime(6)), { removed: 0 }, rule);
  }),
  storeCase('prune.steps-mark', 'refuses old facts from the first step on', async (store) => {
    await store.append('main', sampleList([1, 2, 3, 4]));
    const { removed } = await store.prune('main', sampleTime(9), { limit: 1 });
    expectEqual('at most one removed, or all', [1, 4].includes(removed), true, rule);
    expectEqual('outcomes', await store.append('main', sampleList([1, 5])), ['too-old', 'too-old'], rule);
  }),
  storeCase('prune.limit', 'refuses a limit that is none', async (store) => {
    for (const limit of [0, -1, 1.5, Number.NaN]) {
      const refused = await store.prune('main', sampleTime(1), { limit }).then(
        () => false,
        () => true,
      );
      expectEqual(`refused limit ${limit}`, refused, true, rule);
    }
  }),
];

function saying(number: number, type: 'suggestion' | 'vote' | 'reply', suggestionId = sampleId(1)): Fact {
  const detail = {
    suggestion: { body: 'Shorter' },
    vote: { suggestionId, on: true },
    reply: { suggestionId, body: 'Soon' },
  };
  return sampleFact(number, { type, detail: detail[type] });
}
