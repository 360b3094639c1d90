import type { RatingRow, RatingRows } from './live-rating-table.js';
import type { ViewRow, ViewRows } from './view-table.js';

/** Makes one person's views of an item out of several people's. Of two that began at one instant the one stored first counts. */
export function uniteViews(parts: readonly ViewRows[]): ViewRows {
  const united = new Map<string, ViewRow>();
  for (const [viewId, view] of parts.flatMap((part) => [...part])) {
    const known = united.get(viewId);
    united.set(viewId, known === undefined ? view : joined(known, view));
  }
  return united;
}

/**
 * Makes one person's ratings of an item out of several people's. Of two of one instant the one stored last counts.
 *
 * @param usedFrom - when the first qualified view of them all began, in milliseconds; infinite without one.
 */
export function uniteRatings(parts: readonly RatingRows[], usedFrom: number): RatingRows {
  const united = new Map<number, RatingRow>();
  for (const [version, rating] of parts.flatMap((part) => [...part])) {
    const known = united.get(version);
    if (known === undefined || isBehind(known, rating))
      united.set(version, { ...rating, afterUse: rating.effectiveAt >= usedFrom });
  }
  return united;
}

function joined(one: ViewRow, other: ViewRow): ViewRow {
  const earlier = isBehind(one, other) ? one : other;
  return { ...earlier, activeMs: Math.max(one.activeMs, other.activeMs) };
}

function isBehind(one: Place, other: Place): boolean {
  return one.effectiveAt === other.effectiveAt ? one.sequence < other.sequence : one.effectiveAt < other.effectiveAt;
}

type Place = Pick<ViewRow, 'effectiveAt' | 'sequence'>;
