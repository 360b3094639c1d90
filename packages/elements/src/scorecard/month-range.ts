/** Some months in a row, both ends included, `YYYY-MM`. */
export interface MonthRange {
  readonly first: string;
  readonly last: string;
}

/** Lists the months of a range, newest first. */
export function monthsBetween({ first, last }: MonthRange): readonly string[] {
  const months: string[] = [];
  for (let month = last; month >= first; month = addMonths(month, -1)) months.push(month);
  return months;
}

/** Gives the month so many months later, or earlier for a count below 0. */
export function addMonths(month: string, count: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 7);
}
