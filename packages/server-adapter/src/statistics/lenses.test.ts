import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { holm } from './holm.js';
import { postStratify } from './post-stratify.js';
import { raterSeverity } from './rater-severity.js';
import { recencyMean } from './recency-weights.js';
import { invalidOption, isNear } from './reference.fixture.js';

describe('the recency lens', () => {
  test('lets a rating weigh half after 180 days', () => {
    const { mean, effectiveCount } = recencyMean([
      { value: 5, ageDays: 0 },
      { value: 2, ageDays: 180 },
    ]);
    assert.equal(mean, 4);
    assert.equal(effectiveCount, 1.8);
  });

  test('is the plain mean when all ratings are as old, however old', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), fc.nat(1e6), (values, ageDays) => {
        const { mean, effectiveCount } = recencyMean(values.map((value) => ({ value, ageDays })));
        const plain = values.reduce((sum, value) => sum + value, 0) / values.length;
        assert.ok(isNear(mean, plain, 1e-9) && isNear(effectiveCount, values.length, 1e-9));
      }),
    );
  });

  test('refuses no ratings, ages below 0 and a half-life of 0', () => {
    assert.throws(() => recencyMean([]), invalidOption);
    assert.throws(() => recencyMean([{ value: 4, ageDays: -1 }]), invalidOption);
    assert.throws(() => recencyMean([{ value: NaN, ageDays: 1 }]), invalidOption);
    assert.throws(() => recencyMean([{ value: 4, ageDays: 1 }], 0), invalidOption);
  });
});

describe('the response-bias lens', () => {
  test('lets a team that rates half as often weigh twice as much', () => {
    const outcome = postStratify([
      { viewers: 8, ratings: [0, 0, 0, 0, 8] },
      { viewers: 8, ratings: [0, 4, 0, 0, 0] },
    ]);
    assert.deepEqual(outcome, { isRefused: false, mean: 3.5, effectiveCount: 256 / 24 });
  });

  test('is the plain mean when every team rates as often', () => {
    const outcome = postStratify([
      { viewers: 10, ratings: [1, 1, 1, 1, 1] },
      { viewers: 6, ratings: [0, 0, 0, 0, 3] },
    ]);
    assert.deepEqual(outcome, { isRefused: false, mean: 3.75, effectiveCount: 8 });
  });

  test('leaves out teams without viewers and raters', () => {
    const team = { viewers: 9, ratings: [1, 1, 1] };
    assert.deepEqual(postStratify([team, { viewers: 0, ratings: [0, 0, 0] }]), postStratify([team]));
  });

  for (const [because, strata, reason] of [
    ['there is no team', [], 'thin'],
    ['a team has two raters', [{ viewers: 9, ratings: [2, 0] }], 'thin'],
    ['a team viewed and nobody of it rated', [{ viewers: 9, ratings: [0, 0] }], 'thin'],
    ['a team rated and nobody of it viewed', [{ viewers: 0, ratings: [3, 0] }], 'uneven'],
    [
      'one rating would weigh more than ten times another',
      [
        { viewers: 3, ratings: [3, 0] },
        { viewers: 31, ratings: [0, 3] },
      ],
      'uneven',
    ],
  ] as const) {
    test(`is refused when ${because}`, () => {
      assert.deepEqual(postStratify(strata), { isRefused: true, reason });
    });
  }

  test('is given when one rating weighs exactly ten times another', () => {
    const strata = [
      { viewers: 3, ratings: [3, 0] },
      { viewers: 30, ratings: [0, 3] },
    ];
    assert.equal(postStratify(strata).isRefused, false);
  });

  test('refuses counts that are none', () => {
    assert.throws(() => postStratify([{ viewers: -1, ratings: [3, 0] }]), invalidOption);
    assert.throws(() => postStratify([{ viewers: 1, ratings: [NaN, 0] }]), invalidOption);
  });
});

describe('the severity lens', () => {
  const ratings = [
    { itemId: '1', raterId: '10', value: 4 },
    { itemId: '1', raterId: '12', value: 3 },
    { itemId: '2', raterId: '10', value: 5 },
    { itemId: '3', raterId: '13', value: 2 },
  ];

  test('of the worked example is the one of docs/metrics.md', () => {
    const { mean, items, raters } = raterSeverity(ratings, { itemStrength: 5, raterStrength: 5, leastItems: 1 });
    const rounded = (map: ReadonlyMap<string, number>): [string, number][] =>
      [...map].map(([id, figure]) => [id, Number(figure.toFixed(5))]);
    assert.equal(mean, 3.5);
    assert.deepEqual(rounded(items), [
      ['1', 0],
      ['2', 0.25],
      ['3', -0.25],
    ]);
    assert.deepEqual(rounded(raters), [
      ['10', 0.25],
      ['12', -0.08333],
      ['13', -0.20833],
    ]);
  });

  test('says nothing about people who rated fewer than 5 items, also not when they rated one five times', () => {
    const often = Array.from({ length: 5 }, (_, index) => ({ itemId: '1', raterId: 'often', value: index + 1 }));
    const widely = Array.from({ length: 5 }, (_, index) => ({ itemId: `${index}`, raterId: 'widely', value: 2 }));
    const { raters, items } = raterSeverity([...often, ...widely]);
    assert.deepEqual([...raters.keys()], ['widely']);
    assert.equal(items.size, 5);
  });

  test('refuses no ratings, values that are none and strengths below 0', () => {
    assert.throws(() => raterSeverity([]), invalidOption);
    assert.throws(() => raterSeverity([{ itemId: '1', raterId: '2', value: NaN }]), invalidOption);
    assert.throws(() => raterSeverity(ratings, { itemStrength: -1 }), invalidOption);
    assert.throws(() => raterSeverity(ratings, { raterStrength: -1 }), invalidOption);
    assert.throws(() => raterSeverity(ratings, { leastItems: 0 }), invalidOption);
  });
});

describe("Holm's adjustment", () => {
  test('of the published example multiplies the smallest by all, the next by one less', () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
    assert.deepEqual(
      adjusted.map((value) => value.toFixed(3)),
      ['0.030', '0.060', '0.060', '0.020'],
    );
  });

  // R. Marcus, E. Peritz, K. R. Gabriel (1976): Holm is the closed test in which each intersection is tested by Bonferroni.
  test('is the closed Bonferroni test of all subsets, to 1e-12', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 7 }), (values) => {
        const closed = values.map((_, mine) => {
          let worst = 0;
          for (let subset = 1; subset < 2 ** values.length; subset += 1) {
            if (!(subset & (1 << mine))) continue;
            const tested = values.filter((_value, index) => subset & (1 << index));
            worst = Math.max(worst, Math.min(1, tested.length * Math.min(...tested)));
          }
          return worst;
        });
        holm(values).forEach((value, index) => {
          assert.ok(isNear(value, closed[index]!, 1e-12));
        });
      }),
    );
  });

  test('changes nothing for one question and nothing for none', () => {
    assert.deepEqual(holm([0.03]), [0.03]);
    assert.deepEqual(holm([]), []);
  });

  test('refuses what is no chance', () => {
    for (const bad of [-0.1, 1.1, NaN]) assert.throws(() => holm([0.5, bad]), invalidOption);
  });
});
