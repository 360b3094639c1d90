import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { z95 } from './dirichlet.js';
import { newcombe } from './newcombe.js';
import { invalidOption, isNear, rootOf } from './reference.fixture.js';
import { wilson } from './wilson.js';

const share = fc
  .integer({ min: 1, max: 5_000 })
  .chain((denominator) => fc.record({ numerator: fc.nat(denominator), denominator: fc.constant(denominator) }));

describe('the Wilson interval', () => {
  for (const [numerator, denominator, low, high] of [
    [81, 263, '0.2553', '0.3662'],
    [15, 148, '0.0624', '0.1605'],
    [0, 20, '0.0000', '0.1611'],
    [1, 29, '0.0061', '0.1718'],
  ] as const) {
    test(`of ${numerator} out of ${denominator} is ${low} to ${high}`, () => {
      const interval = wilson({ numerator, denominator });
      assert.deepEqual(
        interval.map((end) => end.toFixed(4)),
        [low, high],
      );
    });
  }

  test('begins at exactly 0 when nobody did it and ends at exactly 1 when everybody did', () => {
    assert.equal(wilson({ numerator: 0, denominator: 7 })[0], 0);
    assert.equal(wilson({ numerator: 7, denominator: 7 })[1], 1);
  });

  test('ends where a score test of the share just fails, to 1e-9', () => {
    fc.assert(
      fc.property(share, ({ numerator, denominator }) => {
        const observed = numerator / denominator;
        // Squared, both ends are the two roots of (p̂ − p)² = z² p (1 − p) / n.
        const excess = (p: number): number => (observed - p) ** 2 - (z95 ** 2 * p * (1 - p)) / denominator;
        const low = numerator === 0 ? 0 : rootOf((p) => -excess(p), 0, observed);
        const high = numerator === denominator ? 1 : rootOf(excess, observed, 1);
        const [gotLow, gotHigh] = wilson({ numerator, denominator });
        assert.ok(isNear(gotLow, low, 1e-9) && isNear(gotHigh, high, 1e-9), `${gotLow} ${low} ${gotHigh} ${high}`);
      }),
    );
  });

  test('lies within 0 to 1, contains the share and mirrors that of the opposite', () => {
    fc.assert(
      fc.property(share, ({ numerator, denominator }) => {
        const [low, high] = wilson({ numerator, denominator });
        const opposite = wilson({ numerator: denominator - numerator, denominator });
        assert.ok(low >= 0 && low <= numerator / denominator && numerator / denominator <= high && high <= 1);
        assert.ok(isNear(low, 1 - opposite[1], 1e-12) && isNear(high, 1 - opposite[0], 1e-12));
      }),
    );
  });

  for (const [numerator, denominator] of [
    [0, 0],
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [NaN, 5],
    [1, NaN],
    [1, Infinity],
  ] as const) {
    test(`refuses ${numerator} out of ${denominator}`, () => {
      assert.throws(() => wilson({ numerator, denominator }), invalidOption);
    });
  }

  test('says which number was wrong and what it may be', () => {
    const message = 'numerator must be a whole number of at least 0 and of at most 5, got 6.';
    assert.throws(() => wilson({ numerator: 6, denominator: 5 }), { message });
  });
});

describe('the Newcombe interval', () => {
  test('of 7 out of 34 against 1 out of 34 is .0189 to .3404', () => {
    const { difference, interval } = newcombe({ numerator: 7, denominator: 34 }, { numerator: 1, denominator: 34 });
    assert.ok(isNear(difference, 6 / 34, 1e-12));
    assert.deepEqual(
      interval.map((end) => end.toFixed(4)),
      ['0.0189', '0.3404'],
    );
  });

  // R. G. Newcombe (1998), table II, method 10.
  for (const [a, m, b, n, low, high] of [
    [56, 70, 48, 80, '0.0524', '0.3339'],
    [9, 10, 3, 10, '0.1705', '0.8090'],
    [5, 56, 0, 29, '-0.0381', '0.1926'],
    [0, 10, 0, 10, '-0.2775', '0.2775'],
    [10, 10, 0, 10, '0.6075', '1.0000'],
  ] as const) {
    test(`of ${a}/${m} against ${b}/${n} is ${low} to ${high}, as published`, () => {
      const { interval } = newcombe({ numerator: a, denominator: m }, { numerator: b, denominator: n });
      assert.deepEqual(
        interval.map((end) => end.toFixed(4)),
        [low, high],
      );
    });
  }

  test('contains the difference, stays within −1 to 1 and turns round with the two shares', () => {
    fc.assert(
      fc.property(share, share, (first, second) => {
        const { difference, interval } = newcombe(first, second);
        const turned = newcombe(second, first).interval;
        assert.ok(interval[0] <= difference && difference <= interval[1]);
        assert.ok(interval[0] >= -1 - 1e-12 && interval[1] <= 1 + 1e-12);
        assert.ok(isNear(interval[0], -turned[1], 1e-12) && isNear(interval[1], -turned[0], 1e-12));
      }),
    );
  });

  test('refuses a share of nothing', () => {
    assert.throws(() => newcombe({ numerator: 1, denominator: 2 }, { numerator: 0, denominator: 0 }), invalidOption);
  });
});
