import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { priorOfKind, varianceComponents } from './empirical-bayes.js';
import { countsOf, invalidOption, isNear, jStat, ratingsOf } from './reference.fixture.js';

const example = [
  [5, 4, 4, 5, 4],
  [3, 3, 2, 4],
  [4, 4, 5, 3, 4, 4],
  [2, 3, 2],
  [5, 5, 4, 5, 5, 4, 5],
].map(countsOf);

const counts = fc.array(fc.nat(20), { minLength: 5, maxLength: 5 });

describe('variance components', () => {
  test('of the worked example are those of docs/metrics.md', () => {
    const { mean, withinItems, betweenItems, typicalCount, trueVariance, ratio, strength } =
      varianceComponents(example);
    assert.deepEqual(
      [mean, withinItems, betweenItems, typicalCount, trueVariance, ratio].map((figure) => figure.toFixed(6)),
      ['3.920000', '0.364762', '4.136190', '4.900000', '0.769679', '0.473914'],
    );
    assert.equal(strength, 2);
  });

  test('have the F of a one-way analysis of variance by jstat, to one part in 1e9', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 2, maxLength: 12 }), (items) => {
        const groups = items.map(ratingsOf).filter((ratings) => ratings.length > 0);
        fc.pre(groups.length > 1 && groups.some((ratings) => new Set(ratings).size > 1));
        const { betweenItems, withinItems } = varianceComponents(items);
        const expected = jStat.anovafscore(...groups);
        assert.ok(isNear(betweenItems / withinItems, expected, 1e-9 * Math.max(1, expected)));
      }),
    );
  });

  test('give items that are alike the strongest prior', () => {
    const { trueVariance, strength } = varianceComponents([
      [0, 1, 2, 1, 0],
      [0, 1, 2, 1, 0],
    ]);
    assert.deepEqual([trueVariance, strength], [0, 20]);
  });

  test('give items about which everybody agrees the weakest prior', () => {
    assert.equal(varianceComponents([countsOf([5, 5]), countsOf([2, 2, 2])]).strength, 2);
  });

  test('leave out items nobody rated', () => {
    assert.deepEqual(varianceComponents([[0, 0, 0, 0, 0], ...example]), varianceComponents(example));
  });

  test('need two items and more than one rating of one of them', () => {
    for (const items of [[], [countsOf([4, 5])], [countsOf([4]), countsOf([2])]]) {
      assert.throws(() => varianceComponents(items), invalidOption);
    }
  });

  test('refuse counts that are none', () => {
    for (const bad of [-1, 0.5, NaN])
      assert.throws(
        () =>
          varianceComponents([
            [bad, 1],
            [1, 2],
          ]),
        invalidOption,
      );
  });
});

describe('the prior of a kind', () => {
  const twenty = Array.from({ length: 20 }, (_, index) => countsOf([3, 4, index % 2 ? 2 : 5]));

  test('spreads 5 ratings evenly until 20 items have 3 ratings', () => {
    const thin = [...twenty.slice(0, 19), countsOf([4, 4])];
    assert.deepEqual(priorOfKind(thin, 5), [1, 1, 1, 1, 1]);
    assert.deepEqual(priorOfKind([], 5), [1, 1, 1, 1, 1]);
  });

  test('then weighs m ratings, in the shares of all ratings of the kind', () => {
    const { strength } = varianceComponents(twenty);
    assert.ok(strength > 2 && strength <= 20);
    assert.deepEqual(
      priorOfKind(twenty, 5),
      [0, 10, 20, 20, 10].map((count) => (strength * count) / 60),
    );
  });

  test('weighs 2 to 20 ratings, whatever the ratings are', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 20, maxLength: 40 }), (items) => {
        const weight = priorOfKind(items, 5).reduce((sum, share) => sum + share, 0);
        assert.ok(weight > 2 - 1e-9 && weight < 20 + 1e-9, `${weight}`);
      }),
    );
  });

  test('refuses counts of another scale', () => {
    assert.throws(() => priorOfKind([[1, 2, 3]], 5), invalidOption);
  });
});
