import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fewestWorkedOut, watch, type Deed, type Rule, type Seen } from './after-use-attack.fixture.js';
import { stepAfterUse, toldAfterUse } from './after-use.js';
import type { RatingTable, Release } from './releases.js';

const minimum = 5;
const rule: Rule = { step: stepAfterUse, told: toldAfterUse };

// The same people every day; PRIVACY_RUNS=500 asks as many new ones.
const runs = Number(process.env['PRIVACY_RUNS'] ?? 0);
const asked = { ...(runs > 0 ? { numRuns: runs } : { numRuns: 400, seed: 42 }), endOnFailure: true };

const deeds: fc.Arbitrary<readonly Deed[]> = fc
  .record({
    crowd: fc.integer({ min: 0, max: 24 }),
    share: fc.constantFrom(0.5, 0.8, 0.93),
    rest: fc.array(
      fc.record({
        who: fc.nat(45),
        roll: fc.nat(99),
        value: fc.integer({ min: 1, max: 5 }),
        month: fc.nat(2),
        isSeen: fc.boolean(),
      }),
      { minLength: 10, maxLength: 45 },
    ),
  })
  .map(({ crowd, share, rest }) => [
    ...Array.from({ length: crowd }, (_, who): Deed => ({
      who,
      does: who % 10 < share * 10 ? 'rates-after-use' : 'rates',
      value: 1 + (who % 5),
      month: who % 2,
      isSeen: false,
    })),
    ...rest.map(({ who, roll, ...deed }): Deed => ({ ...deed, who, does: doneBy(roll, share) })),
  ]);

function doneBy(roll: number, share: number): Deed['does'] {
  if (roll >= 97) return 'withdraws';
  if (roll >= 92) return 'uses-late';
  return roll < share * 92 ? 'rates-after-use' : 'rates';
}

describe('what is told of the ratings after use', () => {
  test('gives no fewer than three ratings away, whoever looked at every release', () => {
    let told = 0;
    fc.assert(
      fc.property(deeds, (all) => {
        const seen = watch(all, rule);
        told += seen.filter(isPart).length;
        assert.ok(fewestWorkedOut(seen) >= 3, JSON.stringify(seen.map(({ told: some }) => some?.length ?? null)));
      }),
      asked,
    );
    assert.ok(told > 100, `something has to be told for this to mean anything: ${told}`);
  });

  const leaks: readonly (readonly [name: string, rule: Rule])[] = [
    ['always', { ...rule, step: (_before, _table, part) => now(part) }],
    [
      'whenever both sorts are enough',
      { ...rule, step: (before, table, part) => (isEnough(table, part) ? now(part) : later(before, part)) },
    ],
    [
      'whatever earlier releases brought',
      { ...rule, step: (before, table, part, least) => stepAfterUse(before && forgetting(before), table, part, least) },
    ],
    [
      'whatever the months are',
      {
        ...rule,
        step: (before, table, part, least) =>
          inOneMonth(stepAfterUse(before && merged(before), merge(table), merge(part), least), part),
      },
    ],
  ];
  for (const [name, leaky] of leaks)
    test(`would give single ratings away if it were told ${name}`, () => {
      const found = fc.sample(deeds, { numRuns: 400, seed: 42 }).some((all) => fewestWorkedOut(watch(all, leaky)) < 3);
      assert.ok(found, 'the attack has to find what was planted');
    });
});

function isPart({ all, told }: Seen): boolean {
  return told !== null && told.length > 0 && told.length < all.length;
}

function now(part: RatingTable): ReturnType<Rule['step']> {
  return { part, told: part, isPure: true, mixed: 0 };
}

function later(before: Release | null, part: RatingTable): ReturnType<Rule['step']> {
  return { part, told: before?.afterUse?.told ?? null, isPure: true, mixed: 0 };
}

function isEnough(table: RatingTable, part: RatingTable): boolean {
  const [all, some] = [count(table), count(part)];
  return some >= minimum && all - some >= minimum;
}

function forgetting(before: Release): Release {
  return before.afterUse ? { ...before, afterUse: { ...before.afterUse, isPure: true } } : before;
}

function merge(table: RatingTable): RatingTable {
  return { all: [0, 1, 2, 3, 4].map((at) => Object.values(table).reduce((sum, one) => sum + (one[at] ?? 0), 0)) };
}

function merged(before: Release): Release {
  const { afterUse } = before;
  return {
    ...before,
    table: merge(before.table),
    ...(afterUse && { afterUse: { ...afterUse, part: merge(afterUse.part) } }),
  };
}

function inOneMonth(step: ReturnType<Rule['step']>, part: RatingTable): ReturnType<Rule['step']> {
  return { ...step, part, told: step.told === step.part ? part : step.told };
}

function count(table: RatingTable): number {
  return Object.values(table)
    .flat()
    .reduce((sum, one) => sum + one, 0);
}
