/** Writes numbers and dates the way the readers of a language do. */
export interface Writer {
  readonly count: (value: number) => string;
  /** Adds the sign of a difference. */
  readonly difference: (value: number, digits?: number) => string;
  /** One digit after the point. */
  readonly decimal: (value: number) => string;
  /** A share of 0 to 1; below a tenth with one digit more. */
  readonly percent: (share: number) => string;
  /** Milliseconds as seconds or minutes. */
  readonly duration: (ms: number) => string;
  /** Days that passed; of a difference with its sign. */
  readonly elapsedDays: (days: number, isDifference?: boolean) => string;
  /** `YYYY-MM-DD` with its year. */
  readonly day: (day: string) => string;
  /** Without the year, for an axis. */
  readonly shortDay: (day: string) => string;
  readonly days: (first: string, last: string) => string;
  /** `YYYY-MM`. */
  readonly month: (month: string) => string;
  /** From one month to another, both `YYYY-MM`. */
  readonly months: (first: string, last: string) => string;
  readonly instant: (instant: string, timeZone: string) => string;
}

const writers = new Map<string, Writer>();

/** Returns the writer of a language; making one costs more than a screen full of numbers. */
export function writerFor(language: string): Writer {
  let writer = writers.get(language);
  if (!writer) writers.set(language, (writer = createWriter(language)));
  return writer;
}

function createWriter(language: string): Writer {
  const locale = localeOf(language);
  const number = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
    const format = new Intl.NumberFormat(locale, options);
    return (value) => format.format(value);
  };
  const date = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const fixed = (digits: number): Intl.NumberFormatOptions => ({
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const signed = [0, 1, 2].map((digits) => number({ signDisplay: 'exceptZero', ...fixed(digits) }));
  const whole = number({ style: 'percent' });
  const fine = number({ style: 'percent', maximumFractionDigits: 1 });
  const seconds = number({ style: 'unit', unit: 'second', maximumFractionDigits: 0 });
  const minutes = number({ style: 'unit', unit: 'minute', maximumFractionDigits: 1 });
  const days = number({ style: 'unit', unit: 'day', unitDisplay: 'long', maximumFractionDigits: 1 });
  const moreDays = number({
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const full = date({ day: 'numeric', month: 'short', year: 'numeric' });
  const short = date({ day: 'numeric', month: 'short' });
  const monthly = date({ month: 'short', year: 'numeric' });
  const instants = new Map<string, Intl.DateTimeFormat>();
  return {
    count: number({ maximumFractionDigits: 0 }),
    difference: (value, digits = 0) => signed[digits]?.(value) ?? `${value}`,
    decimal: number(fixed(1)),
    percent: (share) => (Math.abs(share) < 0.0995 ? fine : whole)(share),
    duration: (ms) => (ms < 59_500 ? seconds(ms / 1000) : minutes(ms / 60_000)),
    elapsedDays: (value, isDifference = false) => (isDifference ? moreDays : days)(value),
    day: (day) => full.format(dateOf(day)),
    shortDay: (day) => short.format(dateOf(day)),
    days: (first, last) => full.formatRange(dateOf(first), dateOf(last)),
    month: (month) => monthly.format(dateOf(`${month}-01`)),
    months: (first, last) => monthly.formatRange(dateOf(`${first}-01`), dateOf(`${last}-01`)),
    instant(instant, timeZone) {
      let format = instants.get(timeZone);
      if (!format) {
        const options = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
        instants.set(timeZone, (format = date({ ...options, timeZone })));
      }
      return format.format(new Date(instant));
    },
  };
}

/** Days have no time of their own: they are read and written in UTC, so that none slips to its neighbour. */
export function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** A page may carry a `lang` that is no language tag ("en_US"); the browser's own style is better than none. */
function localeOf(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return undefined;
  }
}
