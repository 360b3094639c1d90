import type { Fact } from './fact.js';

const dayMs = 86_400_000;

/** Days between a use and a rating that belong together, whichever came first. */
export const daysToRate = 30;

/**
 * Gives the day on which a fact says that somebody really used an item: at least 10 s active, or half of it seen, or a download, or a
 * completion. Null for all other facts, and for those that count in no figure.
 */
export function engagedOn(fact: Fact): string | null {
  const { excluded, collateralId, day } = fact;
  return excluded === null && collateralId !== null && isDay(day) && isEngaged(fact) ? day : null;
}

/** Gives the day on which a fact says that somebody rated an item. Null for all other facts, and for those that count in no figure. */
export function ratedOn({ type, excluded, collateralId, day, detail }: Fact): string | null {
  const isRating = type === 'rating' && typeof detail['value'] === 'number';
  return isRating && excluded === null && collateralId !== null && isDay(day) ? day : null;
}

/** Tells whether somebody who used an item on a day rated it within the days before or after: on one of these days. */
export function isRatedBeside(usedOn: string, ratedOn: Iterable<string>): boolean {
  for (const day of ratedOn) if (Math.abs(Date.parse(day) - Date.parse(usedOn)) <= daysToRate * dayMs) return true;
  return false;
}

function isEngaged({ type, detail }: Fact): boolean {
  if (type === 'completion') return true;
  const { activeMs, progress, action } = detail;
  if (type === 'usage') return action === 'download';
  if (type !== 'view') return false;
  return (typeof activeMs === 'number' && activeMs >= 10_000) || (typeof progress === 'number' && progress >= 0.5);
}

// Whatever a host wrote as a day comes back as it was; only days can be counted between.
function isDay(day: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));
}
