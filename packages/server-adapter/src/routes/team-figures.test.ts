import type { Metric, ScorecardMeasure } from '@collateral/sdk/contract';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createReport } from '../scorecards/create-report.js';
import { createMemoryStore } from '../store/memory-store.js';
import { ScorecardWorld } from './scorecard-world.fixture.js';

// What people did is counted again here, and every figure that is told is kept with the people behind it: so an attacker can be played
// who adds and subtracts figures. Days are counted from the 1st of January 2026; everybody asks on the 10th of July, day 190.
const dayMs = 86_400_000;
const begin = Date.parse('2026-01-01T09:00:00.000Z');
const today = 190;
const minimum = 5;
const teams = ['a', 'b', 'c', 'd'] as const;
const items = ['deck', 'sheet', 'guide'] as const;
const periods = [
  'last-30-days',
  'last-90-days',
  'last-365-days',
  '2026-Q1',
  '2026-Q2',
  '2026-05',
  '2026-06',
  '2026-W20',
];
/** Days of the last 90, today not over, and of the 90 before. */
const windows = { now: [101, 190], before: [11, 101] } as const;

interface Act {
  readonly day: number;
  readonly person: number;
  readonly team: string;
  readonly item: string;
  readonly value: number;
  readonly says: boolean;
}

interface Population {
  readonly acts: readonly Act[];
  readonly sizes: readonly number[];
  /** Which groups each of three modules is required of. */
  readonly required: readonly (readonly string[])[];
}

// Most people stay in one team, and some teams are small.
const act: fc.Arbitrary<Act> = fc
  .record({
    day: fc.integer({ min: 12, max: 189 }),
    person: fc.integer({ min: 0, max: 24 }),
    moved: fc.integer({ min: 0, max: 9 }),
    item: fc.constantFrom(...items),
    value: fc.integer({ min: 0, max: 4 }),
    says: fc.boolean(),
  })
  .map(({ person, moved, ...rest }) => ({ ...rest, person, team: teamOf(moved === 0 ? person + 9 : person) }));
const populations: fc.Arbitrary<Population> = fc.record({
  acts: fc.array(act, { minLength: 20, maxLength: 90 }).map((all) => all.toSorted((one, other) => one.day - other.day)),
  sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
  required: fc.array(fc.subarray([...teams], { minLength: 1 }), { minLength: 3, maxLength: 3 }),
});

function teamOf(person: number): string {
  return person < 9 ? 'a' : person < 17 ? 'b' : person < 21 ? 'c' : 'd';
}

/** Lives it through the handler: a value of 0 is real use, others are ratings. */
async function live({ acts, sizes, required }: Population): Promise<ScorecardWorld> {
  const world = new ScorecardWorld(createMemoryStore(), { minimumGroup: minimum });
  world.world.clock = begin;
  await world.groups(...teams.map((id, index) => ({ id, name: id.toUpperCase(), size: sizes[index] })));
  await world.items(
    ...items.map((id) => ({ id })),
    ...required.map((requiredFor, index) => ({ id: `module-${index}`, requiredFor })),
  );
  for (const [index, { day, person, team, item, value, says }] of acts.entries()) {
    world.world.clock = begin + day * dayMs + index * 1_000;
    if (value === 0) await world.view(`p${person}`, team, item);
    else await world.rate(`p${person}`, team, item, value, says ? { reasons: ['outdated'] } : {});
    if (value === 0 && says) await world.view(`p${person}`, team, 'module-0');
  }
  world.world.clock = begin + today * dayMs;
  return world;
}

/** What somebody contributed to a figure, by a name no other contribution has: whose it is, and whether it is in the numerator. */
type Atoms = ReadonlyMap<string, { readonly person: string; readonly isHit: boolean }>;

/** Counts T1 and T2 of a window again; of one team, or of all. */
function recount(
  { acts }: Population,
  measure: 'T1' | 'T2',
  [from, to]: readonly [number, number],
  team: string | null,
): Atoms {
  // Whoever really used something and had something to say opened a module as well.
  const all = acts.flatMap((one) => (one.value === 0 && one.says ? [one, { ...one, item: 'module-0' }] : [one]));
  const atoms = new Map<string, { person: string; isHit: boolean }>();
  for (const one of all) {
    if (team !== null && one.team !== team) continue;
    const person = `p${one.person}`;
    const same = all.filter((other) => other.person === one.person && other.item === one.item);
    if (measure === 'T1' && one.value === 0 && one.day + 30 >= from && one.day + 30 < to) {
      const name = `${person} ${one.team} ${one.item}`;
      const uses = same.filter(({ value, team: where, day }) => value === 0 && where === one.team && day + 30 >= from);
      const first = Math.min(...uses.map(({ day }) => day));
      const isHit = same.some(({ value, day }) => value > 0 && day <= first + 30);
      atoms.set(`${name} ${first}`, { person, isHit });
    }
    if (
      measure === 'T2' &&
      one === same.findLast(({ value }) => value > 0) &&
      one.value <= 2 &&
      one.day >= from &&
      one.day < to
    )
      atoms.set(`${person} ${one.item}`, { person, isHit: one.says });
  }
  return atoms;
}

/** A figure somebody was told, with what is behind it. */
interface Told {
  readonly name: string;
  readonly atoms: Atoms;
}

function check(metric: Metric | null, name: string, atoms: Atoms): Told | null {
  if (metric === null || metric.state === 'hidden') {
    const told = metric && [metric.value, metric.n, metric.numerator, metric.denominator, metric.interval];
    assert.deepEqual(told ?? [], metric === null ? [] : [null, null, undefined, undefined, null], name);
    return null;
  }
  const hits = [...atoms.values()].filter(({ isHit }) => isHit).length;
  if (metric.state === 'none') assert.equal(atoms.size, 0, name);
  else assert.deepEqual([metric.numerator, metric.denominator], [hits, atoms.size], name);
  return atoms.size === 0 ? null : { name, atoms };
}

/** Looks for a sum or difference of up to three figures that is about too few people. */
function attack(told: readonly Told[]): void {
  const signs = [1, -1] as const;
  const report = (parts: readonly (readonly [Told, number])[]): void => {
    const sums = new Map<string, number>();
    for (const [{ atoms }, sign] of parts)
      for (const atom of atoms.keys()) sums.set(atom, (sums.get(atom) ?? 0) + sign);
    const people = new Set<string>();
    for (const [{ atoms }] of parts)
      for (const [atom, { person }] of atoms) if (sums.get(atom) !== 0) people.add(person);
    const sum = parts.map(([{ name }, sign]) => `${sign > 0 ? '+' : '-'} ${name}`).join(' ');
    assert.ok(people.size === 0 || people.size >= minimum, `${sum} is about ${[...people].join(', ')}`);
  };
  for (const [first, one] of told.entries()) {
    report([[one, 1]]);
    for (const [second, two] of told.entries())
      for (const sign of second > first ? signs : []) {
        report([
          [one, 1],
          [two, sign],
        ]);
        for (const three of told.slice(second + 1))
          for (const last of signs)
            report([
              [one, 1],
              [two, sign],
              [three, last],
            ]);
      }
  }
}

function joined(name: string, parts: readonly Told[]): readonly Told[] {
  return parts.length < 2 ? [] : [{ name, atoms: new Map(parts.flatMap(({ atoms }) => [...atoms])) }];
}

/** T3 of groups is about everybody in them. */
function required({ sizes, required: of }: Population, group: string | null, module: string | null): Atoms {
  const groups = teams.flatMap((team, index) =>
    group === null || group === team ? [{ team, size: sizes[index] ?? 0 }] : [],
  );
  return new Map(
    of.flatMap((requiredFor, index) =>
      module !== null && module !== `module-${index}`
        ? []
        : groups
            .filter(({ team }) => requiredFor.includes(team))
            .flatMap(({ team, size }) =>
              Array.from({ length: size }, (_, person) => [
                `${index} ${team} ${person}`,
                { person: `${team} ${person}`, isHit: false },
              ]),
            ),
    ),
  );
}

const runs = { numRuns: Number(process.env['SCORECARD_RUNS'] ?? 12), seed: 7 };

test('the attacker of these tests finds a small team in the difference of two figures', () => {
  const of = (name: string, people: number): Told => ({
    name,
    atoms: new Map(Array.from({ length: people }, (_, person) => [`${person}`, { person: `${person}`, isHit: true }])),
  });
  assert.throws(() => attack([of('all', 9), of('west', 6)]), /\+ all - west is about 6, 7, 8/);
  attack([of('all', 12), of('west', 6)]);
});

describe('figures about what the people of teams did', () => {
  test('are those a second implementation counts, and no three of them tell of fewer people than the minimum', async () => {
    await fc.assert(
      fc.asyncProperty(populations, async (population) => {
        const world = await live(population);
        const told: Record<'T1' | 'T2', Told[]> = { T1: [], T2: [] };
        for (const period of periods)
          for (const team of [null, ...teams]) {
            const subject = team === null ? '' : `&subject=team&id=${team}`;
            const { measures } = await world.scorecard(`?period=${period}${subject}`);
            for (const measure of ['T1', 'T2'] as const) {
              const one = measures.find(({ id }) => id === measure)!;
              if (period !== 'last-90-days') {
                const states = [one.metric.state, one.previous?.state ?? 'none'];
                assert.ok(
                  states.every((state) => state === 'hidden' || state === 'none'),
                  period,
                );
                continue;
              }
              const name = `${measure} of ${team ?? 'all'}`;
              const [now, before] = [windows.now, windows.before].map((days) =>
                recount(population, measure, days, team),
              );
              const figures = [check(one.metric, name, now!), check(one.previous, `${name} before`, before!)];
              told[measure].push(...figures.filter((each) => each !== null));
              assertNothingMore(one);
            }
          }
        for (const figures of Object.values(told)) {
          const shown = figures.filter(({ name }) => !name.includes('all'));
          const [now, before] = [false, true].map((isBefore) =>
            shown.filter(({ name }) => name.endsWith('before') === isBefore),
          );
          attack([...figures, ...joined('all shown', now!), ...joined('all shown before', before!)]);
        }
      }),
      runs,
    );
  });

  test('of what is required, with the lists behind them, tell of no group that is smaller', async () => {
    await fc.assert(
      fc.asyncProperty(populations, async (population) => {
        const world = await live(population);
        const told: Told[] = [];
        for (const team of [null, ...teams]) {
          const subject = team === null ? '?' : `?subject=team&id=${team}&`;
          const { metric } = await world.measure('T3', subject);
          if (metric.state === 'ok')
            told.push({ name: `T3 of ${team ?? 'all'}`, atoms: required(population, team, null) });
          const { entries } = await world.evidence(`${subject}measure=T3`);
          if (metric.state !== 'ok') assert.deepEqual(entries, [], 'a figure that is not told has no list');
          const listed = entries.map(({ collateralId, share }) => {
            const atoms = required(population, team, collateralId);
            assert.equal(share?.denominator, atoms.size);
            return { name: `T3 of ${team ?? 'all'}, ${collateralId}`, atoms };
          });
          told.push(...listed, ...joined(`the list of ${team ?? 'all'}`, listed));
        }
        told.push(
          ...joined(
            'all shown teams',
            told.filter(({ name }) => /^T3 of .$/.test(name)),
          ),
        );
        attack(told);
      }),
      runs,
    );
  });

  test('are the same in a table of numbers, beside other teams and in a mail, and hidden in all of them', async () => {
    const [population] = fc.sample(populations, { numRuns: 1, seed: 11 });
    const world = await live(population!);
    const csv = (await world.ok('GET', '/v1/scorecards/comparison.csv?subject=team', 'boss')) as string;
    const { subjects } = await world.comparison('?subject=team');
    for (const team of teams) {
      const { measures } = await world.scorecard(`?subject=team&id=${team}`);
      const compared = subjects.find(({ subject }) => subject.id === team)?.measures;
      const now = (): number => world.world.clock;
      const policy = { minimumGroup: minimum, producerScorecards: 'individual' } as const;
      const report = await createReport(world.world.store, {
        subject: 'team',
        id: team,
        period: 'last-90-days',
        now,
        policy,
      });
      for (const { id, metric } of measures.filter((one) => one.id.startsWith('T'))) {
        assert.deepEqual(compared?.find((one) => one.id === id)?.metric ?? metric, metric);
        const line = csv.split('\n').find((one) => one.startsWith(`team,${team},`) && one.includes(`,${id},`));
        if (line !== undefined)
          assert.ok(line.includes(metric.state === 'ok' ? `,${metric.numerator},` : ',,,,,'), line);
        if (metric.state === 'hidden') assert.match(report.text, /hidden|too few/i);
      }
    }
  });
});

/** A figure that is hidden is judged by nothing that was made of it. */
function assertNothingMore({ metric, change, verdict, words, trend }: ScorecardMeasure): void {
  assert.deepEqual(trend, []);
  if (metric.state !== 'hidden') return;
  assert.deepEqual([change, verdict, words], [null, 'no-target', 'not-enough-data']);
}
