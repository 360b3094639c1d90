import type { InsightsOverview } from '@collateral/sdk/contract';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMemoryStore } from '../store/memory-store.js';
import { InsightsWorld, type Rated } from './insights-world.fixture.js';
import { isHeldBy, publishedSets, type Population, type PublishedSet } from './published-sets.fixture.js';

const minimum = 5;

// The same companies every day; PRIVACY_RUNS=500 asks as many new ones.
const runs = Number(process.env['PRIVACY_RUNS'] ?? 0);
const asked = {
  ...(runs > 0 ? { numRuns: runs } : { numRuns: 12, seed: 42 }),
  includeErrorInReport: true,
  endOnFailure: true,
};

/** Small companies with few people, where single persons are easiest to work out. */
const populations: fc.Arbitrary<Population> = fc
  .record({
    people: fc.integer({ min: 4, max: 24 }),
    teams: fc.integer({ min: 1, max: 4 }),
    items: fc.integer({ min: 1, max: 4 }),
    actions: fc.array(
      fc.record({
        who: fc.nat(23),
        item: fc.nat(3),
        daysAgo: fc.oneof(fc.nat(20), fc.integer({ min: 25, max: 100 }), fc.integer({ min: 300, max: 420 })),
        value: fc.option(fc.integer({ min: 1, max: 5 })),
        version: fc.constantFrom('v1', 'v2'),
        isUnseen: fc.constantFrom(true, false, false),
      }),
      { minLength: 10, maxLength: 60 },
    ),
  })
  .map(({ people, teams, items, actions }) => ({
    items: Array.from({ length: items }, (_, index) => ({
      id: `item-${index}`,
      kind: index % 2 === 0 ? 'deck' : 'video',
      producer: `producer-${index % 3}`,
    })),
    acts: actions.map(({ who, item, ...act }) => ({
      ...act,
      who: `person-${who % people}`,
      team: `team-${(who % people) % teams}`,
      item: `item-${item % items}`,
    })),
  }));

describe('figures of small groups', () => {
  test('can not be worked out from any three answers', async () => {
    await fc.assert(
      fc.asyncProperty(populations, async (population) => {
        const world = new InsightsWorld(createMemoryStore());
        await fill(world, population);
        for (const family of await publishedSets(world, population)) expectNoSmallDifference(family);
      }),
      asked,
    );
  });

  test('can not be worked out from what changes when one or two people rate', async () => {
    await fc.assert(
      fc.asyncProperty(populations, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), async (population, choices) => {
        const world = new InsightsWorld(createMemoryStore());
        await fill(world, population);
        const before = ratingFigures(await world.overview());
        // Two people rate, one of them more than once.
        for (const [index, choice] of choices.entries()) {
          const act = population.acts[choice % population.acts.length];
          if (act === undefined) return;
          const who = index === 0 ? 'newcomer' : 'another';
          await world.rate({ ...act, daysAgo: 0, value: 1 + (choice % 5), who });
          for (const [name, figure] of ratingFigures(await world.overview())) {
            const old = before.get(name);
            const isFirst = old === undefined || Math.abs(old.n - figure.n) >= 3;
            assert.ok(isFirst || old.text === figure.text, `${name} moved from ${old?.text} to ${figure.text}`);
          }
        }
      }),
      asked,
    );
  });

  test('are not told under a filter, whose difference to the whole would be about few', async () => {
    const world = new InsightsWorld(createMemoryStore());
    const [population] = fc.sample(populations, { numRuns: 1, seed: 7 });
    assert.ok(population);
    await fill(world, population);
    for (const query of [
      '?kind=deck',
      '?producer=producer-0',
      '?kind=deck&team=team-0',
      '?version=v1',
      '?kind=deck&afterUse=true',
    ]) {
      const viewers = (await world.overview(query)).headlines.find(({ id }) => id === 'viewers');
      assert.equal(viewers?.metric.state, 'hidden', query);
    }
  });

  test('hold no id of a person, on any route', async () => {
    const world = new InsightsWorld(createMemoryStore());
    const [population] = fc.sample(populations, { numRuns: 1, seed: 7 });
    assert.ok(population);
    await fill(world, population);
    const replies = [
      await world.overview(),
      await world.overview('?team=team-0'),
      await world.overview('?afterUse=true'),
      await world.list('?limit=200'),
      await world.list('?version=v2&afterUse=true'),
      await world.quadrant(),
      ...(await Promise.all(population.items.map(({ id }) => world.page(id)))),
    ];
    assert.doesNotMatch(JSON.stringify(replies), /person-\d/);
  });
});

/** Fails when one to four members can be told from a set, another inside it, and a third inside what is left. */
function expectNoSmallDifference(family: readonly PublishedSet[]): void {
  for (const whole of family) {
    expectNotSmall(whole.members.size, whole.name);
    const inside = family.filter((part) => part !== whole && isInside(part, whole));
    for (const one of inside) {
      expectNotSmall(whole.members.size - one.members.size, `${whole.name} − ${one.name}`);
      for (const other of inside) {
        // People of two times or two items may be the same: nobody can take both away.
        if (one.partOf === undefined || one.partOf !== other.partOf) continue;
        if (one.name >= other.name || [...other.members].some((member) => one.members.has(member))) continue;
        const left = whole.members.size - one.members.size - other.members.size;
        expectNotSmall(left, `${whole.name} − ${one.name} − ${other.name}`);
      }
    }
  }
}

function expectNotSmall(size: number, name: string): void {
  assert.ok(size === 0 || size >= minimum, `${name} is about ${size}`);
}

// Of people nobody knows who they are: that one set holds another is known by what they are of. Two teams are of different people.
function isInside(part: PublishedSet, whole: PublishedSet): boolean {
  if (part.scope !== undefined && whole.scope !== undefined) return isHeldBy(part.scope, whole.scope);
  return isSubset(part.members, whole.members);
}

function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return part.size <= whole.size && [...part].every((member) => whole.has(member));
}

async function fill(world: InsightsWorld, { items, acts }: Population): Promise<void> {
  await world.items(
    items.map(({ id, kind, producer }) => ({
      id,
      kind,
      producer: { id: producer, name: producer },
      versions: [
        { version: 'v1', publishedAt: '2024-01-01T00:00:00.000Z' },
        { version: 'v2', publishedAt: '2026-03-01T00:00:00.000Z' },
      ],
    })),
  );
  await world.view(...acts.filter(({ isUnseen }) => isUnseen !== true));
  await world.rate(
    ...acts.flatMap((act): readonly Rated[] => (act.value === null ? [] : [{ ...act, value: act.value }])),
  );
}

interface Figure {
  readonly n: number;
  readonly text: string;
}

function ratingFigures({ headlines, lists }: InsightsOverview): ReadonlyMap<string, Figure> {
  const figures = new Map<string, Figure>();
  const take = (name: string, value: unknown, n: number | null): unknown =>
    figures.set(name, { n: n ?? 0, text: JSON.stringify([value, n]) });
  for (const { id, metric, trend } of headlines) {
    if (id !== 'rating') continue;
    if (metric.state === 'ok') take('rating', metric.value, metric.n);
    for (const { firstDay, value, n, state } of trend) if (state === 'ok') take(`rating in ${firstDay}`, value, n);
  }
  for (const { items } of lists)
    for (const { collateralId, rating, distribution } of items)
      if (rating.state === 'ok') take(`rating of ${collateralId}`, distribution, rating.n);
  return figures;
}
