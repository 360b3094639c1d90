import { addDays } from './day-math.js';
import type { Stretch } from './stretches.js';

/** How far back courses by month go. */
const monthsBack = 24;

/** A calendar month. */
export interface Month extends Stretch {
  /** `YYYY-MM` */
  readonly month: string;
}

/** Gives the last 24 months, oldest first; the last is the one of today. */
export function lastMonths(today: string): readonly Month[] {
  const months: Month[] = [];
  for (let firstDay = `${today.slice(0, 7)}-01`; months.length < monthsBack;) {
    const next = `${addDays(firstDay, 31).slice(0, 7)}-01`;
    months.unshift({ month: firstDay.slice(0, 7), firstDay, lastDay: addDays(next, -1) });
    firstDay = `${addDays(firstDay, -1).slice(0, 7)}-01`;
  }
  return months;
}
