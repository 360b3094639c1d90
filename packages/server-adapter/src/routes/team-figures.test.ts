import type { Metric, ScorecardMeasure } from '@collateral/sdk/contract';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createReport } from '../scorecards/create-report.js';
import {
  live,
  minimum,
  overlapping,
  periods,
  populations,
  recount,
  teams,
  unionName,
  usersOfModule,
  windows,
  type Atoms,
  type Population,
} from './team-figures.fixture.js';

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

test('the attacker of these tests finds what months that overlap would tell, were they told', () => {
  const leaks = fc.sample(populations, runs).filter((population) => {
    const told = overlapping.flatMap((days) =>
      [null, ...teams].map((team) => ({
        name: `T2 of ${team ?? 'all'}, days ${days.join(' to ')}`,
        atoms: recount(population, 'T2', days, team === null ? null : [team]),
      })),
    );
    // None of them alone is about too few.
    const shown = told.filter(({ atoms }) => new Set([...atoms.values()].map(({ person }) => person)).size >= minimum);
    try {
      attack(shown);
      return false;
    } catch {
      return true;
    }
  });
  assert.ok(leaks.length > runs.numRuns / 2, `${leaks.length} of ${runs.numRuns}`);
});

describe('figures about what the people of teams did', () => {
  test('are those a second implementation counts, and no three of them tell of fewer people than the minimum', async () => {
    await fc.assert(
      fc.asyncProperty(populations, async (population) => {
        const world = await live(population);
        const told: Record<'T1' | 'T2', Told[]> = { T1: [], T2: [] };
        for (const period of periods)
          for (const [team, among] of subjectsOf(population)) {
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
                recount(population, measure, days, among),
              );
              const figures = [check(one.metric, name, now!), check(one.previous, `${name} before`, before!)];
              told[measure].push(...figures.filter((each) => each !== null));
              assertNothingMore(one);
            }
          }
        for (const figures of Object.values(told)) {
          const shown = figures.filter(({ name }) => !/all|union/.test(name));
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
          if (metric.state === 'ok') assert.equal(metric.numerator, usersOfModule(population, team));
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

/** Everybody, each team and each group of teams, with the teams in it. */
function subjectsOf({
  unions,
}: Population): readonly (readonly [id: string | null, among: readonly string[] | null])[] {
  return [
    [null, null],
    ...teams.map((team) => [team, [team]] as const),
    ...unions.map((own, index) => [unionName(index), own] as const),
  ];
}

/** A figure that is hidden is judged by nothing that was made of it. */
function assertNothingMore({ metric, change, verdict, words, trend }: ScorecardMeasure): void {
  assert.deepEqual(trend, []);
  if (metric.state !== 'hidden') return;
  assert.deepEqual([change, verdict, words], [null, 'no-target', 'not-enough-data']);
}
