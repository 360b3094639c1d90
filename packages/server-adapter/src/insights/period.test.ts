import { isCollateralError } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarDay } from './calendar-day.js';
import { addDays, daysBetween } from './day-math.js';
import { dayStart, windowOf } from './day-start.js';
import { previousPeriod, readPeriod, readScorecardPeriod, yearBefore, type DaySpan } from './period.js';
import { stretchesOf, sumByStretch } from './stretches.js';

const today = '2026-05-04';

function days({ firstDay, lastDay }: DaySpan): string {
  return `${firstDay}..${lastDay}`;
}

const forms: readonly [period: string, days: string, previous: string][] = [
  ['last-30-days', '2026-04-05..2026-05-04', '2026-03-06..2026-04-04'],
  ['last-90-days', '2026-02-04..2026-05-04', '2025-11-06..2026-02-03'],
  ['last-365-days', '2025-05-05..2026-05-04', '2024-05-05..2025-05-04'],
  ['2026-W01', '2025-12-29..2026-01-04', '2025-12-22..2025-12-28'],
  ['2020-W53', '2020-12-28..2021-01-03', '2020-12-21..2020-12-27'],
  ['2026-01', '2026-01-01..2026-01-31', '2025-12-01..2025-12-31'],
  ['2024-02', '2024-02-01..2024-02-29', '2024-01-01..2024-01-31'],
  ['2026-Q1', '2026-01-01..2026-03-31', '2025-10-01..2025-12-31'],
];
for (const [period, expected, previous] of forms) {
  test(`${period} covers ${expected}, and before it ${previous}`, () => {
    const span = readPeriod(period, today);
    assert.equal(days(span), expected);
    assert.equal(days(previousPeriod(span)), previous);
  });
}

for (const period of [
  '',
  'last-7-days',
  '2026',
  '2026-13',
  '2026-Q5',
  '2026-W00',
  '2025-W53',
  '2026-5',
  'yesterday',
  '2026-W1',
]) {
  test(`refuses the period ${JSON.stringify(period)} and says which there are`, () => {
    assert.throws(
      () => readPeriod(period, today),
      (error) => isCollateralError(error) && error.code === 'invalid-query' && error.message.includes('last-90-days'),
    );
  });
}

test('refuses a period that has not begun', () => {
  assert.throws(() => readPeriod('2026-Q3', today), /has not begun yet/);
  assert.equal(readPeriod('2026-Q2', today).lastDay, '2026-06-30');
});

for (const zone of [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Niue',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Asia/Beirut',
]) {
  test(`days in ${zone} begin where the day of events changes, on every day of a year with its changes of the clock`, () => {
    const dayOf = calendarDay(zone);
    for (let day = '2018-01-01'; day < '2019-01-01'; day = addDays(day, 1)) {
      const start = dayStart(day, zone);
      assert.equal(dayOf(start), day);
      assert.ok(dayOf(start - 1) < day, `${day} begins later than one millisecond before ${start}`);
    }
  });
}

test('the day on which clocks go forward has 23 hours, and the one on which they go back 25', () => {
  const hours = (firstDay: string): number => {
    const { from, to } = windowOf({ firstDay, lastDay: firstDay }, 'Europe/Berlin');
    return (Date.parse(to) - Date.parse(from)) / 3_600_000;
  };
  assert.deepEqual(['2026-03-28', '2026-03-29', '2026-10-25'].map(hours), [24, 23, 25]);
});

for (const [period, count] of [
  ['last-30-days', 30],
  ['last-90-days', 13],
  ['last-365-days', 14],
  ['2026-02', 28],
  ['2026-Q1', 13],
  ['2026-W10', 7],
] as const) {
  test(`${period} is shown in ${count} stretches that leave no day out`, () => {
    const span = readPeriod(period, today);
    const stretches = stretchesOf(span);
    assert.equal(stretches.length, count);
    const all = stretches.flatMap(({ firstDay, lastDay }) =>
      Array.from({ length: daysBetween(firstDay, lastDay) + 1 }, (_, index) => addDays(firstDay, index)),
    );
    assert.deepEqual(
      all,
      Array.from({ length: daysBetween(span.firstDay, span.lastDay) + 1 }, (_, index) => addDays(span.firstDay, index)),
    );
    assert.equal(
      sumByStretch(
        stretches,
        all.map((day) => [day, 1] as const),
      ).reduce((a, b) => a + b),
      all.length,
    );
  });
}

const spans: readonly [period: string, days: string, previous: string, yearBefore: string][] = [
  ['2026-02..2026-04', '2026-02-01..2026-04-30', '2025-11-01..2026-01-31', '2025-02-01..2025-04-30'],
  ['2025-06..2026-05', '2025-06-01..2026-05-31', '2024-06-01..2025-05-31', '2024-06-01..2025-05-31'],
  ['2024-02..2024-02', '2024-02-01..2024-02-29', '2024-01-01..2024-01-31', '2023-02-01..2023-02-28'],
];
for (const [period, expected, previous, earlier] of spans) {
  test(`a scorecard of ${period} covers ${expected}, before it ${previous}, and a year before ${earlier}`, () => {
    const span = readScorecardPeriod(period, today);
    assert.equal(days(span), expected);
    assert.equal(days(previousPeriod(span)), previous);
    assert.equal(days(yearBefore(span)), earlier);
    for (const each of [previousPeriod(span), yearBefore(span)])
      assert.equal(days(readScorecardPeriod(each.period, today)), days(each), 'what is beside it can be asked for');
  });
}

const refusals: readonly [period: string, why: RegExp][] = [
  ['2026-04..2026-02', /ends before it begins. Write the earlier month first: 2026-02..2026-04/],
  ['2025-05..2026-05', /has 13 months, more than 12. End it with 2026-04 or before/],
  ['2026-03..2026-06', /ends with a month that has not begun yet. End it with 2026-05 or before/],
  ['2027-01..2027-02', /ends with a month that has not begun yet/],
  ['2026-00..2026-02', /months such as 2026-02..2026-07, got "2026-00..2026-02"/],
  ['2026-02..2026-13', /months such as/],
  ['2026-02...2026-03', /months such as/],
  ['2026-02-01..2026-03-31', /months such as/],
  ['2026-Q1..2026-Q2', /months such as/],
  ['0000-01..0000-02', /months such as/],
];
for (const [period, why] of refusals) {
  test(`refuses a scorecard of ${period} and says why`, () => {
    assert.throws(
      () => readScorecardPeriod(period, today),
      (error) => isCollateralError(error) && error.code === 'invalid-query' && why.test(error.message),
    );
  });
}

test('figures of items are not told for any choice of months', () => {
  assert.throws(
    () => readPeriod('2026-02..2026-04', today),
    /^CollateralError: period must be .* got "2026-02\.\.2026-04"/,
  );
});
