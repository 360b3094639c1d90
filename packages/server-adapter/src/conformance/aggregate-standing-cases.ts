import type { Store } from '../store/store.js';
import { sampleReply, sampleSuggestion } from './conversation-samples.js';
import type { SampleStep } from './fold-inbox.js';
import { accepted, decide, expectSame, shipped } from './inbox-samples.js';
import { sampleId, sampleTime } from './sample-fact.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';

const low = 'low:outdated:v1:deck-42';

/** What is told of where suggestions stand. */
export const aggregateStandingCases: readonly StoreCase[] = [
  inboxCase('low', 'tells where low ratings stand, which nobody made', async (store) => {
    await store.append('main', [sampleSuggestion(1, 'One')]);
    await decide(store, { [low]: [accepted('2026-06-20', 'ann')], [sampleId(1)]: [shipped] });
    const expected = {
      suggestionId: low,
      collateralId: 'deck-42',
      part: 'promised',
      assignee: 'ann',
      dueAt: '2026-06-20',
      root: low,
      moves: [accepted('2026-06-20', 'ann')],
    };
    await expectStandings(store, ['deck-42'], [{ type: 'standings', ...expected }]);
    await store.append('main', [sampleReply(2, low)]);
    await expectStandings(store, ['deck-42', null], [{ type: 'standings', ...expected }]);
    await expectStandings(store, ['deck-43', null], []);
  }),
  inboxCase(
    'family',
    'gives the steps of some, and of everything that was merged into them in the end',
    async (store) => {
      const merged = (into: number): SampleStep => ({
        type: 'merge',
        to: 'duplicate',
        duplicateOf: sampleId(into),
        at: sampleTime(9),
      });
      const moves = { [sampleId(1)]: [merged(2)], [sampleId(2)]: [merged(3)], [sampleId(4)]: [shipped] };
      await decide(store, moves);
      const known = { type: 'standings', collateralId: 'deck-42', assignee: null, dueAt: null };
      const family = [
        { ...known, suggestionId: sampleId(1), part: 'merged', root: sampleId(3), moves: [merged(2)] },
        { ...known, suggestionId: sampleId(2), part: 'merged', root: sampleId(3), moves: [merged(3)] },
        { ...known, suggestionId: sampleId(3), part: 'waiting', root: sampleId(3), moves: [] },
      ];
      const expectFamily = (numbers: readonly number[], rows: readonly object[]): Promise<void> =>
        expectSame(store, { type: 'standings', suggestionIds: numbers.map(sampleId) }, rows);
      await expectFamily([3, 3], family);
      await expectFamily([2, 9], family.slice(1, 2));
      await expectFamily([], []);
      await decide(store, { ...moves, [sampleId(2)]: [merged(3), { type: 'unmerge', to: 'new', at: sampleTime(10) }] });
      await expectFamily([3], []);
    },
  ),
];

async function expectStandings(
  store: Store,
  collateralIds: readonly (string | null)[],
  rows: readonly object[],
): Promise<void> {
  await expectSame(store, { type: 'standings', collateralIds }, rows);
}

function inboxCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`aggregate.inbox-${id}`, name, check, ['aggregate']);
}
