import type { MeasureId } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { quarter } from './cases.fixture.js';
import { changeFigure } from './change-figure.js';
import { hiddenEstimate, type Estimate } from './estimate.js';
import { judgeChanges } from './judge-changes.js';
import { judgeTarget } from './judge-target.js';
import { medianEstimate } from './median-estimate.js';
import { counted, itemPlace, type Outcome } from './outcome.js';
import { shareEstimate } from './share-estimate.js';

const share = (hits: number, of: number): Estimate =>
  shareEstimate(
    Array.from({ length: of }, (_, index) => counted(itemPlace(`item-${index}`), index < hits)),
    quarter.window,
  );
const waits = (...days: readonly number[]): Estimate =>
  medianEstimate(
    days.map((value): Outcome => ({ ...counted(itemPlace('deck'), true), value })),
    quarter.window,
  );
const open = (...days: readonly number[]): Estimate =>
  medianEstimate(
    days.map((value): Outcome => ({ ...itemPlace('deck'), part: 'open', reason: null, value, at: null })),
    quarter.window,
  );
const words = (...measures: readonly (readonly [MeasureId, Estimate, Estimate | null])[]): readonly unknown[] => [
  ...judgeChanges(measures.map(([id, now, before]) => ({ id, now, before }))).values(),
];

describe('a target', () => {
  test('is met or missed when the whole interval is on one side, else there is not enough data', () => {
    // Wilson: 31 of 44 is 0.558 to 0.818.
    assert.equal(judgeTarget(share(31, 44), 0.55, 'higher'), 'met');
    assert.equal(judgeTarget(share(31, 44), 0.7, 'higher'), 'not-enough-data');
    assert.equal(judgeTarget(share(31, 44), 0.82, 'higher'), 'missed');
    assert.equal(judgeTarget(share(31, 44), 0.82, 'lower'), 'met');
    assert.equal(judgeTarget(share(31, 44), 0.55, 'lower'), 'missed');
    assert.equal(judgeTarget(share(31, 44), null, 'lower'), 'no-target');
  });

  test('is never met or missed by what is hidden or not there', () => {
    for (const nothing of [hiddenEstimate('wilson', quarter.window), share(0, 0)])
      assert.equal(judgeTarget(nothing, 0.5, 'higher'), 'not-enough-data');
  });

  test('for a response time is missed by never answering', () => {
    assert.equal(judgeTarget(open(30, 40, 50, 60, 70, 80), 5, 'lower'), 'missed');
    assert.equal(judgeTarget(open(1, 2, 3), 5, 'lower'), 'not-enough-data');
  });
});

describe('the words about a change', () => {
  test('follow what is better for the measure', () => {
    assert.deepEqual(words(['P1', share(90, 100), share(50, 100)]), ['improving']);
    assert.deepEqual(words(['P8', share(90, 100), share(50, 100)]), ['worse']);
    assert.deepEqual(words(['P8', share(50, 100), share(90, 100)]), ['improving']);
    assert.deepEqual(words(['P1', share(52, 100), share(50, 100)]), ['no-clear-change']);
    const quick = Array.from({ length: 20 }, (_, index) => 1 + index / 20);
    const slow = quick.map((days) => days + 10);
    assert.deepEqual(words(['P4', waits(...quick), waits(...slow)]), ['improving']);
    assert.deepEqual(words(['P4', waits(...slow), waits(...quick)]), ['worse']);
    assert.deepEqual(words(['P4', open(...slow, 40, 50), waits(...quick)]), ['worse']);
  });

  test('take more certainty the more measures there are', () => {
    const change: readonly [MeasureId, Estimate, Estimate] = ['P1', share(65, 100), share(50, 100)];
    const same = (id: MeasureId): readonly [MeasureId, Estimate, Estimate] => [id, share(50, 100), share(50, 100)];
    assert.deepEqual(words(change), ['improving']);
    assert.deepEqual(words(change, same('P3'), same('P5'), same('P6')).slice(0, 1), ['no-clear-change']);
  });

  test('are not said about fewer than five on either side', () => {
    assert.deepEqual(words(['P1', share(4, 4), share(0, 100)]), ['not-enough-data']);
    assert.deepEqual(words(['P1', share(100, 100), null]), ['not-enough-data']);
    assert.deepEqual(words(['P1', hiddenEstimate('wilson', quarter.window), share(0, 100)]), ['not-enough-data']);
  });
});

describe('the difference to the period before', () => {
  test('comes with its interval, and is missing where an end is unknown', () => {
    const change = changeFigure(share(7, 34), share(1, 34));
    assert.deepEqual(
      change?.interval?.map((end) => end.toFixed(4)),
      ['0.0189', '0.3404'],
    );
    assert.equal(changeFigure(open(5, 6), waits(1, 2, 3)), null);
    assert.equal(changeFigure(share(7, 34), null), null);
  });
});
