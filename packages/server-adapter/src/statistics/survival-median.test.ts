import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { SeededRandom } from '../conformance/seeded-random.js';
import { kaplanMeier, type Wait } from './kaplan-meier.js';
import { medianInterval } from './survival-median.js';

const answered = (...times: readonly number[]): Wait[] => times.map((time) => ({ time, isAnswered: true }));
const open = (...times: readonly number[]): Wait[] => times.map((time) => ({ time, isAnswered: false }));

describe('the interval of a median waiting time', () => {
  test('of the leukaemia patients of Freireich is the one SAS and R give on the log-log scale', () => {
    const treated = [
      ...answered(6, 6, 6, 7, 10, 13, 16, 22, 23),
      ...open(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
    ];
    assert.deepEqual(medianInterval(kaplanMeier(treated)), [13, Infinity]);
    const placebo = answered(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);
    assert.deepEqual(medianInterval(kaplanMeier(placebo)), [4, 11]);
  });

  test('of the worked example of docs/metrics.md begins at 1 day and has no end yet', () => {
    assert.deepEqual(medianInterval(kaplanMeier([...answered(1, 2, 2, 5, 9), ...open(3, 8, 12)])), [1, Infinity]);
  });

  test('holds the median, and is wider for more certainty', () => {
    const waits = fc.array(fc.record({ time: fc.nat(30), isAnswered: fc.boolean() }), { maxLength: 60 });
    fc.assert(
      fc.property(waits, fc.double({ min: 0, max: 4, noNaN: true }), (sample, z) => {
        const curve = kaplanMeier(sample);
        const [low, high] = medianInterval(curve, z);
        const [wideLow, wideHigh] = medianInterval(curve, z + 0.5);
        assert.ok(low <= (curve.median ?? Infinity) && (curve.median ?? Infinity) <= high);
        assert.ok(wideLow <= low && wideHigh >= high);
      }),
    );
  });

  test('covers the true median 93 to 99 times in a hundred where a third is still open', () => {
    const random = new SeededRandom(42);
    const exponential = (mean: number): number => -mean * Math.log((random.below(1_000_000) + 0.5) / 1_000_000);
    let covered = 0;
    for (let round = 0; round < 400; round++) {
      const waits = Array.from({ length: 30 }, (): Wait => {
        // Half of exponential waits of mean 1 are over after ln 2; censored by others of mean 2.
        const [wait, end] = [exponential(1), exponential(2)];
        return { time: Math.min(wait, end), isAnswered: wait <= end };
      });
      const [low, high] = medianInterval(kaplanMeier(waits));
      if (low <= Math.LN2 && Math.LN2 <= high) covered += 1;
    }
    assert.ok(covered >= 372 && covered <= 396, `${covered} of 400`);
  });
});
