import type { ChangeWord, MeasureId } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SeededRandom } from '../conformance/seeded-random.js';
import { judgeChanges } from './judge-changes.js';
import { SimulatedOrganisation, type Simulated } from './simulated-organisation.fixture.js';

const organisations = 1_000;
const producer: Simulated = {
  items: 40,
  suggestions: 30,
  people: 30,
  versions: 8,
  ratings: 20,
  lift: 0,
  liftedShare: 0,
};

type Measured = ReturnType<SimulatedOrganisation['period']>;

interface Asked {
  readonly measures?: readonly MeasureId[] | null;
  /** Of the period before and of the one asked for, in quarters. */
  readonly lengths?: readonly [before: number, now: number];
}

/** Says how many of a thousand scorecards have a word of change on one of some measures. */
function simulate(
  given: Simulated,
  seed: number,
  { measures = null, lengths = [1, 1] }: Asked = {},
): Record<ChangeWord, number> {
  const random = new SeededRandom(seed);
  const found: Record<ChangeWord, number> = { improving: 0, worse: 0, 'no-clear-change': 0, 'not-enough-data': 0 };
  for (let one = 0; one < organisations; one += 1) {
    const organisation = new SimulatedOrganisation(random, given);
    const [before, now] = lengths.map((length) => organisation.period(length)) as [Measured, Measured];
    const words = judgeChanges(
      [...now].map(([id, estimate]) => ({ id, now: estimate, before: before.get(id) ?? null })),
    );
    const asked = [...words].filter(([id]) => measures?.includes(id) ?? true).map(([, word]) => word);
    for (const word of new Set(asked)) found[word] += 1;
  }
  return found;
}

describe('of 1 000 simulated organisations', () => {
  const sizes: readonly (readonly [string, Simulated])[] = [
    ['producers with 40 items', producer],
    [
      'small producers, where a count moves a share far',
      { ...producer, items: 12, suggestions: 8, people: 8, versions: 2, ratings: 6 },
    ],
    ['large organisations', { ...producer, items: 200, suggestions: 150, people: 100, versions: 30, ratings: 30 }],
  ];
  for (const [index, [name, given]] of sizes.entries())
    test(`without any real change at most 50 say "improving" or "worse": ${name}`, (t) => {
      const { improving, worse } = simulate(given, 100 + index);
      t.diagnostic(`improving ${improving}, worse ${worse} of ${organisations}`);
      assert.ok(improving + worse <= 50, `improving ${improving}, worse ${worse}`);
    });

  // Any months: as many before as now, which may have some days more or less.
  const spans: readonly (readonly [string, readonly [number, number]])[] = [
    ['February beside January', [31 / 91, 28 / 91]],
    ['two months beside two of three days more', [62 / 91, 59 / 91]],
    ['half a year beside another', [184 / 91, 181 / 91]],
    ['twelve months beside twelve', [365 / 91, 365 / 91]],
  ];
  for (const [index, [name, lengths]] of spans.entries())
    test(`without any real change at most 50 say "improving" or "worse": ${name}`, (t) => {
      const { improving, worse } = simulate(producer, 300 + index, { lengths });
      t.diagnostic(`improving ${improving}, worse ${worse} of ${organisations}`);
      assert.ok(improving + worse <= 50, `improving ${improving}, worse ${worse}`);
    });

  const longer: readonly (readonly [string, number, least: number])[] = [
    ['two months', 59 / 91, 30],
    ['half a year', 2, 200],
    ['twelve months', 4, 500],
  ];
  for (const [index, [name, length, least]] of longer.entries())
    test(`a real lift of 60 % of all versions, 8 in a quarter, is found in ${name}`, (t) => {
      const given = { ...producer, lift: 0.4, liftedShare: 0.6 };
      const { improving, worse } = simulate(given, 400 + index, { measures: ['P7'], lengths: [length, length] });
      t.diagnostic(`improving ${improving}, worse ${worse} of ${organisations}`);
      assert.ok(improving >= least, `found ${improving} times`);
      assert.ok(worse <= 5);
    });

  const powers: readonly (readonly [string, Partial<Simulated>, least: number])[] = [
    ['8 versions, 20 ratings on each side, all .4 better', { lift: 0.4, liftedShare: 1 }, 450],
    ['8 versions, 20 ratings on each side, 60 % of them .4 better', { lift: 0.4, liftedShare: 0.6 }, 70],
    [
      '30 versions, 20 ratings on each side, 60 % of them .4 better',
      { versions: 30, lift: 0.4, liftedShare: 0.6 },
      650,
    ],
  ];
  for (const [index, [name, changes, least]] of powers.entries())
    test(`a real lift is found: ${name}`, (t) => {
      const { improving, worse } = simulate({ ...producer, ...changes }, 200 + index, { measures: ['P7'] });
      t.diagnostic(`improving ${improving}, worse ${worse} of ${organisations}`);
      assert.ok(improving >= least, `found ${improving} times`);
      assert.ok(worse <= 5);
    });
});
