import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { kaplanMeier, type Wait } from './kaplan-meier.js';
import { invalidOption, isNear } from './reference.fixture.js';

const answered = (...times: readonly number[]): Wait[] => times.map((time) => ({ time, isAnswered: true }));
const open = (...times: readonly number[]): Wait[] => times.map((time) => ({ time, isAnswered: false }));
const waits = fc.array(fc.record({ time: fc.nat(30), isAnswered: fc.boolean() }), { maxLength: 60 });

describe('the time to a first response', () => {
  test('counts what is still open, as in the worked example of docs/metrics.md', () => {
    const { steps, median } = kaplanMeier([...answered(1, 2, 2, 5, 9), ...open(3, 8, 12)]);
    assert.deepEqual(
      steps.map(({ time, survival }) => [time, survival]),
      [
        [1, 0.875],
        [2, 0.625],
        [5, 0.46875],
        [9, 0.234375],
      ],
    );
    assert.equal(median, 5);
    assert.equal(kaplanMeier(answered(1, 2, 2, 5, 9)).median, 2);
  });

  test('of the leukaemia patients of Freireich is the published curve, with a median of 23 weeks', () => {
    const { steps, median } = kaplanMeier([
      ...answered(6, 6, 6, 7, 10, 13, 16, 22, 23),
      ...open(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
    ]);
    assert.deepEqual(
      steps.map(({ survival }) => survival.toFixed(3)),
      ['0.857', '0.807', '0.753', '0.690', '0.627', '0.538', '0.448'],
    );
    assert.equal(median, 23);
  });

  test('has no median while fewer than half are answered', () => {
    assert.equal(kaplanMeier([...answered(1), ...open(2, 3, 4)]).median, null);
    assert.deepEqual(kaplanMeier([]), { steps: [], median: null });
  });

  test('has its median where exactly half are answered', () => {
    assert.equal(kaplanMeier([...answered(1, 3), ...open(7, 7)]).median, 3);
    assert.equal(kaplanMeier(answered(...Array.from({ length: 10 }, (_, index) => index + 1))).median, 5);
  });

  // B. Efron (1967): move the weight of everything still open on to what waits longer; what is left is the curve.
  test('is the curve that moving the weight of what is open to the right gives, to 1e-9', () => {
    fc.assert(
      fc.property(waits, (sample) => {
        const ordered = sample.toSorted((a, b) => a.time - b.time || Number(b.isAnswered) - Number(a.isAnswered));
        const weights = ordered.map(() => 1 / ordered.length);
        ordered.forEach(({ isAnswered }, index) => {
          const behind = ordered.length - index - 1;
          if (isAnswered || behind === 0) return;
          for (let later = index + 1; later < ordered.length; later += 1) weights[later]! += weights[index]! / behind;
          weights[index] = 0;
        });
        for (const { time, survival } of kaplanMeier(sample).steps) {
          const left =
            1 - weights.reduce((sum, weight, index) => (ordered[index]!.time <= time ? sum + weight : sum), 0);
          // The last of all, if open, keeps its weight: it is not answered.
          const stuck = ordered.at(-1)!;
          const kept = !stuck.isAnswered && stuck.time <= time ? weights.at(-1)! : 0;
          assert.ok(isNear(survival, left + kept, 1e-9), `${survival} at ${time} is not ${left + kept}`);
        }
      }),
    );
  });

  test('falls at each answer and never below 0', () => {
    fc.assert(
      fc.property(waits, (sample) => {
        let last = 1;
        for (const { survival } of kaplanMeier(sample).steps) {
          assert.ok(survival < last && survival >= 0);
          last = survival;
        }
      }),
    );
  });

  test('refuses times that are none', () => {
    for (const time of [-1, NaN, Infinity]) assert.throws(() => kaplanMeier(answered(time)), invalidOption);
  });
});
