/**
 * Makes a function that tells the calendar day (`YYYY-MM-DD`) of an instant in a time zone, daylight saving included.
 */
export function calendarDay(timeZone: string): (time: number) => string {
  // en-CA writes dates the ISO way, but only formatToParts promises it.
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (time) => {
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  };
}
