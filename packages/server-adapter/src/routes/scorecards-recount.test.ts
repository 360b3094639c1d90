import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMemoryStore } from '../store/memory-store.js';
import { ScorecardWorld } from './scorecard-world.fixture.js';

// A second implementation of the measures, written from docs/scorecards.md and over what was done rather than over what is stored.
const dayMs = 86_400_000;
const begin = Date.parse('2026-02-10T09:00:00.000Z');
/** Periods with the instants they begin and end at. */
const periods = [
  ['2026-Q2', '2026-04-01', '2026-07-01'],
  ['2026-03..2026-05', '2026-03-01', '2026-06-01'],
  ['2026-02..2026-06', '2026-02-01', '2026-07-01'],
] as const;

interface Act {
  readonly day: number;
  readonly kind: 'suggest' | 'reply' | 'decline' | 'accept' | 'ship' | 'reopen' | 'hand-over' | 'view';
  readonly item: number;
  readonly pick: number;
}

interface Told {
  readonly item: number;
  readonly created: number;
  readonly replies: number[];
  readonly moves: { readonly at: number; readonly to: string; readonly due: string }[];
}

interface History {
  readonly told: readonly Told[];
  /** Since when whose each item is. */
  readonly owners: readonly (readonly { readonly since: number; readonly who: string }[])[];
  readonly views: readonly { readonly item: number; readonly at: number }[];
}

const acts: fc.Arbitrary<readonly Act[]> = fc
  .array(
    fc.record({
      day: fc.nat(139),
      kind: fc.constantFrom(
        ...([
          'suggest',
          'suggest',
          'suggest',
          'reply',
          'decline',
          'accept',
          'accept',
          'ship',
          'reopen',
          'hand-over',
          'view',
        ] as const),
      ),
      item: fc.nat(1),
      pick: fc.nat(5),
    }),
    { minLength: 12, maxLength: 40 },
  )
  .map((all) => all.toSorted((one, other) => one.day - other.day));

const other = (who: string): string => (who === 'ann' ? 'bob' : 'ann');
const catalogued = (
  item: number,
  who: string,
): { id: string; producer: { id: string; name: string }; versions: object[] } => ({
  id: `item-${item}`,
  producer: { id: who, name: who },
  versions: [{ version: 'v1', publishedAt: '2026-01-01T00:00:00.000Z' }],
});

/** Lives a history through the handler, and remembers it. */
async function live(world: ScorecardWorld, all: readonly Act[]): Promise<History> {
  const told: (Told & { readonly id: string })[] = [];
  const owners = [0, 1].map(() => [{ since: 0, who: 'ann' }]);
  const views: { item: number; at: number }[] = [];
  world.world.clock = begin - dayMs;
  await world.items(...([0, 1].map((item) => catalogued(item, 'ann')) as never[]));
  for (const [index, { day, kind, item, pick }] of all.entries()) {
    const at = begin + day * dayMs + index * 60_000;
    world.world.clock = at;
    const who = owners[item]!.at(-1)!.who;
    const own = told.filter((one) => one.item === item);
    const one = own[pick % Math.max(1, own.length)];
    const status = one?.moves.at(-1)?.to ?? 'new';
    const due = new Date(at + (pick * 7 + 3) * dayMs).toISOString().slice(0, 10);
    const move = async (next: string, body: object = {}): Promise<void> => {
      await world.move(who, one!.id, { to: next, ...body });
      one!.moves.push({ at, to: next, due: next === 'accepted' ? due : '' });
    };
    if (kind === 'suggest')
      told.push({ id: await world.suggest('w1', `item-${item}`), item, created: at, replies: [], moves: [] });
    if (kind === 'view') {
      await world.view('w2', 'west', `item-${item}`);
      views.push({ item, at });
    }
    if (kind === 'hand-over') {
      await world.items(catalogued(item, other(who)) as never);
      owners[item]!.push({ since: at, who: other(who) });
    }
    if (one === undefined) continue;
    if (kind === 'reply') {
      await world.reply(who, one.id);
      one.replies.push(at);
    }
    if (kind === 'decline' && status === 'new') await move('declined');
    if (kind === 'accept' && status === 'new') await move('accepted', { assignee: who, dueAt: due });
    if (kind === 'ship' && status === 'accepted') await move('shipped', { shippedVersion: 'v1' });
    if (kind === 'reopen' && status === 'shipped') await move('accepted', { assignee: who, dueAt: due });
  }
  return { told, owners, views };
}

type Counts = Readonly<Record<string, readonly [hits: number, of: number]>>;

/** Counts a period of one producer again. */
function recount({ told, owners, views }: History, who: string, [from, to]: readonly [number, number]): Counts {
  const counts: Record<string, [number, number]> = { P1: [0, 0], P4: [0, 0], P5: [0, 0], P6: [0, 0], P12: [0, 0] };
  const count = (id: string, isHit: boolean): void => {
    counts[id]![1] += 1;
    if (isHit) counts[id]![0] += 1;
  };
  const ownerAt = (item: number, at: number): string => owners[item]!.filter(({ since }) => since <= at).at(-1)!.who;
  const isIn = (at: number): boolean => at >= from && at < to;
  for (const item of [0, 1])
    // Whoever had it on the day with which the last 30 begin: of a quarter until June the 1st of June.
    if (ownerAt(item, to - 29 * dayMs - 1) === who)
      count(
        'P1',
        views.some((view) => view.item === item && isIn(view.at)),
      );
  for (const one of told) {
    const answered = Math.min(...one.replies, ...one.moves.map(({ at }) => at));
    const turns = owners[one.item]!.map(({ since, who: owner }, index, all) => ({
      owner,
      start: Math.max(since, one.created),
      end: all[index + 1]?.since ?? Infinity,
    }));
    for (const { owner, start, end } of turns) {
      if (owner !== who || end <= start || answered < start) continue;
      if (isIn(start)) count('P4', answered < end && answered < to);
      const due = start + 14 * dayMs;
      if (isIn(due) && answered <= due && answered < end) count('P5', true);
      else if (isIn(due) && end > due) count('P5', false);
    }
    const closedFor14Days = (index: number): boolean => {
      const next = one.moves[index + 1];
      return next === undefined || next.at - one.moves[index]!.at > 14 * dayMs;
    };
    const old = one.created + 30 * dayMs;
    const isClosed = one.moves.some(
      ({ at, to: status }, index) => status !== 'accepted' && at <= to && closedFor14Days(index),
    );
    if (isIn(old) && ownerAt(one.item, old) === who) count('P6', isClosed);
    one.moves.forEach(({ to: status, due }, index) => {
      const dueAt = Date.parse(due);
      if (status !== 'accepted' || dueAt < from || dueAt >= to) return;
      const end = one.moves[index + 1];
      if (ownerAt(one.item, Math.min(dueAt, end?.at ?? Infinity)) !== who) return;
      const isKept = end?.to === 'shipped' && end.at < dueAt + dayMs && closedFor14Days(index + 1);
      count('P12', isKept);
    });
  }
  return counts;
}

describe('a quarter, and any months, of two producers who give each other their items', () => {
  test('has the numbers a second implementation counts', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (all) => {
        const world = new ScorecardWorld(createMemoryStore());
        const history = await live(world, all);
        world.on('07-10');
        for (const who of ['ann', 'bob']) {
          // Nobody who never owned anything is a producer.
          if (!history.owners.flat().some((one) => one.who === who)) continue;
          for (const [period, firstDay, dayAfter] of periods) {
            const query = `?subject=producer&id=${who}&period=${period}`;
            const { measures } = await world.scorecard(query);
            const { entries } = await world.evidence(`${query}&measure=P4&limit=200`);
            const counts = recount(history, who, [Date.parse(firstDay), Date.parse(dayAfter)]);
            for (const [id, [hits, of]] of Object.entries(counts)) {
              const { metric } = measures.find((one) => one.id === id)!;
              const got = id === 'P4' ? entries.filter(({ part }) => part === 'hit').length : (metric.numerator ?? 0);
              assert.deepEqual([got, metric.n], [hits, of], `${id} of ${who}, ${period}`);
            }
          }
        }
      }),
      { numRuns: Number(process.env['SCORECARD_RUNS'] ?? 25), seed: 42 },
    );
  });
});
