/** Gives the month so many months later, or earlier for a count below 0. Months are `YYYY-MM`. */
export function addMonths(month: string, count: number): string {
  const date = new Date(`${month}-01T00:00:00.000Z`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 7);
}

/** Counts the months from one to another, both included. */
export function countMonths(first: string, last: string): number {
  const [from = 0, to = 0] = [first, last].map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)));
  return to - from + 1;
}
