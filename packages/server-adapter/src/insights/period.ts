import { CollateralError, type InsightsPeriod } from '@collateral/sdk/contract';
import { addDays, isoWeekday } from './day-math.js';
import type { DaySpan } from './day-span.js';
import { monthSpanBefore, readMonthSpan } from './month-span.js';

export type { DaySpan } from './day-span.js';

/** The periods that end today, the shortest first: each lies inside the next. */
const rollingPeriods: readonly InsightsPeriod[] = Object.freeze(['last-30-days', 'last-90-days', 'last-365-days']);

const form =
  'last-30-days, last-90-days, last-365-days, a week such as 2026-W21, a month such as 2026-05 or a quarter such as 2026-Q2';

/**
 * Reads a period.
 *
 * @param today - the calendar day in the policy's time zone.
 * @throws CollateralError `invalid-query` for anything else than the documented forms, and for what has not begun yet.
 */
export function readPeriod(period: InsightsPeriod, today: string): DaySpan {
  return readForm(period, today, form);
}

/**
 * Reads a period of a scorecard: the same, and several whole months together.
 *
 * Figures of items are not told for these: people who viewed an item are counted there, and any choice of months beside any other would
 * tell what lies between them.
 *
 * @throws CollateralError `invalid-query`, also for months that are too many, or have not begun yet.
 */
export function readScorecardPeriod(period: InsightsPeriod, today: string): DaySpan {
  return readMonthSpan(period, today) ?? readForm(period, today, `${form}, or months such as 2026-02..2026-07`);
}

function readForm(period: InsightsPeriod, today: string, forms: string): DaySpan {
  const span = rolling(period, today) ?? week(period) ?? month(period) ?? quarter(period);
  if (span === null) refuse(`period must be ${forms}, got ${JSON.stringify(period.slice(0, 40))}.`);
  if (span.firstDay > today)
    refuse(`period ${period} has not begun yet. Ask for one that begins on ${today} or before.`);
  return span;
}

/** Gives the period of the same kind that ends where this one begins. */
export function previousPeriod({ period, firstDay, lastDay }: DaySpan): DaySpan {
  const dayBefore = addDays(firstDay, -1);
  if (period.startsWith('last-')) {
    const length = lengthOfRolling(period) ?? 0;
    return { period, firstDay: addDays(firstDay, -length), lastDay: dayBefore };
  }
  if (period.includes('W')) return weekOf(dayBefore);
  const months = monthSpanBefore(period);
  if (months !== null) return months;
  const span = period.includes('Q') ? quarter(quarterOf(dayBefore)) : month(dayBefore.slice(0, 7));
  return span ?? { period, firstDay: dayBefore, lastDay };
}

/** Gives the same period a year earlier: as many days back for rolling ones, 52 weeks for a week. */
export function yearBefore(span: DaySpan): DaySpan {
  const { period, firstDay, lastDay } = span;
  if (period.startsWith('last-')) return { period, firstDay: addDays(firstDay, -365), lastDay: addDays(lastDay, -365) };
  if (period.includes('W')) return weekOf(addDays(firstDay, -364));
  const months = monthSpanBefore(period, 12);
  if (months !== null) return months;
  const earlier = `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`;
  return quarter(earlier) ?? month(earlier) ?? span;
}

/**
 * Gives the other periods one can ask for that hold all days of this one: with one of them beside it, what lies between the two can
 * be worked out.
 */
export function periodsAround(span: DaySpan, today: string): readonly DaySpan[] {
  const named = [month(span.firstDay.slice(0, 7)), quarter(quarterOf(span.firstDay))];
  const all = [...rollingPeriods.map((period) => rolling(period, today)), ...named];
  // Nothing has happened yet on the days to come of this month or quarter.
  const lastDay = span.lastDay < today ? span.lastDay : today;
  return all.filter(
    (other): other is DaySpan =>
      other !== null &&
      other.firstDay <= span.firstDay &&
      other.lastDay >= lastDay &&
      (other.firstDay < span.firstDay || other.lastDay > lastDay),
  );
}

function rolling(period: string, today: string): DaySpan | null {
  const length = lengthOfRolling(period);
  return length === null ? null : { period, firstDay: addDays(today, 1 - length), lastDay: today };
}

function lengthOfRolling(period: string): number | null {
  return rollingPeriods.includes(period) ? Number(period.split('-')[1]) : null;
}

function week(period: string): DaySpan | null {
  const [, year = '', number = ''] = /^(\d{4})-W(\d{2})$/.exec(period) ?? [];
  if (number === '') return null;
  // ISO 8601: the week with the year's first Thursday is week 1, so the 4th of January is always in it.
  const fourth = `${year}-01-04`;
  const firstMonday = addDays(fourth, 1 - isoWeekday(fourth));
  const span = weekOf(addDays(firstMonday, (Number(number) - 1) * 7));
  // A year without a 53rd week gives the first one of the next.
  return span.period === period ? span : null;
}

function weekOf(day: string): DaySpan {
  const firstDay = addDays(day, 1 - isoWeekday(day));
  const thursday = addDays(firstDay, 3);
  const year = thursday.slice(0, 4);
  const dayOfYear = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000;
  const number = String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0');
  return { period: `${year}-W${number}`, firstDay, lastDay: addDays(firstDay, 6) };
}

function month(period: string): DaySpan | null {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return null;
  const firstDay = `${period}-01`;
  return { period, firstDay, lastDay: addDays(`${addDays(firstDay, 31).slice(0, 7)}-01`, -1) };
}

function quarter(period: string): DaySpan | null {
  const [, year = '', number = ''] = /^(\d{4})-Q([1-4])$/.exec(period) ?? [];
  if (number === '') return null;
  const first = month(`${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}`);
  const last = month(`${year}-${String(Number(number) * 3).padStart(2, '0')}`);
  return first && last && { period, firstDay: first.firstDay, lastDay: last.lastDay };
}

function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

function refuse(message: string): never {
  throw new CollateralError('invalid-query', message);
}
