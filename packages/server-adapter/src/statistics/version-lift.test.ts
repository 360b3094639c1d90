import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { wilcoxonRankSum } from 'simple-statistics';
import { mannWhitney } from './mann-whitney.js';
import { invalidOption, isNear, jStat, ratingsOf } from './reference.fixture.js';
import { pairedLift, versionLift } from './version-lift.js';

const even = [1, 1, 1, 1, 1];
const before = [2, 5, 9, 6, 3];
const after = [0, 2, 6, 11, 6];
const counts = fc.array(fc.nat(30), { minLength: 5, maxLength: 5 });
const someRatings = counts.filter((points) => points.some((count) => count > 0));

describe('the lift of a version', () => {
  test('of the worked example is the one of docs/metrics.md', () => {
    const { difference, standardError, interval, probability } = versionLift(before, after, even);
    assert.equal(difference.toFixed(3), '0.600');
    assert.equal(standardError.toFixed(6), '0.280169');
    assert.deepEqual(
      interval.map((end) => end.toFixed(4)),
      ['0.0509', '1.1491'],
    );
    assert.equal(probability.toFixed(5), '0.98389');
  });

  test('turns round when the versions change places', () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const forth = versionLift(first, second, even);
        const back = versionLift(second, first, even);
        assert.ok(isNear(forth.difference, -back.difference, 1e-12));
        assert.ok(isNear(forth.probability, 1 - back.probability, 1e-12));
        assert.ok(isNear(forth.probability, jStat.normal.cdf(forth.difference / forth.standardError, 0, 1), 1e-12));
      }),
    );
  });

  test('of a version nobody has rated is that of the prior, with a wide interval', () => {
    const { difference, interval } = versionLift([0, 0, 0, 0, 0], [0, 0, 0, 0, 0], even);
    assert.equal(difference, 0);
    assert.ok(interval[1] > 1);
  });

  test('is certain when nothing can vary', () => {
    const sure = [0, 0, 0, 0, 3];
    assert.equal(versionLift([0, 0, 0, 0, 2], sure, [0, 0, 0, 0, 5]).probability, 0.5);
  });

  test('refuses counts that are none, scales that differ and a prior of nothing', () => {
    assert.throws(() => versionLift([-1, 0], [1, 1], [1, 1]), invalidOption);
    assert.throws(() => versionLift([1, 0], [1, NaN], [1, 1]), invalidOption);
    assert.throws(() => versionLift([1, 0], [1, 1, 1], [1, 1]), invalidOption);
    assert.throws(() => versionLift([1, 0], [1, 1], [1, 1, 1]), invalidOption);
    assert.throws(() => versionLift([1, 0], [1, 1], [0, 0]), invalidOption);
    assert.throws(() => versionLift([1, 0], [1, 1], [2, -1]), invalidOption);
  });
});

describe('the paired lift', () => {
  // Gosset's own example (1908): hours of sleep gained with one drug against another.
  const sleep = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4].map((gain) => [0, gain] as const);

  test('of the sleep data is 1.58 (0.70 to 2.46), as published', () => {
    const { difference, interval } = pairedLift(sleep);
    assert.deepEqual(
      [difference, ...interval].map((figure) => figure.toFixed(4)),
      ['1.5800', '0.7001', '2.4599'],
    );
  });

  test('is certain when everybody changed their mind by as much', () => {
    assert.deepEqual(
      pairedLift([
        [2, 4],
        [3, 5],
      ]),
      { difference: 2, interval: [2, 2] },
    );
  });

  test('needs two people and numbers', () => {
    assert.throws(() => pairedLift([[2, 4]]), invalidOption);
    assert.throws(
      () =>
        pairedLift([
          [2, 4],
          [NaN, 3],
        ]),
      invalidOption,
    );
  });
});

describe('the ordinal check', () => {
  test('counts the pairs in which the new version is rated higher', () => {
    assert.deepEqual(mannWhitney([0, 0, 1, 0, 1], [0, 0, 1, 1, 0]), { u: 2.5, superiority: 0.625 });
  });

  test('agrees with the rank sum of simple-statistics to 1e-9', () => {
    fc.assert(
      fc.property(someRatings, someRatings, (first, second) => {
        const mine = ratingsOf(first);
        const rankSum = wilcoxonRankSum(mine, ratingsOf(second));
        assert.ok(isNear(mannWhitney(first, second).u, rankSum - (mine.length * (mine.length + 1)) / 2, 1e-9));
      }),
    );
  });

  test('gives the two groups together all pairs', () => {
    fc.assert(
      fc.property(someRatings, someRatings, (first, second) => {
        const { u, superiority } = mannWhitney(first, second);
        const opposite = mannWhitney(second, first);
        assert.equal(u + opposite.u, ratingsOf(first).length * ratingsOf(second).length);
        assert.ok(isNear(superiority + opposite.superiority, 1, 1e-12));
      }),
    );
  });

  test('refuses a group without ratings, counts that are none and scales that differ', () => {
    assert.throws(() => mannWhitney([0, 0], [1, 0]), invalidOption);
    assert.throws(() => mannWhitney([1, 0], [0, 0]), invalidOption);
    assert.throws(() => mannWhitney([1, 0], [1, -2]), invalidOption);
    assert.throws(() => mannWhitney([1, 0], [1, 0, 0]), invalidOption);
  });
});
