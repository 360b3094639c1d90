import { parseLowRatingId, type UsageEvent } from '@collateral/sdk/contract';
import { aggregate } from '../insights/aggregate.js';
import type { Store } from '../store/store.js';

/**
 * Says which items votes and replies are about: that of the suggestion, null for a request. One that has not arrived yet is missing
 * from the map.
 */
export async function readSubjects(
  store: Store,
  tenant: string,
  events: readonly UsageEvent[],
): Promise<ReadonlyMap<UsageEvent, string | null>> {
  const about = events.flatMap((event): readonly [UsageEvent, string][] =>
    event.type === 'vote' || event.type === 'reply' ? [[event, event.suggestionId]] : [],
  );
  // Most batches have none, and ask for nothing.
  if (about.length === 0) return new Map();
  const ids = [...new Set(about.map(([, id]) => id))].filter((id) => parseLowRatingId(id) === null);
  const rows = ids.length === 0 ? [] : await aggregate(store, tenant, { type: 'suggestions', suggestionIds: ids });
  const places = new Map(rows.map(({ suggestionId, made }) => [suggestionId, made?.collateralId]));
  return new Map(
    about.flatMap(([event, id]): readonly [UsageEvent, string | null][] => {
      const subject = parseLowRatingId(id)?.collateralId ?? places.get(id);
      return subject === undefined ? [] : [[event, subject]];
    }),
  );
}
