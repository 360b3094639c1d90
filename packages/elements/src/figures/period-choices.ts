import type { FigureStrings } from '../shared/figure-strings.js';
import type { Writer } from './writer.js';

/** What periods are said with. */
interface Words {
  readonly strings: Pick<FigureStrings, 'periods' | 'quarter' | 'week'>;
  readonly write: Writer;
}

/** A period that can be chosen. */
export interface PeriodChoice {
  readonly period: string;
  readonly name: string;
}

const lasting = ['last-30-days', 'last-90-days', 'last-365-days'] as const;

/** Returns the periods on offer: the last days, the last closed months and quarters, and whichever is chosen now. */
export function periodChoices(chosen: string, today: Date, words: Words): readonly PeriodChoice[] {
  const year = today.getUTCFullYear();
  const month = today.getUTCMonth();
  const months = [1, 2, 3].map((ago) => new Date(Date.UTC(year, month - ago, 1)).toISOString().slice(0, 7));
  const quarters = [1, 2].map((ago) => {
    const start = new Date(Date.UTC(year, (Math.floor(month / 3) - ago) * 3, 1));
    return `${start.getUTCFullYear()}-Q${Math.floor(start.getUTCMonth() / 3) + 1}`;
  });
  const periods = [...new Set([...lasting, ...months, ...quarters, chosen])];
  return periods.map((period) => ({ period, name: periodName(period, words) }));
}

/** Says a period: "Last 30 days", "May 2026", "Quarter 2, 2026", "Feb – Jul 2026". One it cannot read is said as it is. */
export function periodName(period: string, { strings, write }: Words): string {
  const lastDays = lasting.find((each) => each === period);
  if (lastDays) return strings.periods[lastDays];
  const [, year = '', part = '', number = ''] = /^(\d{4})-([QW]?)(\d{1,2})$/.exec(period) ?? [];
  if (part === 'Q') return strings.quarter(number, year);
  if (part === 'W') return strings.week(number, year);
  const months = period.split('..');
  const [first = '', last = ''] = months.length === 2 ? months : [period, period];
  if (![first, last].every((each) => /^\d{4}-(0[1-9]|1[0-2])$/.test(each))) return period;
  return first === last ? write.month(first) : write.months(first, last);
}
