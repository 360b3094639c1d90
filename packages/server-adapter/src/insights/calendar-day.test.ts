import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarDay } from './calendar-day.js';

test('a day begins at midnight of the time zone, in winter and in summer', () => {
  const dayInBerlin = calendarDay('Europe/Berlin');
  assert.equal(dayInBerlin(Date.parse('2026-01-31T22:59:59.999Z')), '2026-01-31');
  assert.equal(dayInBerlin(Date.parse('2026-01-31T23:00:00.000Z')), '2026-02-01');
  assert.equal(dayInBerlin(Date.parse('2026-07-31T21:59:59.999Z')), '2026-07-31');
  assert.equal(dayInBerlin(Date.parse('2026-07-31T22:00:00.000Z')), '2026-08-01');
});

test('a day has its ISO form in UTC and early in history', () => {
  assert.equal(calendarDay('UTC')(Date.parse('2026-05-04T00:00:00Z')), '2026-05-04');
});
