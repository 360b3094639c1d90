import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { normalCdf } from './normal.js';
import { invalidOption, isNear, jStat } from './reference.fixture.js';
import { studentFactor } from './student-t.js';

describe('the normal distribution', () => {
  // Abramowitz & Stegun, Handbook of Mathematical Functions, tables 26.1 and 26.2.
  for (const [x, share] of [
    [0, 0.5],
    [1, 0.841344746068543],
    [1.959963984540054, 0.975],
    [-3, 1.3498980316301e-3],
    [-6, 9.86587645e-10],
  ] as const) {
    test(`has ${share} below ${x}`, () => {
      assert.ok(isNear(normalCdf(x) / share, 1, 1e-9), `${normalCdf(x)}`);
    });
  }

  test('agrees with jstat to 1e-12', () => {
    fc.assert(
      fc.property(fc.double({ min: -12, max: 12, noNaN: true }), (x) => {
        assert.ok(isNear(normalCdf(x), jStat.normal.cdf(x, 0, 1), 1e-12), `${x}: ${normalCdf(x)}`);
      }),
    );
  });

  test('never falls and is symmetric, also where the two ways of computing it meet', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -40, max: 40, noNaN: true }),
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        (x, step) => {
          assert.ok(normalCdf(x + step) >= normalCdf(x));
          assert.ok(isNear(normalCdf(x) + normalCdf(-x), 1, 1e-14));
        },
      ),
    );
    assert.ok(isNear(normalCdf(3), normalCdf(3 + 1e-12), 1e-13));
  });

  test('refuses what is no number', () => {
    for (const x of [NaN, Infinity]) assert.throws(() => normalCdf(x), invalidOption);
  });
});

describe("Student's factor", () => {
  // Gosset's table as every textbook prints it, two-sided 95 %.
  for (const [freedom, factor] of [
    [1, '12.7062'],
    [2, '4.3027'],
    [4, '2.7764'],
    [10, '2.2281'],
    [30, '2.0423'],
    [120, '1.9799'],
  ] as const) {
    test(`is ${factor} with ${freedom} degrees of freedom`, () => {
      assert.equal(studentFactor(freedom).toFixed(4), factor);
    });
  }

  test('agrees with jstat to one part in 1e7', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.double({ min: 0.5, max: 0.999, noNaN: true }),
        (freedom, c) => {
          const expected = jStat.studentt.inv((1 + c) / 2, freedom);
          assert.ok(isNear(studentFactor(freedom, c) / expected, 1, 1e-7), `${freedom} ${c} ${expected}`);
        },
      ),
    );
  });

  test('is the exact one for one and for two degrees of freedom, to one part in 1e10', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.999, noNaN: true }), (coverage) => {
        assert.ok(isNear(studentFactor(1, coverage) / Math.tan((Math.PI * coverage) / 2), 1, 1e-10));
        assert.ok(isNear(studentFactor(2, coverage) / (coverage * Math.sqrt(2 / (1 - coverage ** 2))), 1, 1e-10));
      }),
    );
  });

  test('comes down to the normal one with many degrees of freedom', () => {
    assert.equal(studentFactor(1e7).toFixed(6), '1.959964');
  });

  test('refuses no freedom and no coverage', () => {
    for (const [freedom, coverage] of [
      [0, 0.95],
      [NaN, 0.95],
      [5, 0],
      [5, 1],
      [5, NaN],
    ] as const) {
      assert.throws(() => studentFactor(freedom, coverage), invalidOption);
    }
  });
});
