import type { MeasureId } from '@collateral/sdk/contract';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { onEveryStore } from '../handler.fixture.js';
import { createMemoryStore } from '../store/memory-store.js';
import { ScorecardWorld } from '../routes/scorecard-world.fixture.js';

// People rate three versions at random from January to September, rate anew and take back; every month and some spans are asked for
// at once when they are over, and again and again until the end. Days are counted from the 1st of January 2026.
const dayMs = 86_400_000;
const begin = Date.parse('2026-01-01T00:00:00.000Z');
const lastDay = 270;
const versions = [
  { version: 'v1', publishedAt: '2026-01-01T00:00:00.000Z' },
  { version: 'v2', publishedAt: '2026-03-10T00:00:00.000Z' },
  { version: 'v3', publishedAt: '2026-05-20T00:00:00.000Z' },
];
const periods: readonly (readonly [period: string, over: string])[] = [
  ['2026-02', '2026-03-01'],
  ['2026-03', '2026-04-01'],
  ['2026-04', '2026-05-01'],
  ['2026-05', '2026-06-01'],
  ['2026-06', '2026-07-01'],
  ['2026-Q2', '2026-07-01'],
  ['2026-03..2026-06', '2026-07-01'],
  ['2026-07', '2026-08-01'],
  ['2026-W23', '2026-06-08'],
];
const rated: readonly MeasureId[] = ['P3', 'P7', 'P10'];

interface Act {
  readonly day: number;
  readonly kind: 'rate' | 'take back';
  readonly person: number;
  readonly version: number;
  readonly value: number;
}

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: lastDay - 1 }),
    kind: fc.constantFrom('rate', 'rate', 'rate', 'take back'),
    // Few people, so that most of them change their minds sooner or later.
    person: fc.integer({ min: 0, max: 13 }),
    version: fc.integer({ min: 0, max: 2 }),
    value: fc.constantFrom(1, 1, 2, 2, 3, 4, 5, 5),
  }),
  { minLength: 60, maxLength: 160 },
);

const dateOf = (day: number): string => new Date(begin + day * dayMs).toISOString().slice(0, 10);

async function catalogue(world: ScorecardWorld): Promise<void> {
  world.world.clock = begin;
  await world.items({ id: 'deck', producer: { id: 'ann', name: 'Ann' }, versions });
}

/** Does what is done on one day, where the version is out. */
async function act(world: ScorecardWorld, day: number, all: readonly Act[]): Promise<void> {
  for (const [index, { kind, person, version, value }] of all.entries()) {
    const { version: name = '', publishedAt = '' } = versions[version] ?? {};
    if (publishedAt.slice(0, 10) > dateOf(day)) continue;
    world.world.clock = begin + day * dayMs + 3_600_000 + index * 1_000;
    if (kind === 'rate') await world.rate(`p${person}`, 'west', 'deck', value, { version: name });
    else await world.withdraw(`p${person}`, 'west', 'deck', name);
  }
}

/** What is told of a period that has to do with ratings. */
async function tell(world: ScorecardWorld, period: string): Promise<unknown> {
  const { measures, versions: markers } = await world.scorecard(`?period=${period}`);
  const lists = await Promise.all(rated.map((id) => world.evidence(`?period=${period}&measure=${id}&limit=200`)));
  return {
    measures: measures.filter(({ id }) => rated.includes(id)).map(({ id, metric, words }) => ({ id, metric, words })),
    lists: lists.map(({ entries }) => entries),
    markers,
  };
}

describe('a month that is over', () => {
  test('says the same for ever, whoever rates, rates anew or takes back later', async () => {
    let lifts = 0;
    let alerts = 0;
    await fc.assert(
      fc.asyncProperty(acts, async (all) => {
        const world = new ScorecardWorld(createMemoryStore(), { ratingMinimum: { n: 5, halfWidth: 0.85 } });
        await catalogue(world);
        const told = new Map<string, unknown>();
        for (let day = 0; day <= lastDay; day += 1) {
          await act(
            world,
            day,
            all.filter((one) => one.day === day),
          );
          // At noon nothing is in the cache any more.
          world.world.clock = begin + day * dayMs + 12 * 3_600_000;
          const isWatched = day % 9 === 0;
          for (const [period, over] of periods) {
            if (dateOf(day) !== over && !(dateOf(day) > over && isWatched)) continue;
            const now = await tell(world, period);
            if (!told.has(period)) told.set(period, now);
            assert.deepEqual(now, told.get(period), `${period}, asked on ${dateOf(day)}`);
          }
        }
        const text = JSON.stringify([...told.values()]);
        if (/"id":"P7","metric":\{"n":[1-9]/.test(text)) lifts += 1;
        if (/"id":"P10","metric":\{"[^}]*"denominator":[1-9]/.test(text)) alerts += 1;
      }),
      { numRuns: Number(process.env['SCORECARD_RUNS'] ?? 12), seed: 3, endOnFailure: true },
    );
    assert.ok(lifts > 0 && alerts > 0, `nothing to judge: ${lifts} lifts, ${alerts} alerts`);
  });
});

onEveryStore('a month that is over', (createStore) => {
  test('keeps its lift and its alert when everybody rates anew, takes back or comes later', async () => {
    const world = new ScorecardWorld(createStore());
    await catalogue(world);
    const people = Array.from({ length: 8 }, (_, index) => `p${index}`);
    for (const who of people) await world.on('02-10').rate(who, 'west', 'deck', 1, { version: 'v1' });
    for (const who of people) await world.on('03-20').rate(who, 'west', 'deck', 4, { version: 'v2' });
    world.on('05-02');
    const [april, march] = [await tell(world, '2026-04'), await tell(world, '2026-03..2026-04')];
    assert.equal((await world.measure('P7', '?period=2026-04')).metric.n, 1);
    assert.deepEqual(await world.share('P10', '?period=2026-04'), [1, 1]);
    for (const who of people.slice(0, 6)) await world.on('05-10').withdraw(who, 'west', 'deck', 'v1');
    for (const who of people) await world.on('05-11').rate(who, 'west', 'deck', 1, { version: 'v2' });
    for (const day of ['05-12', '06-01', '09-01']) {
      world.on(day);
      assert.deepEqual([await tell(world, '2026-04'), await tell(world, '2026-03..2026-04')], [april, march], day);
    }
    assert.equal((await world.measure('P3', '?period=2026-06')).metric.numerator, 0, 'and June is another month');
  });
});
