import type { MetricWindow } from '@collateral/sdk/contract';
import { calendarDay } from './calendar-day.js';
import { addDays } from './day-math.js';

const quarterHourMs = 900_000;

/**
 * Tells the instant at which a calendar day begins in a time zone, in milliseconds since 1970.
 *
 * Searched for with the function that gives events their days, so that both always agree: also where a day begins at one o'clock
 * because the clock was put forward at midnight. Every zone changes its day at a quarter of an hour.
 */
export function dayStart(day: string, timeZone: string): number {
  const dayOf = calendarDay(timeZone);
  // No zone is further than 15 hours from UTC.
  let before = (Date.parse(day) - 15 * 3_600_000) / quarterHourMs;
  let within = (Date.parse(day) + 15 * 3_600_000) / quarterHourMs;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayOf(middle * quarterHourMs) < day) before = middle;
    else within = middle;
  }
  return within * quarterHourMs;
}

/** Tells the first instant after a calendar day, in milliseconds since 1970. */
export function dayEnd(day: string, timeZone: string): number {
  return dayStart(addDays(day, 1), timeZone);
}

/** Gives the half-open span of instants of some days. */
export function windowOf(
  days: { readonly firstDay: string; readonly lastDay: string },
  timeZone: string,
): MetricWindow {
  const [from, to] = [days.firstDay, addDays(days.lastDay, 1)].map((day) => dayStart(day, timeZone));
  return { from: new Date(from ?? 0).toISOString(), to: new Date(to ?? 0).toISOString() };
}
