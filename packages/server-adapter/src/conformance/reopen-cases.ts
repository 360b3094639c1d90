import type { Store } from '../store/store.js';
import type { Ability } from './conformance-case.js';
import { expectEqual } from './expect.js';
import { expectFacts, expectNumbers } from './expect-facts.js';
import { readAll } from './read-all.js';
import { sampleFact, sampleTime } from './sample-fact.js';
import { numbersFrom, sampleList } from './sample-list.js';
import { storeCase, type OpenAgain, type StoreCase } from './store-case.js';

const rule = 'Store (resolves only when the change is durable)';

type Check = (store: Store, restart: (store: Store) => Promise<Store>) => Promise<void>;

interface Promised {
  readonly id: string;
  readonly name: string;
  readonly check: Check;
}

/** What must be there after a restart. Each is checked after a proper close and after the store was just left. */
const promises: readonly Promised[] = [
  {
    id: 'facts',
    name: 'has every fact, in its order',
    async check(store, restart) {
      await store.append('main', [sampleFact(3), sampleFact(1, { detail: { comment: 'Zoë 🎯\n"' } })]);
      await store.append('main', [sampleFact(2)]);
      const again = await restart(store);
      const facts = [sampleFact(3), sampleFact(1, { detail: { comment: 'Zoë 🎯\n"' } }), sampleFact(2)];
      await expectFacts(again, facts, rule);
      await again.append('main', [sampleFact(0)]);
      await expectFacts(again, [...facts, sampleFact(0)], rule);
    },
  },
  {
    id: 'dedup',
    name: 'knows ids and contents again',
    async check(store, restart) {
      await store.append('main', sampleList([1, 2]));
      const again = await restart(store);
      const outcomes = await again.append('main', [sampleFact(1), sampleFact(2, { detail: {} }), sampleFact(3)]);
      expectEqual('outcomes', outcomes, ['duplicate', 'conflict', 'new'], rule);
    },
  },
  {
    id: 'cursor',
    name: 'reads on from a cursor',
    async check(store, restart) {
      await store.append('main', sampleList([5, 6]));
      const { cursor } = await readAll(store, 'main');
      await store.append('main', [sampleFact(1)]);
      const again = await restart(store);
      await again.append('main', [sampleFact(7)]);
      await expectNumbers(again, [1, 7], rule, { from: cursor });
    },
  },
  {
    id: 'cursor-prune',
    name: 'reads on from a cursor although the newest facts were pruned',
    async check(store, restart) {
      await store.append('main', sampleList([1, 2, 3]));
      const { cursor } = await readAll(store, 'main');
      await store.prune('main', sampleTime(50));
      const again = await restart(store);
      await again.append('main', sampleList([51, 52]));
      await expectNumbers(again, [51, 52], rule, { from: cursor });
    },
  },
  {
    id: 'documents',
    name: 'has every document with its revision',
    async check(store, restart) {
      for (const a of [1, 2, 3]) await store.put('main', 'targets', 'x', { a });
      await store.put('other', 'items', '__proto__', { b: 1 });
      const again = await restart(store);
      expectEqual(
        'document',
        await again.get('main', 'targets', 'x'),
        { key: 'x', revision: 3, document: { a: 3 } },
        rule,
      );
      expectEqual('another', (await again.get('other', 'items', '__proto__'))?.document, { b: 1 }, rule);
      const stale = await again.put('main', 'targets', 'x', { a: 9 }, { expectedRevision: 2 });
      expectEqual('ok of a stale write', stale.ok, false, rule);
    },
  },
  {
    id: 'reassign',
    name: 'keeps a person erased',
    async check(store, restart) {
      await store.append('main', sampleList([1, 2]));
      await store.reassign('main', 'ana', 'tombstone');
      const again = await restart(store);
      await expectNumbers(again, [], rule, { filter: { actorId: 'ana' } });
      await expectNumbers(again, [1, 2], rule, { filter: { actorId: 'tombstone' } });
    },
  },
  {
    id: 'prune',
    name: 'keeps old facts forgotten and refused',
    async check(store, restart) {
      await store.append('main', sampleList([1, 9]));
      await store.prune('main', sampleTime(5));
      const again = await restart(store);
      await expectNumbers(again, [9], rule);
      expectEqual('outcomes', await again.append('main', sampleList([1, 4, 5])), ['too-old', 'too-old', 'new'], rule);
    },
  },
  {
    id: 'prune-types',
    name: 'keeps old facts of some types refused',
    async check(store, restart) {
      await store.append('main', sampleList([1]));
      await store.prune('main', sampleTime(5), { types: ['rating'] });
      const again = await restart(store);
      const withdrawal = sampleFact(3, { type: 'rating-withdrawal', detail: {} });
      expectEqual('outcomes', await again.append('main', [sampleFact(1), withdrawal]), ['too-old', 'new'], rule);
    },
  },
  {
    id: 'tenants',
    name: 'keeps the tenants apart',
    async check(store, restart) {
      await store.append('main', [sampleFact(1)]);
      await store.append('other', [sampleFact(2)]);
      const again = await restart(store);
      await expectNumbers(again, [1], rule);
      await expectNumbers(again, [2], rule, { tenant: 'other' });
    },
  },
  {
    id: 'many-times',
    name: 'loses nothing over five restarts',
    async check(store, restart) {
      let current = store;
      for (const round of numbersFrom(0, 5)) {
        await current.append('main', sampleList([round * 2, round * 2 + 1]));
        await current.put('main', 'targets', 'rounds', { round });
        current = await restart(current);
      }
      await expectNumbers(current, numbersFrom(0, 10), rule);
      expectEqual('revision', (await current.get('main', 'targets', 'rounds'))?.revision, 5, rule);
    },
  },
];

/** That a restart changes nothing. */
export const reopenCases: readonly StoreCase[] = promises.flatMap(({ id, name, check }) => [
  restartCase(`reopen.${id}`, `${name} after it was closed and opened again`, check, 'reopen', async (store, open) => {
    await store.close();
    return open();
  }),
  restartCase(`crash.${id}`, `${name} after it was left without closing`, check, 'crash', async (_store, open) =>
    open(),
  ),
]);

function restartCase(
  id: string,
  name: string,
  check: Check,
  ability: Ability,
  restart: (store: Store, open: OpenAgain) => Promise<Store>,
): StoreCase {
  return storeCase(id, name, (store, open) => check(store, (current) => restart(current, open)), [ability]);
}
