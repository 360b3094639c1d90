import type { InboxPageQuery } from '../store/conversation-query.js';
import type { Store } from '../store/store.js';
import { randomBatches, randomHistory } from './aggregate-history.js';
import { suggestionIdsOf } from './conversation-samples.js';
import { inboxPageRows, standingRows, type SampleStep, type StepsDocument } from './fold-inbox.js';
import { accepted, expectSame, shipped } from './inbox-samples.js';
import { readAll } from './read-all.js';
import { sampleId, sampleTime } from './sample-fact.js';
import { numbersFrom } from './sample-list.js';
import { SeededRandom } from './seeded-random.js';
import { storeCase, type StoreCase } from './store-case.js';

/** Pages of an inbox through random lives. */
export const aggregateInboxLifeCases: readonly StoreCase[] = numbersFrom(1, 4).map((seed) =>
  storeCase(
    `aggregate.inbox-life-${seed}`,
    `gives inboxes that log and steps hold through a random life (seed ${seed})`,
    async (store) => {
      const random = new SeededRandom(seed + 700);
      const documents = new Map<string, StepsDocument>();
      for (const batch of randomBatches(random, randomHistory(random, 200))) {
        await store.append('main', batch);
        if (random.below(3) > 0) continue;
        const key = random.pick(places);
        const document = randomSteps(random, key);
        documents.set(key, { key, document });
        await store.put('main', 'suggestions', key, document);
        if (random.below(15) === 0)
          await store.reassign('main', random.pick(['ana', 'ben']), random.pick(['gone', 'cem']));
        await expectInboxOf(store, [...documents.values()], random);
      }
    },
    ['aggregate'],
  ),
);

const places = ['item deck-42', 'item deck-43', 'requests'] as const;
const parts = ['open', 'waiting', 'promised', 'overdue', 'closed'] as const;

/** Steps of suggestions that are at their place only: what the handler writes is that. */
function randomSteps(
  random: SeededRandom,
  key: (typeof places)[number],
): { readonly moves: Readonly<Record<string, readonly SampleStep[]>> } {
  const first = places.indexOf(key) * 10;
  const ids = suggestionIdsOf(first, 8).slice(0, 8);
  const target = ids[random.below(ids.length)];
  if (target === undefined) throw new RangeError('there are ids');
  const moves = ids
    .filter((id) => id !== target && random.below(3) > 0)
    .map((id): readonly [string, readonly SampleStep[]] => {
      const due = `2026-06-0${1 + random.below(9)}`;
      const steps: readonly SampleStep[] = [
        accepted(due, random.pick(['ann', 'marketing'])),
        random.pick([shipped, { type: 'transition', to: 'declined', at: sampleTime(61) }]),
        { type: 'transition', to: 'accepted', at: sampleTime(62), assignee: 'ann', dueAt: '2026-06-30' },
      ];
      const merged: SampleStep = { type: 'merge', to: 'duplicate', duplicateOf: target, at: sampleTime(51) };
      const undone: SampleStep = { type: 'unmerge', to: 'new', at: sampleTime(52) };
      return [
        id,
        random.pick([
          steps.slice(0, 1 + random.below(3)),
          [merged],
          [merged, undone, ...steps.slice(0, random.below(2))],
        ]),
      ];
    });
  return { moves: Object.fromEntries(moves) };
}

async function expectInboxOf(store: Store, documents: readonly StepsDocument[], random: SeededRandom): Promise<void> {
  const { facts } = await readAll(store, 'main');
  const collateralIds = random.pick([['deck-42'], ['deck-42', 'deck-43', null]] as const);
  const query: InboxPageQuery = {
    type: 'inbox-page',
    collateralIds,
    part: random.pick(parts),
    limit: 1 + random.below(6),
    today: `2026-06-0${1 + random.below(9)}`,
    ...(random.below(3) === 0 && { assignee: 'ann' }),
    ...(random.below(2) === 0 && {
      after: {
        dueAt: random.pick([null, '2026-06-05']),
        at: sampleTime(random.below(200)),
        suggestionId: sampleId(500_010),
      },
    }),
  };
  await expectSame(store, query, inboxPageRows(facts, documents, query));
  const standings = { type: 'standings', collateralIds } as const;
  await expectSame(store, standings, standingRows(documents, standings));
  const named = { type: 'standings', suggestionIds: suggestionIdsOf(random.below(20), 6) } as const;
  await expectSame(store, named, standingRows(documents, named));
}
