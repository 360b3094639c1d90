/**
 * Makes a function that tells the calendar day (`YYYY-MM-DD`) of an instant in a time zone, daylight saving included.
 */
export function calendarDay(timeZone: string): (time: number) => string {
  const known = zones.get(timeZone) ?? daysOf(timeZone);
  zones.set(timeZone, known);
  return known;
}

// As many as there are policies in a process.
const zones = new Map<string, (time: number) => string>();

function daysOf(timeZone: string): (time: number) => string {
  // en-CA writes dates the ISO way, but only formatToParts promises it.
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const days = new Map<number, string>();
  return (time) => {
    // Asking Intl costs as much as all other work on an event. Every zone changes its day at a quarter of an hour.
    const quarter = Math.floor(time / 900_000);
    const known = days.get(quarter);
    if (known !== undefined) return known;
    if (days.size >= 10_000) days.clear();
    const day = dayOf(time);
    days.set(quarter, day);
    return day;
  };

  function dayOf(time: number): string {
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  }
}
