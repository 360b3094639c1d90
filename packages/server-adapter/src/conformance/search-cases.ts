import { sampleReply, sampleSuggestion, sampleTakingBack, at, randomText } from './conversation-samples.js';
import { randomBatches, randomHistory } from './aggregate-history.js';
import { expectEqual, expectRejection } from './expect.js';
import { searchFacts } from './fold-search.js';
import { readAll } from './read-all.js';
import { sampleId, sampleTime } from './sample-fact.js';
import { numbersFrom } from './sample-list.js';
import { SeededRandom } from './seeded-random.js';
import { storeCase, type StoreCase, type StoreCheck } from './store-case.js';
import type { Store } from '../store/store.js';
import type { TextSearch } from '../store/text-search.js';

const rule = 'Store.search';
const ben = { actorId: 'ben' };

/** The promises of the capability `search`; skipped for a store that does not declare it. */
export const searchCases: readonly StoreCase[] = Object.freeze([
  searchCase('words', 'finds most words first, then the newest, then the smallest id', async (store) => {
    await store.append('main', [
      sampleSuggestion(1, 'Add a slide with prices'),
      sampleSuggestion(3, 'Prices! And a SLIDE about ROI.', at(9)),
      sampleSuggestion(2, 'prices', at(9)),
      sampleSuggestion(4, 'A slide', at(8)),
      sampleSuggestion(5, 'Nothing of that', at(20)),
      sampleSuggestion(6, 'A slide, a slide and a slide', at(7)),
    ]);
    await expectHits(store, 'slide ROI prices', [3, 1, 2, 4, 6], [3, 2, 1, 1, 1]);
    await expectHits(store, 'slide ROI prices', [3, 1], [3, 2], { limit: 2 });
    await expectHits(store, 'slide slide slide', [3, 4, 6, 1], [1, 1, 1, 1]);
  }),
  searchCase('prefix', 'takes the last word for the beginning of one, and only the last', async (store) => {
    await store.append('main', [
      sampleSuggestion(1, 'Calculator for prices'),
      sampleSuggestion(2, 'calc'),
      sampleSuggestion(3, 'price'),
    ]);
    await expectHits(store, 'CALC', [2, 1], [1, 1]);
    await expectHits(store, 'calc price', [3, 2, 1], [1, 1, 1]);
    await expectHits(store, 'price calc', [3, 2, 1], [1, 1, 1]);
    await expectHits(store, 'calculators', [], []);
    // Typed again, so still being typed.
    await expectHits(store, 'calc for calc', [1, 2], [2, 1]);
  }),
  searchCase('texts', 'reads texts of every language, and no other text for a pattern', async (store) => {
    await store.append('main', [
      sampleSuggestion(1, '価格表を追加してください'),
      sampleSuggestion(2, 'Größere Schrift'),
      sampleSuggestion(3, 'ＲＯＩ'),
      sampleSuggestion(4, "don't"),
      sampleSuggestion(5, '100 %_ " OR * NEAR('),
    ]);
    await expectHits(store, '価格', [1], [1]);
    await expectHits(store, 'GRÖSSERE größere', [2], [1]);
    await expectHits(store, 'roi', [3], [1]);
    for (const text of ['%', '_', '*', '"', "'", '', '   ', '()', '\u0000']) await expectHits(store, text, [], []);
    await expectHits(store, '* OR "', [5], [1]);
    await expectHits(store, 'do', [4], [1]);
  }),
  searchCase('items', 'looks at the items asked for, and at requests for null', async (store) => {
    await store.append('main', [
      sampleSuggestion(1, 'prices'),
      sampleSuggestion(2, 'prices', { collateralId: 'deck-43' }),
      sampleSuggestion(3, 'prices', { collateralId: null }),
    ]);
    await expectHits(store, 'prices', [1], [1], { collateralIds: ['deck-42', 'deck-42', 'Deck-43'] });
    await expectHits(store, 'prices', [3, 2], [1, 1], { collateralIds: [null, 'deck-43'] });
    await expectHits(store, 'prices', [], [], { collateralIds: [] });
    await expectHits(store, 'prices', [3, 2, 1], [1, 1, 1]);
  }),
  searchCase('withdrawn', 'finds nothing its author took back, whichever came first', async (store) => {
    await store.append('main', [
      sampleSuggestion(1, 'prices'),
      sampleTakingBack(2, sampleId(3)),
      sampleSuggestion(3, 'prices'),
      sampleReply(4, sampleId(1)),
    ]);
    await expectHits(store, 'prices', [1], [1]);
    await store.append('main', [sampleTakingBack(5, sampleId(1), ben)]);
    await expectHits(store, 'prices', [1], [1]);
    await store.append('main', [sampleTakingBack(6, sampleId(1))]);
    await expectHits(store, 'prices', [], []);
  }),
  searchCase('take-over', 'finds nobody’s words under the id of another’s suggestion', async (store) => {
    await store.append('main', [sampleSuggestion(1, 'prices', at(1, 9))]);
    await store.append('main', [sampleSuggestion(1, 'poison', { ...ben, collateralId: 'deck-43', ...at(5, 10) })]);
    await expectHits(store, 'poison', [], []);
    await expectHits(store, 'prices', [], [], { collateralIds: ['deck-43'] });
    await expectHits(store, 'prices', [1], [1], { collateralIds: ['deck-42'] });
    await store.append('main', [sampleSuggestion(1, 'earlier', { actorId: 'cem', ...at(5, 8) })]);
    await expectHits(store, 'prices', [], []);
    await expectHits(store, 'earlier', [1], [1]);
  }),
  searchCase('forgotten', 'finds nothing an erased person wrote, and nothing that was pruned', async (store) => {
    await store.append('main', [
      sampleSuggestion(1, 'prices'),
      sampleSuggestion(2, 'prices', ben),
      sampleSuggestion(3, 'prices', { actorId: 'cem' }),
    ]);
    await store.reassign('main', 'ana', 'gone');
    await expectHits(store, 'prices', [3, 2], [1, 1]);
    await store.prune('main', sampleTime(3));
    await expectHits(store, 'prices', [3], [1]);
  }),
  searchCase('tenants', 'keeps tenants apart', async (store) => {
    await store.append('main', [sampleSuggestion(1, 'prices')]);
    await store.append('other', [sampleSuggestion(2, 'prices')]);
    await expectHits(store, 'prices', [1], [1]);
  }),
  searchCase('long', 'takes texts of any length: 200 words of 60 characters', async (store) => {
    const words = numbersFrom(0, 300).map((number) => `w${number}`);
    await store.append('main', [sampleSuggestion(1, words.join(' ')), sampleSuggestion(2, 'x'.repeat(4_000))]);
    await expectHits(store, 'w199', [1], [1]);
    await expectHits(store, 'w200', [], []);
    await expectHits(store, words.join(' '), [1], [200]);
    await expectHits(store, 'x'.repeat(70), [2], [1]);
    await expectHits(store, 'x'.repeat(59), [2], [1]);
  }),
  searchCase('limit', 'refuses a limit that is not 1 to 200', async (store) => {
    for (const limit of [0, -1, 1.5, 201, Number.NaN])
      await expectRejection(`limit ${limit}`, async () => store.search?.('main', { text: 'prices', limit }), rule);
  }),
  ...numbersFrom(1, 5).map((seed) =>
    searchCase(`life-${seed}`, `finds what the log holds through erasures and prunes (seed ${seed})`, async (store) => {
      const random = new SeededRandom(seed + 300);
      for (const batch of randomBatches(random, randomHistory(random, 150))) {
        await store.append('main', batch);
        const roll = random.below(25);
        if (roll === 0) await store.prune('main', sampleTime(random.below(2_000)));
        if (roll === 1) await store.reassign('main', random.pick(['ana', 'ben']), random.pick(['gone', 'cem']));
        if (roll < 4) await expectSearchOfLog(store, random);
      }
      await expectSearchOfLog(store, random);
    }),
  ),
]);

async function expectSearchOfLog(store: Store, random: SeededRandom): Promise<void> {
  const { facts } = await readAll(store, 'main');
  for (const collateralIds of [undefined, ['deck-42'], [null, 'deck-43']]) {
    const text = `${randomText(random)} ${random.pick(['pri', 'sl', 'roi', 'a'])}`;
    const query = { text, limit: 1 + random.below(20), ...(collateralIds && { collateralIds }) };
    const hits = await store.search?.('main', query);
    expectEqual(`hits for ${JSON.stringify(query)}`, hits, searchFacts(facts, query), rule);
  }
}

async function expectHits(
  store: Store,
  text: string,
  numbers: readonly number[],
  words: readonly number[],
  more: Partial<TextSearch> = {},
): Promise<void> {
  const query = { text, limit: 10, ...more };
  const hits = await store.search?.('main', query);
  const expected = numbers.map((number, index) => ({ suggestionId: sampleId(number), words: words[index] }));
  expectEqual(`hits for ${JSON.stringify(query)}`, hits, expected, rule);
}

function searchCase(id: string, name: string, check: StoreCheck): StoreCase {
  return storeCase(`search.${id}`, name, check, ['search']);
}
