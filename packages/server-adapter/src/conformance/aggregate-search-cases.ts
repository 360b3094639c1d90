import { expectRows } from './aggregate-history.js';
import { sampleSearch } from './conversation-samples.js';
import { sampleFact, sampleTime } from './sample-fact.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';

const ben = { actorId: 'ben' };
const all = { type: 'searches' } as const;
const roi = { query: 'roi calculator', searches: 1, people: 1 };

/** What counts of searches mean. */
export const aggregateSearchCases: readonly StoreCase[] = [
  searchCase('texts', 'counts texts as one that differ in case, width and spaces only', async (store) => {
    await store.append('main', [
      sampleSearch(1, 'ROI calculator'),
      sampleSearch(2, '  roi   Calculator\n', 0, ben),
      sampleSearch(3, 'ＲＯＩ calculator'),
      sampleSearch(4, 'roi'),
      sampleSearch(5, ' \t '),
    ]);
    await expectRows(store, all, [
      { ...roi, searches: 3, people: 2 },
      { query: 'roi', searches: 1, people: 1 },
    ]);
  }),
  searchCase('vain', 'counts searches without a result, and none that are excluded', async (store) => {
    await store.append('main', [
      sampleSearch(1, 'roi calculator'),
      sampleSearch(2, 'roi calculator', 3),
      sampleSearch(3, 'roi calculator', 0, { excluded: 'automation' }),
      sampleFact(4, { type: 'usage', detail: { action: 'download', query: 'roi calculator', results: 0 } }),
    ]);
    await expectRows(store, all, [roi]);
  }),
  searchCase('days', 'counts people once over days, and the days asked for only', async (store) => {
    await store.append('main', [sampleSearch(1, 'roi calculator'), sampleSearch(1_441, 'roi calculator')]);
    await expectRows(store, all, [{ ...roi, searches: 2 }]);
    await expectRows(store, { ...all, from: '2026-05-05' }, [roi]);
    await expectRows(store, { ...all, to: '2026-05-05' }, [roi]);
    await expectRows(store, { ...all, from: '2026-05-06' }, []);
    await store.prune('main', sampleTime(2));
    await expectRows(store, all, [roi]);
  }),
  searchCase('erased', 'forgets what an erased person searched for', async (store) => {
    await store.append('main', [
      sampleSearch(1, 'ana'),
      sampleSearch(2, 'roi calculator'),
      sampleSearch(3, 'roi calculator', 0, ben),
    ]);
    await store.reassign('main', 'ana', 'gone');
    await expectRows(store, all, [roi]);
    await store.reassign('main', 'ben', 'gone');
    await expectRows(store, all, []);
  }),
  searchCase('long', 'takes long texts, and tells the first 200 characters', async (store) => {
    await store.append('main', [sampleSearch(1, '\u{1f600}'.repeat(1_000)), sampleSearch(2, '\ufdfa'.repeat(2_000))]);
    const [face, words] = ['\u{1f600}'.repeat(200), Array.from('\ufdfa'.repeat(2_000).normalize('NFKC'))];
    await expectRows(store, all, [
      { query: face, searches: 1, people: 1 },
      { query: words.slice(0, 200).join('').trim(), searches: 1, people: 1 },
    ]);
  }),
];

function searchCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`aggregate.searches-${id}`, name, check, ['aggregate']);
}
