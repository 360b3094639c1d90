import { expectEqual, failCase } from './expect.js';
import { readAll, readIds } from './read-all.js';
import { sampleFact, sampleId, sampleTime } from './sample-fact.js';
import { storeCase, type StoreCase } from './store-case.js';
import type { Fact } from '../store/fact.js';
import type { Store } from '../store/store.js';

const rule = 'Store.read';

/** What reading facts promises. */
export const readCases: readonly StoreCase[] = [
  storeCase('read.nothing', 'gives no facts for a tenant that has none', async (store) => {
    expectEqual('facts', (await readAll(store, 'main')).facts, [], rule);
  }),
  storeCase('read.equal', 'gives facts back equal to what was stored', async (store) => {
    const facts = [
      sampleFact(1, {
        collateralId: null,
        version: null,
        team: null,
        context: null,
        type: 'usage',
        detail: { action: 'search', query: 'ROI', results: 0 },
      }),
      sampleFact(2, {
        excluded: 'own-use',
        context: { url: 'https://intranet.example/a?b', surface: '', locale: 'de-CH' },
      }),
      sampleFact(3, {
        type: 'view',
        detail: {
          activeMs: 1234.5,
          progress: 1e-7,
          big: Number.MAX_SAFE_INTEGER,
          nested: { list: [1, null, 'x', []] },
        },
      }),
      sampleFact(4, { detail: { comment: 'Zoë 🎯 said: "100 %"\n\ttab; \' -- 日本語 العربية' } }),
    ];
    await store.append('main', facts);
    expectEqual('facts', (await readAll(store, 'main')).facts, facts, 'Store (equal to what was given)');
  }),
  storeCase('read.names', 'takes long, foreign and prototype names as plain text', async (store) => {
    const names = [
      '__proto__',
      'constructor',
      'hasOwnProperty',
      'ü'.repeat(200),
      '日本 🎯',
      "'; DROP TABLE fact; --",
      '%',
      'A',
      'a',
    ];
    const facts = names.map((name, index) =>
      sampleFact(index, { collateralId: name, actorId: name, version: name.slice(0, 100), team: name }),
    );
    await store.append('main', facts);
    for (const fact of facts) {
      expectEqual(
        `facts about ${fact.collateralId}`,
        (await readAll(store, 'main', { collateralIds: [fact.collateralId ?? ''] })).facts,
        [fact],
        rule,
      );
      expectEqual(
        `facts of ${fact.actorId}`,
        (await readAll(store, 'main', { actorId: fact.actorId })).facts,
        [fact],
        rule,
      );
    }
  }),
  storeCase('read.names-of-tenants', 'takes a tenant named like a prototype field as any other', async (store) => {
    await store.append('__proto__', [sampleFact(1)]);
    expectEqual('facts of __proto__', (await readAll(store, '__proto__')).facts, [sampleFact(1)], rule);
    expectEqual('facts of constructor', (await readAll(store, 'constructor')).facts, [], rule);
  }),
  storeCase('read.order', 'gives facts in the order they were committed, not by time or id', async (store) => {
    for (const number of [3, 1, 2]) await store.append('main', [sampleFact(number)]);
    expectEqual('ids', await readIds(store, 'main'), [3, 1, 2].map(sampleId), rule);
  }),
  storeCase('read.every-page', 'gives every fact of a long log exactly once', async (store) => {
    const facts = Array.from({ length: 1_200 }, (_, index) => sampleFact(index));
    for (let start = 0; start < facts.length; start += 400) await store.append('main', facts.slice(start, start + 400));
    expectEqual(
      'ids',
      await readIds(store, 'main'),
      facts.map(({ id }) => id),
      rule,
    );
  }),
  storeCase('read.resume', 'reads on from the last cursor without loss or repetition', async (store) => {
    await store.append(
      'main',
      [1, 2, 3].map((number) => sampleFact(number)),
    );
    const first = await readAll(store, 'main');
    await store.append('main', [sampleFact(4), sampleFact(2), sampleFact(5)]);
    const second = await readAll(store, 'main', {}, first.cursor);
    expectEqual(
      'ids behind the cursor',
      second.facts.map(({ id }) => id),
      [4, 5].map(sampleId),
      rule,
    );
    expectEqual('facts behind the last cursor', (await readAll(store, 'main', {}, second.cursor)).facts, [], rule);
  }),
  storeCase(
    'read.resume-between-pages',
    'misses nothing that is appended while a reader is between two pages',
    async (store) => {
      await store.append(
        'main',
        Array.from({ length: 600 }, (_, index) => sampleFact(index)),
      );
      const seen = await readWithWrites(store, (round) => [sampleFact(1_000 + round)]);
      expectEqual('ids', [...seen].sort(), [...(await readIds(store, 'main'))].sort(), rule);
    },
  ),
  storeCase('read.late', 'gives a late fact to a reader whose cursor is already past its time', async (store) => {
    await store.append('main', [sampleFact(50)]);
    const { cursor } = await readAll(store, 'main');
    await store.append('main', [sampleFact(1)]);
    expectEqual('facts behind the cursor', (await readAll(store, 'main', {}, cursor)).facts, [sampleFact(1)], rule);
  }),
  storeCase('read.resume-after-prune', 'keeps a cursor good when the newest facts were pruned', async (store) => {
    await store.append('main', [sampleFact(50), sampleFact(1)]);
    const { cursor } = await readAll(store, 'main');
    await store.prune('main', sampleTime(10));
    await store.append('main', [sampleFact(60)]);
    expectEqual('facts behind the cursor', (await readAll(store, 'main', {}, cursor)).facts, [sampleFact(60)], rule);
  }),
  storeCase('read.tenants', 'never gives facts of another tenant', async (store) => {
    await store.append('main', [sampleFact(1)]);
    await store.append('other', [sampleFact(2)]);
    expectEqual('ids of main', await readIds(store, 'main'), [sampleId(1)], 'Store (nothing crosses tenants)');
    expectEqual(
      'ids by item',
      await readIds(store, 'other', { collateralIds: ['deck-42'] }),
      [sampleId(2)],
      'Store (nothing crosses tenants)',
    );
    expectEqual(
      'ids by actor',
      await readIds(store, 'other', { actorId: 'ana' }),
      [sampleId(2)],
      'Store (nothing crosses tenants)',
    );
  }),
];

/** Reads one page at a time, appending something between the pages, until nothing new comes. */
async function readWithWrites(
  store: Store,
  factsOfRound: (round: number) => readonly Fact[],
): Promise<readonly string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let round = 0; round < 1_000; round++) {
    const before = seen.length;
    for await (const page of store.read('main', {}, cursor)) {
      seen.push(...page.facts.map(({ id }) => id));
      cursor = page.cursor;
      break;
    }
    if (seen.length === before) return seen;
    if (round < 3) await store.append('main', factsOfRound(round));
  }
  failCase('read', 'gave facts for 1000 pages of a log of 603', 'a cursor that moves on', rule);
}
