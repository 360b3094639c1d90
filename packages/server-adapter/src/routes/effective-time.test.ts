import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { effectiveTimes, isTooOld } from './effective-time.js';

const received = Date.parse('2026-05-04T10:00:00.000Z');
const minute = 60_000;

function at(minutes: number): string {
  return new Date(received + minutes * minute).toISOString();
}

describe('the effective time', () => {
  const rows: readonly (readonly [name: string, occurred: number, sent: number, expected: number])[] = [
    ['stays as stated when the clocks agree', -30, 0, -30],
    ['stays as stated when the clocks differ by five minutes', -30, -5, -30],
    ['is corrected when the sender is two hours behind', -150, -120, -30],
    ['is corrected when the sender is two hours ahead', 90, 120, -30],
    ['is corrected from just over five minutes on', -30, -5.001, -24.999],
    ['is never later than the receipt', 4, 4, 0],
    ['is the receipt for an event that claims to come after its own request', 500, 120, 0],
  ];
  for (const [name, occurred, sent, expected] of rows) {
    test(name, () => {
      assert.equal(Math.round(effectiveTimes(at(sent), received)(at(occurred))), received + expected * minute);
    });
  }

  test('survives the ends of the calendar', () => {
    assert.equal(effectiveTimes('0000-01-01T00:00:00Z', received)('9999-12-31T23:59:59Z'), received);
    assert.ok(Number.isFinite(effectiveTimes('9999-12-31T23:59:59Z', received)('0000-01-01T00:00:00Z')));
  });
});

describe('the age of an event', () => {
  test('may be 35 days to the millisecond', () => {
    const days35 = 35 * 24 * 60 * minute;
    assert.equal(isTooOld(received - days35, received), false);
    assert.equal(isTooOld(received - days35 - 1, received), true);
  });
});
