import * as v from 'valibot';

/** Accepts a calendar day that exists, `YYYY-MM-DD`. */
export const calendarDaySchema: v.GenericSchema<unknown, string> = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d$/),
  // Engines roll 30 February over into March; a day that does not exist can't be promised.
  v.check((value) => {
    const time = Date.parse(value);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
  }),
);
