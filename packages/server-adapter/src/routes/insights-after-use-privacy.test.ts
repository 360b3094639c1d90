import type { Distribution } from '@collateral/sdk/contract';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fewestWorkedOut, type Rating, type Seen } from '../privacy/after-use-attack.fixture.js';
import { createMemoryStore } from '../store/memory-store.js';
import type { Document, Store } from '../store/store.js';
import { daysAgo, InsightsWorld } from './insights-world.fixture.js';

// The same people every day; PRIVACY_RUNS=500 asks as many new ones.
const runs = Number(process.env['PRIVACY_RUNS'] ?? 0);
const asked = { ...(runs > 0 ? { numRuns: runs } : { numRuns: 12, seed: 42 }), endOnFailure: true };

/** So many have rated before anybody looks. */
const crowd = 14;

/** Somebody rates the deck, having used it or not. */
interface Deed {
  readonly value: number;
  readonly daysAgo: number;
  readonly isUsed: boolean;
  /** Whoever rated before does it again. */
  readonly isAgain: boolean;
}

const deeds: fc.Arbitrary<readonly Deed[]> = fc
  .record({
    share: fc.constantFrom(0.5, 0.85),
    rolls: fc.array(
      fc.record({ value: fc.integer({ min: 1, max: 5 }), daysAgo: fc.nat(60), use: fc.nat(99), again: fc.nat(9) }),
      { minLength: 28, maxLength: 44 },
    ),
  })
  .map(({ share, rolls }) =>
    rolls.map(({ use, again, ...deed }) => ({ ...deed, isUsed: use < share * 100, isAgain: again === 0 })),
  );

describe('the ratings after use', () => {
  test('give no single rating away to somebody who looks at every screen after every rating', async () => {
    let changes = 0;
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const seen = await look(createMemoryStore(), all);
        changes += new Set(seen.flatMap(({ told }) => told?.length ?? [])).size;
        assert.ok(fewestWorkedOut(seen) >= 3, JSON.stringify(seen.map(({ told }) => told?.length ?? null)));
      }),
      asked,
    );
    assert.ok(changes >= 8, `something has to be told for this to mean anything: ${changes}`);
  });

  const leaks: Readonly<Record<string, (afterUse: Document) => Document>> = {
    'tells them at once': (afterUse) => ({ ...afterUse, told: afterUse['part'] }),
    'forgets what was mixed before': (afterUse) => ({ ...afterUse, isPure: true }),
  };
  for (const [name, spoil] of Object.entries(leaks))
    test(`would give some away if the store ${name}`, async () => {
      let fewest = Infinity;
      for (const all of fc.sample(deeds, { numRuns: 40, seed: 42 })) {
        fewest = Math.min(fewest, fewestWorkedOut(await look(spoiled(createMemoryStore(), spoil), all)));
        if (fewest < 3) break;
      }
      assert.ok(fewest < 3, 'the attack has to find what was planted');
    });
});

function spoiled(store: Store, spoil: (afterUse: Document) => Document): Store {
  return {
    ...store,
    put: (tenant, collection, key, document, expected) => {
      const { afterUse } = document;
      const isRelease = collection === 'releases' && afterUse !== undefined;
      const written = isRelease ? { ...document, afterUse: spoil(afterUse as Document) } : document;
      return store.put(tenant, collection, key, written, expected);
    },
  };
}

/** Lets people rate one after the other, looks after each, and works out which ratings stand behind what is shown. */
async function look(store: Store, all: readonly Deed[]): Promise<readonly Seen[]> {
  const world = new InsightsWorld(store);
  await world.items([{ id: 'deck', versions: [{ version: 'v1', publishedAt: daysAgo(300) }] }]);
  const live = new Map<string, Rating>();
  const seen: Seen[] = [];
  for (const [number, deed] of all.entries()) {
    const who = `person-${deed.isAgain ? Math.floor(number / 2) : number}`;
    // Who rates again does it later than before, or nothing would change.
    const act = { who, item: 'deck', version: 'v1', daysAgo: deed.isAgain ? 0 : deed.daysAgo };
    if (deed.isUsed) await world.view(act);
    await world.rate({ ...act, value: deed.value });
    const month = daysAgo(act.daysAgo).slice(0, 7);
    const afterUse = deed.isUsed || (live.get(who)?.afterUse ?? false);
    live.set(who, { name: `${deed.value} by ${who} at ${number}`, value: deed.value, month, afterUse });
    if (number < crowd) continue;
    const [shown, narrowed] = [await shownOf(world, ''), await shownOf(world, '?afterUse=true')];
    if (shown === null) continue;
    const now = [...live.values()];
    const known = seen.at(-1);
    const [isNew, isTold] = [isOf(shown, now), narrowed !== null];
    const after = now.filter((one) => one.afterUse);
    if (known !== undefined && isOf(shown, known.all) && same(narrowed, known.told)) continue;
    assert.ok(
      isNew || (known !== undefined && isOf(shown, known.all)),
      'what is shown is of now or of the release before',
    );
    const last = seen.findLast(({ told }) => told !== null)?.told ?? null;
    const told = !isTold ? null : isOf(narrowed, last ?? []) && last !== null ? last : after;
    if (told !== null && narrowed !== null) assert.ok(isOf(narrowed, told), 'what is told is of now or of before');
    seen.push({ all: isNew ? now : (known?.all ?? []), told });
  }
  return seen;
}

/** What is shown of the ratings of the deck; every screen must say the same. */
async function shownOf(world: InsightsWorld, query: string): Promise<Distribution | null> {
  const { item } = await world.page('deck', query);
  const [row] = (await world.list(query)).items;
  assert.deepEqual([row?.distribution, row?.rating], [item.distribution, item.rating]);
  const { points, early } = await world.quadrant(query);
  assert.deepEqual([...points, ...early][0]?.rating, item.rating);
  const headline = (await world.overview(query)).headlines.find(({ id }) => id === 'rating');
  const sum = item.distribution?.reduce((all, count) => all + count, 0) ?? 0;
  assert.equal(headline?.metric.n, sum);
  const csv = await (await world.world.call(`/v1/insights/items.csv${query}`, { as: 'boss' })).text();
  assert.equal(csv.split('\r\n')[1]?.split(',')[14], item.rating.n === null ? '' : `${item.rating.n}`);
  // None are as many as nobody.
  return item.rating.state === 'none' ? [0, 0, 0, 0, 0] : item.distribution;
}

function isOf(shown: Distribution | null, ratings: readonly Rating[]): boolean {
  return shown !== null && [1, 2, 3, 4, 5].every((point) => countOf(ratings, point) === shown[point - 1]);
}

function same(shown: Distribution | null, known: readonly Rating[] | null): boolean {
  return shown === null ? known === null : known !== null && isOf(shown, known);
}

function countOf(ratings: readonly Rating[], point: number): number {
  return ratings.filter(({ value }) => value === point).length;
}
