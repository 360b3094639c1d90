const daysOfMonth: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads an ISO 8601 instant in UTC as `Date.parse` does, in milliseconds since 1970. */
export function readInstant(text: string): number {
  const time = readPlainInstant(text);
  return Number.isNaN(time) ? Date.parse(text) : time;
}

/**
 * Reads an instant in the form `toISOString` writes, `2026-05-04T10:00:00.000Z`. NaN for any other form and for what only a calendar
 * can tell, such as leap days: `Date.parse` knows those, but takes a good part of all the time an event takes.
 */
export function readPlainInstant(text: string): number {
  if (text.length !== 24 || !hasPlainMarks(text)) return NaN;
  const year = pairAt(text, 0) * 100 + pairAt(text, 2);
  const month = pairAt(text, 5);
  const day = pairAt(text, 8);
  const hour = pairAt(text, 11);
  const minute = pairAt(text, 14);
  const second = pairAt(text, 17);
  const millisecond = pairAt(text, 20) * 10 + digitAt(text, 22);
  const isDay = year >= 100 && day >= 1 && day <= (daysOfMonth[month - 1] ?? 0);
  const isTime = hour <= 23 && minute <= 59 && second <= 59;
  // A character that is no digit has made its number NaN, and NaN stays.
  if (!isDay || !isTime) return NaN;
  return midnightOf(year, month, day) + ((hour * 60 + minute) * 60 + second) * 1_000 + millisecond;
}

// The events of a batch are mostly of one day.
const lastDay = { number: -1, midnight: NaN };

function midnightOf(year: number, month: number, day: number): number {
  const number = (year * 12 + month) * 31 + day;
  if (number !== lastDay.number) Object.assign(lastDay, { number, midnight: Date.UTC(year, month - 1, day) });
  return lastDay.midnight;
}

// The characters between the numbers, by their codes: - - T : : . Z
function hasPlainMarks(text: string): boolean {
  return (
    text.charCodeAt(4) === 45 &&
    text.charCodeAt(7) === 45 &&
    text.charCodeAt(10) === 84 &&
    text.charCodeAt(13) === 58 &&
    text.charCodeAt(16) === 58 &&
    text.charCodeAt(19) === 46 &&
    text.charCodeAt(23) === 90
  );
}

function pairAt(text: string, index: number): number {
  return digitAt(text, index) * 10 + digitAt(text, index + 1);
}

function digitAt(text: string, index: number): number {
  const digit = text.charCodeAt(index) - 48;
  return digit >= 0 && digit <= 9 ? digit : NaN;
}
