import { CollateralError } from '@collateral/sdk/contract';
import { addMonths, countMonths } from '../privacy/month-math.js';
import { addDays } from './day-math.js';
import type { DaySpan } from './day-span.js';

/** No month is in a span and in the same one a year earlier. */
const mostMonths = 12;

const twoMonths = /^([12]\d{3}-(?:0[1-9]|1[0-2]))\.\.([12]\d{3}-(?:0[1-9]|1[0-2]))$/;

/**
 * Reads a span of whole months, the first and the last written out: `2026-02..2026-07`.
 *
 * @param today - the calendar day in the policy's time zone.
 * @returns null for anything else.
 * @throws CollateralError `invalid-query` for one that ends before it begins, is too long, or has months that have not begun yet.
 */
export function readMonthSpan(period: string, today: string): DaySpan | null {
  const months = monthsOf(period);
  if (months === null) return null;
  const [first, last] = months;
  if (last < first) refuse(`period ${period} ends before it begins. Write the earlier month first: ${last}..${first}.`);
  const count = countMonths(first, last);
  if (count > mostMonths)
    refuse(
      `period ${period} has ${count} months, more than ${mostMonths}. End it with ${addMonths(first, mostMonths - 1)} or before.`,
    );
  const thisMonth = today.slice(0, 7);
  if (last > thisMonth)
    refuse(`period ${period} ends with a month that has not begun yet. End it with ${thisMonth} or before.`);
  return spanOf(first, last);
}

/** Moves a span of months back: by its own length, or by so many months. Gives null for any other period. */
export function monthSpanBefore(period: string, by?: number): DaySpan | null {
  const months = monthsOf(period);
  if (months === null) return null;
  const [first, last] = months;
  const back = -(by ?? countMonths(first, last));
  return spanOf(addMonths(first, back), addMonths(last, back));
}

function monthsOf(period: string): readonly [first: string, last: string] | null {
  const [, first, last] = twoMonths.exec(period) ?? [];
  return first === undefined || last === undefined ? null : [first, last];
}

function spanOf(first: string, last: string): DaySpan {
  return {
    period: `${first}..${last}`,
    firstDay: `${first}-01`,
    lastDay: addDays(`${addMonths(last, 1)}-01`, -1),
  };
}

function refuse(message: string): never {
  throw new CollateralError('invalid-query', message);
}
