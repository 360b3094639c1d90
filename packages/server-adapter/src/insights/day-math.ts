const dayMs = 86_400_000;

/** Adds days to a calendar day, `YYYY-MM-DD`. Calendar days know no time zone: each is one after the other. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);
}

/** Counts the days from one calendar day to another; 0 for the same. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** Gives 1 for Monday to 7 for Sunday. */
export function isoWeekday(day: string): number {
  return new Date(day).getUTCDay() || 7;
}
