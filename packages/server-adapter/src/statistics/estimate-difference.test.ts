import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { SeededRandom } from '../conformance/seeded-random.js';
import { clusteredShare } from './clustered-share.js';
import { differenceInterval, type Estimated } from './estimate-difference.js';
import { intervalPValue } from './interval-p-value.js';
import { newcombe } from './newcombe.js';
import { normalCdf } from './normal.js';
import { invalidOption, isNear } from './reference.fixture.js';
import { scoreInterval, wilson, type Share } from './wilson.js';

const shareOf = (share: Share): Estimated => ({
  point: share.numerator / share.denominator,
  intervalAt: (z) => wilson(share, z),
});
const shares = fc
  .integer({ min: 1, max: 200 })
  .chain((denominator) => fc.record({ numerator: fc.nat(denominator), denominator: fc.constant(denominator) }));

describe('the difference of two figures', () => {
  test('of shares is what Newcombe gives', () => {
    fc.assert(
      fc.property(shares, shares, (one, other) => {
        const [low, high] = differenceInterval(shareOf(one), shareOf(other), 1.959964);
        const { interval } = newcombe(one, other);
        assert.ok(isNear(low, interval[0], 1e-12) && isNear(high, interval[1], 1e-12));
      }),
    );
  });

  test('has no end where one of them has none', () => {
    const short: Estimated = { point: 5, intervalAt: () => [2, 9] };
    const openEnd: Estimated = { point: 20, intervalAt: () => [12, Infinity] };
    const unknown: Estimated = { point: Infinity, intervalAt: () => [12, Infinity] };
    assert.deepEqual(differenceInterval(openEnd, short, 2), [15 - Math.hypot(8, 4), Infinity]);
    assert.deepEqual(differenceInterval(unknown, short, 2), [3, Infinity]);
    assert.deepEqual(differenceInterval(unknown, unknown, 2), [-Infinity, Infinity]);
  });

  test('is less than 5 % likely by chance exactly when its 95 % interval leaves 0 out', () => {
    fc.assert(
      fc.property(shares, shares, (one, other) => {
        const [first, second] = [shareOf(one), shareOf(other)];
        const [low, high] = differenceInterval(first, second, 1.959964);
        const p = intervalPValue((z) => differenceInterval(first, second, z));
        if (Math.min(Math.abs(low), Math.abs(high)) < 1e-6) return;
        assert.equal(p < 2 * normalCdf(-1.959964), low > 0 || high < 0);
      }),
    );
  });

  test('has the p value of a normal figure', () => {
    for (const [at, expected] of [
      [0, 1],
      [1.959964, 0.05],
      [-2.575829, 0.01],
    ] as const)
      assert.ok(
        isNear(
          intervalPValue((z) => [at - z, at + z]),
          expected,
          1e-6,
        ),
      );
    assert.ok(intervalPValue((z) => [100 - z, 100 + z]) < 1e-14);
  });
});

describe('a share of observations that come in groups', () => {
  test('is worth what independent ones are when every group is one observation', () => {
    const groups = Array.from({ length: 40 }, (_, index) => ({ numerator: index < 10 ? 1 : 0, denominator: 1 }));
    const { numerator, denominator, effectiveCount } = clusteredShare(groups);
    assert.deepEqual([numerator, denominator], [10, 40]);
    assert.ok(isNear(effectiveCount, 39, 1e-9), String(effectiveCount));
  });

  test('is worth one observation for each group when all of a group are alike', () => {
    const groups = Array.from({ length: 20 }, (_, index) => ({ numerator: index < 5 ? 10 : 0, denominator: 10 }));
    assert.ok(isNear(clusteredShare(groups).effectiveCount, 19, 1e-9));
  });

  test('is worth as many as there are groups while all or none are hits', () => {
    assert.equal(clusteredShare([{ numerator: 5, denominator: 5 }]).effectiveCount, 1);
    const none = Array.from({ length: 7 }, () => ({ numerator: 0, denominator: 9 }));
    assert.equal(clusteredShare(none).effectiveCount, 7);
  });

  test('covers the true share at least 93 times in a hundred where people have habits', () => {
    const random = new SeededRandom(7);
    let covered = 0;
    for (let round = 0; round < 500; round++) {
      // Half of the people rate 10 % of what they use, half 50 %: 30 % in all.
      const groups = Array.from({ length: 30 }, () => {
        const habit = random.below(2) === 0 ? 10 : 50;
        const denominator = 1 + random.below(15);
        const hits = Array.from({ length: denominator }, () => (random.below(100) < habit ? 1 : 0) as number);
        return { numerator: hits.reduce((sum, hit) => sum + hit, 0), denominator };
      });
      const { numerator, denominator, effectiveCount } = clusteredShare(groups);
      const [low, high] = scoreInterval(numerator / denominator, effectiveCount);
      if (low <= 0.3 && 0.3 <= high) covered += 1;
    }
    assert.ok(covered >= 465, `${covered} of 500`);
  });

  test('refuses counts that are none', () => {
    for (const groups of [[], [{ numerator: 2, denominator: 1 }], [{ numerator: 0, denominator: 0 }]])
      assert.throws(() => clusteredShare(groups), invalidOption);
  });
});
