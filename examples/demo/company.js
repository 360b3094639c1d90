// The made-up company of the demo: whom the ratings come from, and two years of what they did.
import { generate } from '../data/generate.js';

/** How far back the demo's history goes. */
export const historyDays = 730;

/**
 * @param {number} days
 * @returns {import('../data/generate.js').Company}
 */
export function companyUntilNow(days) {
  // One checkpoint a view gives the same figures as all of them, in half the time.
  return generate({ size: 'S', until: Date.now(), days, everyCheckpoint: false });
}

/** People are the same whatever the day is. */
export const colleagues = generate({ size: 'S', until: 0, days: 1 }).people;
