/** Whole days from a calendar day to an instant, as both are in UTC. */
export function daysBetween(day: string, instant: string): number {
  return Math.max(0, Math.round((Date.parse(instant.slice(0, 10)) - Date.parse(day)) / 86_400_000));
}
