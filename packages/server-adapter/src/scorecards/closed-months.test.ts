import type { MeasureId, Scorecard, ScorecardEvidence } from '@collateral/sdk/contract';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMemoryStore } from '../store/memory-store.js';
import { ScorecardWorld } from '../routes/scorecard-world.fixture.js';

// People rate three versions at random from January to September, rate anew and take back, use them and suggest something, which is
// answered, promised, done or declined, and given to another producer; every month and some spans are asked for at once when they are
// over, and again and again until the end. Days are counted from the 1st of January 2026.
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
const listed: readonly MeasureId[] = ['P1', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P12'];

interface Act {
  readonly day: number;
  readonly kind: 'rate' | 'take back' | 'use' | 'suggest' | 'reply' | 'decline' | 'accept' | 'ship' | 'hand over';
  readonly person: number;
  readonly behind: number;
  readonly value: number;
}

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: lastDay - 1 }),
    kind: fc.constantFrom(
      ...Array.from({ length: 18 }, () => 'rate' as const),
      ...(['take back', 'take back'] as const),
      ...(['use', 'suggest', 'reply', 'decline', 'accept', 'ship', 'hand over'] as const),
    ),
    // Few people, so that most of them change their minds sooner or later.
    person: fc.integer({ min: 0, max: 13 }),
    // Most are about the version that is out.
    behind: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2),
    value: fc.constantFrom(1, 1, 2, 2, 3, 4, 5, 5),
  }),
  { minLength: 180, maxLength: 300 },
);

const dateOf = (day: number): string => new Date(begin + day * dayMs).toISOString().slice(0, 10);

async function catalogue(world: ScorecardWorld, who = 'ann'): Promise<void> {
  await world.items(
    { id: 'deck', producer: { id: who, name: who }, versions, reviewBy: '2026-04-15' },
    // Both stay producers, whoever has the deck.
    ...['ann', 'bob'].map((id) => ({ id: `${id}s`, producer: { id, name: id } })),
  );
}

/** The suggestions there are, by where they stand. */
type Ideas = { readonly id: string; status: string }[];

/** Does what is done on one day. */
async function act(world: ScorecardWorld, day: number, all: readonly Act[], ideas: Ideas): Promise<void> {
  for (const [index, { kind, person, behind, value }] of all.entries()) {
    const out = versions.filter(({ publishedAt }) => publishedAt.slice(0, 10) <= dateOf(day));
    const { version: name = '' } = out[Math.max(0, out.length - 1 - behind)] ?? {};
    world.world.clock = begin + day * dayMs + 3_600_000 + index * 1_000;
    const move = async (from: readonly string[], to: string, body: object = {}): Promise<void> => {
      const idea = ideas.find(({ status }) => from.includes(status));
      if (idea === undefined) return;
      await world.move('boss', idea.id, { to, ...body });
      idea.status = to;
    };
    const dueAt = dateOf(day + 20 + person);
    if (kind === 'rate') await world.rate(`p${person}`, 'west', 'deck', value, { version: name });
    if (kind === 'take back') await world.withdraw(`p${person}`, 'west', 'deck', name);
    if (kind === 'use') await world.view(`p${person}`, 'west', 'deck');
    if (kind === 'suggest') ideas.push({ id: await world.suggest(`p${person}`, 'deck'), status: 'new' });
    if (kind === 'reply' && ideas[0]) await world.reply('boss', ideas[value % ideas.length]?.id ?? '');
    if (kind === 'accept') await move(['new'], 'accepted', { assignee: 'ann', dueAt });
    if (kind === 'ship') await move(['accepted'], 'shipped', { shippedVersion: name });
    if (kind === 'decline') await move(['new', 'accepted'], 'declined');
    if (kind === 'hand over') await catalogue(world, person % 2 === 0 ? 'ann' : 'bob');
  }
}

interface Told {
  readonly card: Omit<Scorecard, 'asOf' | 'countedSince'>;
  readonly lists: readonly ScorecardEvidence['entries'][];
}

/** Everything that is told of a period. */
async function tell(world: ScorecardWorld, period: string): Promise<Told> {
  const { asOf: _, countedSince: __, ...card } = await world.scorecard(`?period=${period}`);
  const lists = await Promise.all(listed.map((id) => world.evidence(`?period=${period}&measure=${id}&limit=200`)));
  return { card, lists: lists.map(({ entries }) => entries) };
}

describe('a month that is over', () => {
  test('says the same for ever, whatever is rated, taken back, used, suggested, answered or handed over later', async () => {
    const judged = new Set<MeasureId>();
    await fc.assert(
      fc.asyncProperty(acts, async (all) => {
        const world = new ScorecardWorld(createMemoryStore(), { ratingMinimum: { n: 5, halfWidth: 0.85 } });
        world.world.clock = begin;
        await catalogue(world);
        const ideas: Ideas = [];
        const told = new Map<string, Told>();
        for (let day = 0; day <= lastDay; day += 1) {
          await act(
            world,
            day,
            all.filter((one) => one.day === day),
            ideas,
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
        for (const id of listed)
          if ([...told.values()].some(({ card }) => (card.measures.find((one) => one.id === id)?.metric.n ?? 0) > 0))
            judged.add(id);
      }),
      { numRuns: Number(process.env['SCORECARD_RUNS'] ?? 8), seed: 3, endOnFailure: true, includeErrorInReport: true },
    );
    assert.deepEqual([...judged].toSorted(), listed.toSorted(), 'each of them had something to say');
  });
});
