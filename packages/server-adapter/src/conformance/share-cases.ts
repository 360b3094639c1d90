import type { Store } from '../store/store.js';
import { expectEqual } from './expect.js';
import { expectFacts, expectNumbers } from './expect-facts.js';
import { readAll, readIds } from './read-all.js';
import { sampleFact, sampleId, sampleTime } from './sample-fact.js';
import { numbersFrom, sampleList } from './sample-list.js';
import { storeCase, type OpenAgain, type StoreCase } from './store-case.js';

const rule = 'Store (several processes may call at the same time)';

/** What several handles on the same rows promise, as several processes have them. */
export const shareCases: readonly StoreCase[] = [
  shareCase('share.visible', 'shows what another handle stored', async ([one, two]) => {
    await one.append('main', [sampleFact(1)]);
    await expectFacts(two, [sampleFact(1)], rule);
    await one.put('main', 'targets', 'x', { a: 1 });
    expectEqual('document', (await two.get('main', 'targets', 'x'))?.document, { a: 1 }, rule);
  }),
  shareCase('share.dedup', 'counts each fact once when every handle sends the same', async (stores) => {
    const batch = sampleList(numbersFrom(0, 20));
    const outcomes = await Promise.all(stores.map((store) => store.append('main', batch)));
    const news = batch.map((_, index) => outcomes.filter((of) => of[index] === 'new').length);
    expectEqual('how often each was new', news, Array(20).fill(1), rule);
    expectEqual('ids', [...(await readIds(stores[0], 'main'))].sort(), numbersFrom(0, 20).map(sampleId), rule);
  }),
  shareCase('share.conflict', 'sees a conflict with what another handle stored', async ([one, two]) => {
    await one.append('main', [sampleFact(1)]);
    expectEqual('outcomes', await two.append('main', [sampleFact(1, { detail: {} })]), ['conflict'], rule);
  }),
  shareCase('share.put', 'lets exactly one handle win a write', async (stores) => {
    const outcomes = await Promise.all(
      stores.map((store, a) => store.put('main', 'targets', 'x', { a }, { expectedRevision: 0 })),
    );
    expectEqual('number of winners', outcomes.filter(({ ok }) => ok).length, 1, rule);
  }),
  shareCase('share.count-up', 'loses no update of handles that read, change and try again', async (stores) => {
    await stores[0].put('main', 'targets', 'x', { count: 0 });
    await Promise.all(stores.map((store) => countUp(store, 3)));
    expectEqual('count', (await stores[0].get('main', 'targets', 'x'))?.document, { count: stores.length * 3 }, rule);
  }),
  shareCase('share.cursor', 'gives a reader every fact of all handles exactly once', async (stores) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    for (const round of numbersFrom(0, 8)) {
      await Promise.all(stores.map((store, index) => store.append('main', [sampleFact(900 - round * 10 - index)])));
      const next = await readAll(stores[0], 'main', {}, cursor);
      seen.push(...next.facts.map(({ id }) => id));
      cursor = next.cursor;
    }
    expectEqual('number of ids', seen.length, stores.length * 8, rule);
    expectEqual('ids', seen, await readIds(stores[0], 'main'), rule);
  }),
  shareCase('share.cursor-carried', 'reads on from a cursor of another handle', async ([one, two]) => {
    await one.append('main', sampleList([5, 6]));
    const { cursor } = await readAll(one, 'main');
    await two.append('main', [sampleFact(1)]);
    await expectNumbers(two, [1], rule, { from: cursor });
  }),
  shareCase('share.erase', 'erases and forgets for every handle', async ([one, two]) => {
    await one.append('main', sampleList([1, 8, 9]));
    await two.reassign('main', 'ana', 'tombstone');
    await two.prune('main', sampleTime(5));
    await expectNumbers(one, [8, 9], rule, { filter: { actorId: 'tombstone' } });
    expectEqual('outcomes', await one.append('main', sampleList([2])), ['too-old'], rule);
  }),
  shareCase('share.close', 'goes on when another handle is closed', async ([one, two]) => {
    await one.append('main', [sampleFact(1)]);
    await one.close();
    await two.append('main', [sampleFact(2)]);
    await expectNumbers(two, [1, 2], rule);
  }),
];

type Handles = readonly [Store, Store, ...Store[]];

function shareCase(id: string, name: string, check: (stores: Handles) => Promise<void>): StoreCase {
  return storeCase(
    id,
    name,
    async (first: Store, open: OpenAgain) => check([first, await open(), await open(), await open()]),
    ['share'],
  );
}

async function countUp(store: Store, times: number): Promise<void> {
  let done = 0;
  for (let attempt = 0; done < times && attempt < 500; attempt++) {
    const current = await store.get('main', 'targets', 'x');
    const count = Number(current?.document['count']) + 1;
    const outcome = await store.put('main', 'targets', 'x', { count }, { expectedRevision: current?.revision ?? 0 });
    if (outcome.ok) done += 1;
  }
}
