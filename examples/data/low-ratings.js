// Low ratings with a reason that an owner hears of: each version and reason once, as the server groups them.
import { lowRatingId } from '@collateral/sdk/contract';

/** People who do not want to be told apart have to be this many. */
const minimumGroup = 5;
const lowRating = 2;

/** @typedef {{ suggestionId: string, collateralId: string, version: string | null, heardAt: number }} LowRatingHeard */

export function createLowRatings() {
  /** @type {Map<string, { told: Set<string>, untold: Set<string>, isHeard: boolean }>} */
  const groups = new Map();
  /** @type {Map<string, { occurredAt: string, ids: readonly string[] }>} */
  const lastOf = new Map();
  return { isOpen, listen };

  /** Whether there is still a rating behind it. @param {string} id */
  function isOpen(id) {
    const group = groups.get(id);
    return group !== undefined && (group.told.size > 0 || group.untold.size >= minimumGroup);
  }

  /**
   * Takes in what somebody sent, and gives what an owner hears of for the first time.
   *
   * @param {import('./deliveries.js').Delivery} delivery
   * @returns {LowRatingHeard[]}
   */
  function listen({ actorId, events, receivedAt }) {
    return events.flatMap((event) => {
      if (event.type !== 'rating' && event.type !== 'rating-withdrawal') return [];
      const { collateralId, version = null, occurredAt } = event;
      const key = JSON.stringify([actorId, collateralId, version]);
      const last = lastOf.get(key);
      if (last && last.occurredAt >= occurredAt) return [];
      for (const id of last?.ids ?? []) {
        groups.get(id)?.told.delete(actorId);
        groups.get(id)?.untold.delete(actorId);
      }
      const isLow = event.type === 'rating' && event.value <= lowRating;
      const reasons = isLow ? (event.reasons ?? []) : [];
      const ids = reasons.map((reason) => lowRatingId({ collateralId, version, reason }));
      lastOf.set(key, { occurredAt, ids });
      return ids.flatMap((suggestionId) => {
        const group = groups.get(suggestionId) ?? { told: new Set(), untold: new Set(), isHeard: false };
        groups.set(suggestionId, group);
        (event.type === 'rating' && event.tellOwner ? group.told : group.untold).add(actorId);
        if (group.isHeard || !isOpen(suggestionId)) return [];
        group.isHeard = true;
        return [{ suggestionId, collateralId, version, heardAt: Date.parse(receivedAt) }];
      });
    });
  }
}
