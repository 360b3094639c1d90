import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ItemRow } from './item-rows.js';
import { responseRateOf } from './overview-parts.js';

const window = { from: '2026-08-01T00:00:00.000Z', to: '2026-09-01T00:00:00.000Z' };

describe('the response rate of many items', () => {
  test('counts every item of the whole, also those whose own viewers are hidden', () => {
    const rows = [row(20, 4), row(119, 60, 'hidden'), row(118, 55, 'hidden')];
    const { numerator, denominator, excluded } = responseRateOf(rows, { window, minimum: 5, isWhole: true });
    assert.deepEqual([numerator, denominator, excluded], [119, 257, []]);
  });

  test('leaves hidden items out of a choice of items, and says how many', () => {
    const rows = [row(20, 4), row(119, 60, 'hidden'), row(118, 55, 'hidden')];
    const { numerator, denominator, excluded } = responseRateOf(rows, { window, minimum: 5, isWhole: false });
    assert.deepEqual([numerator, denominator, excluded], [4, 20, [{ reason: 'items-with-hidden-viewers', count: 2 }]]);
  });

  test('does not give a single hidden item away, nor items that only few people used', () => {
    for (const hidden of [[row(119, 60, 'hidden')], [row(3, 1, 'hidden'), row(4, 2, 'hidden'), row(2, 0, 'hidden')]]) {
      const { denominator } = responseRateOf([row(20, 4), ...hidden], { window, minimum: 5, isWhole: true });
      assert.equal(denominator, 20);
    }
  });

  test('is none when nobody used anything that may be told', () => {
    assert.equal(responseRateOf([row(0, 0), row(3, 3, 'hidden')], { window, minimum: 5, isWhole: true }).state, 'none');
  });
});

function row(viewers: number, raters: number, state: 'ok' | 'hidden' = 'ok'): ItemRow {
  // As much of a row as the rate is made of.
  return { use: { viewers, raters }, insight: { viewers: { state } } } as unknown as ItemRow;
}
