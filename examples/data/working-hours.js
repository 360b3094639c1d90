// When people work: more on weekdays, most from 8 to 10 and from 13 to 15.
import { createChooser } from './random.js';

// Sunday first, as Date counts. The average is 1, so that a size's figures hold over a whole week.
const byWeekday = [0.07, 1.32, 1.45, 1.48, 1.42, 1.18, 0.08];
const byHour = [1, 0.5, 0.3, 0.2, 0.3, 1, 3, 8, 20, 20, 11, 9, 6, 17, 17, 10, 8, 6, 4, 3, 3, 2, 2, 1];
const chooseHour = createChooser(byHour);

/** How busy a day is, to the average. @param {number} midnight */
export function busyness(midnight) {
  return byWeekday[new Date(midnight).getUTCDay()] ?? 1;
}

/**
 * Milliseconds since midnight by the clock on the wall.
 *
 * @param {import('./random.js').Random} random
 */
export function timeOfDay(random) {
  return (chooseHour(random) + random.next()) * 3_600_000;
}
