import type { MetricWindow } from '@collateral/sdk/contract';
import { calendarDay } from '../insights/calendar-day.js';
import { addDays } from '../insights/day-math.js';
import { windowOf } from '../insights/day-start.js';
import type { DaySpan } from '../insights/period.js';

/** A period as a scorecard measures it: everything is judged as it stood at its end, so that a closed period never changes. */
export interface MeasuredPeriod {
  readonly span: DaySpan;
  readonly window: MetricWindow;
  /** The ends of the window in milliseconds since 1970: what is asked of every suggestion and version must not be read anew each time. */
  readonly start: number;
  readonly end: number;
  /** The end of the period, or now while it is not over. ISO 8601 UTC. */
  readonly asOf: string;
  /** The day of that instant; the last one that counts. */
  readonly endDay: string;
  /** IANA zone in which days begin. */
  readonly timeZone: string;
}

/** Describes a period for measuring. */
export function measuredPeriod(span: DaySpan, timeZone: string, now: number): MeasuredPeriod {
  const window = windowOf(span, timeZone);
  const today = calendarDay(timeZone)(now);
  return {
    span,
    window,
    start: Date.parse(window.from),
    end: Date.parse(window.to),
    asOf: new Date(Math.min(now, Date.parse(window.to))).toISOString(),
    endDay: today < span.lastDay ? today : span.lastDay,
    timeZone,
  };
}

/** Tells whether days of a period are still to come. */
export function isRunning({ span, endDay }: MeasuredPeriod): boolean {
  return endDay < span.lastDay;
}

/** Tells whether an instant lies in a period. */
export function isWithin(at: number, { start, end }: Pick<MeasuredPeriod, 'start' | 'end'>): boolean {
  return at >= start && at < end;
}

/** Gives the first day that is not over: behind the last one, or today while the period goes on. */
export function dayBehind({ span, asOf, window, endDay }: MeasuredPeriod): string {
  return asOf === window.to ? addDays(span.lastDay, 1) : endDay;
}
