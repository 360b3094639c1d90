import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isSafeBeside, showableParts, type PartOfWhole } from './suppression.js';

function teams(...people: readonly number[]): readonly PartOfWhole[] {
  return people.map((count, index) => ({ key: `team-${index}`, people: count }));
}

function shown(...people: readonly number[]): readonly number[] {
  const keys = showableParts(teams(...people), 5);
  return people.filter((_, index) => keys.has(`team-${index}`));
}

describe('the parts of a whole that may be shown', () => {
  test('leave teams of 3 and 2 out beside one of 7 (worked example)', () => {
    assert.deepEqual(shown(7, 3, 2), [7]);
  });

  test('leave a team of 9 out beside one of 3: 12 - 9 would give the 3 away (worked example)', () => {
    assert.deepEqual(shown(9, 3), []);
  });

  test('leave the smallest of the large ones out, and no more than needed', () => {
    assert.deepEqual(shown(20, 8, 6, 1), [20, 8]);
    assert.deepEqual(shown(20, 8, 6), [20, 8, 6]);
    assert.deepEqual(shown(), []);
  });

  test('let parts without people neither be shown nor hide others', () => {
    assert.deepEqual(shown(0, 6, 0), [6]);
  });

  test('leave one more out when a longer time holds a few people beyond them', () => {
    const keys = (whole: number): readonly string[] => [...showableParts(teams(6, 7), 5, [whole])];
    assert.deepEqual(keys(13), ['team-0', 'team-1']);
    assert.deepEqual(keys(14), ['team-1']);
    assert.deepEqual(keys(18), ['team-0', 'team-1']);
  });

  test('never let the rest be about fewer people than the minimum, nor any part', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 12 }), fc.integer({ min: 3, max: 10 }), (people, minimum) => {
        const keys = showableParts(teams(...people), minimum);
        const visible = people.filter((_, index) => keys.has(`team-${index}`));
        const rest = people.reduce((a, b) => a + b, 0) - visible.reduce((a, b) => a + b, 0);
        assert.ok(visible.every((count) => count >= minimum));
        // Everything hidden is the whole itself, which nobody shows when it is too small.
        assert.ok(rest === 0 || rest >= minimum || visible.length === 0);
      }),
    );
  });
});

test('a figure may stand beside a larger one if the difference is about nobody or about enough people', () => {
  assert.deepEqual(
    [20, 19, 16, 15, 0].map((people) => isSafeBeside(people, 20, 5)),
    [true, false, false, true, true],
  );
});
