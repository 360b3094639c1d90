import type { LowRatingsQuery } from './conversation-query.js';
import type { LowRatingRow } from './conversation-row.js';
import type { Fact } from './fact.js';
import { ratingValue } from './live-rating.js';

/** Gives those of some live ratings a query asks for. */
export function lowRatingRows(live: Iterable<Fact>, query: LowRatingsQuery): readonly LowRatingRow[] {
  const items = new Set(query.collateralIds);
  return [...live].flatMap((fact): readonly LowRatingRow[] => {
    if (query.actorId !== undefined && fact.actorId !== query.actorId) return [];
    if (fact.collateralId === null || !items.has(fact.collateralId)) return [];
    const row = lowRatingRow(fact, fact.collateralId);
    return row !== null && row.value <= query.atMost && isAsked(row, query) ? [row] : [];
  });
}

/** Tells whether a row has the reasons a query wants. */
export function isAsked({ reasons }: LowRatingRow, { withReasons = false }: LowRatingsQuery): boolean {
  return !withReasons || reasons.length > 0;
}

/** Reads a rating as a row of its own; null when it was taken back. */
export function lowRatingRow(fact: Fact, collateralId: string): LowRatingRow | null {
  const rating = ratingValue(fact);
  if (rating === null) return null;
  const { id, actorId, version, team, effectiveAt, receivedAt, day, excluded, detail } = fact;
  const { reasons, comment, tellOwner } = detail;
  return {
    type: 'low-ratings',
    id,
    actorId,
    collateralId,
    version,
    team,
    value: rating.value,
    reasons: Array.isArray(reasons) ? reasons.filter((reason) => typeof reason === 'string') : [],
    comment: typeof comment === 'string' ? comment : null,
    tellOwner: tellOwner === true,
    effectiveAt,
    receivedAt,
    day,
    excluded,
  };
}
