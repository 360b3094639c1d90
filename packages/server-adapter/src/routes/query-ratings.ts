import { ratingQuerySchema, versionAt, type RatingQueryItem, type RatingQueryReply } from '@collateral/sdk/contract';
import { aggregate } from '../insights/aggregate.js';
import { readOwnRatings } from '../insights/live-ratings.js';
import { summarizeRatings, type RatingQuestion } from '../insights/rating-summary.js';
import { jsonReply } from '../request/json-reply.js';
import { parseBody } from '../request/parse-body.js';
import type { Caller } from '../request/principal.js';
import { readJson } from '../request/read-json.js';
import type { RatingsRow } from '../store/aggregate-row.js';
import { readItems } from '../store/catalogue.js';
import { getOrMake } from '../store/get-or-make.js';
import type { Store } from '../store/store.js';
import type { Call, Route } from './route.js';

/**
 * Answers what rating elements need to know about up to 500 items, in the order asked.
 *
 * An item the caller may not see is answered like one nobody has ever heard of.
 */
export const queryRatings: Route = {
  method: 'POST',
  path: '/v1/ratings/query',
  audience: 'signed-in',
  async answer(call) {
    const caller = await call.signIn();
    const { items } = parseBody(ratingQuerySchema, await readJson(call.request), 'ratings query');
    const questions = await questionsOf(items, call, caller);
    const visible = [...new Set(items.map(({ collateralId }) => collateralId))].filter((id) => caller.canSee(id));
    const [counts, ownRatings] = await Promise.all([
      countRatings(call.store, caller.tenant, visible),
      readOwnRatings(call.store, caller.tenant, caller.actorId, visible),
    ]);
    const reply: RatingQueryReply = {
      ratings: questions.map((question) =>
        summarizeRatings(question, counts.get(keyOf(question)) ?? [], ownRatings, call.policy),
      ),
    };
    return jsonReply(reply);
  },
};

/** Gives the counts of live ratings by item and version. */
async function countRatings(
  store: Store,
  tenant: string,
  collateralIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RatingsRow[]>> {
  const counts = new Map<string, RatingsRow[]>();
  if (collateralIds.length === 0) return counts;
  for (const row of await aggregate(store, tenant, {
    type: 'ratings',
    by: ['collateralId', 'version'],
    collateralIds,
  })) {
    const { collateralId = '', version = null } = row.group;
    getOrMake(counts, keyOf({ collateralId, version }), (): RatingsRow[] => []).push(row);
  }
  return counts;
}

function keyOf({ collateralId, version }: Pick<RatingQuestion, 'collateralId' | 'version'>): string {
  return JSON.stringify([collateralId, version]);
}

async function questionsOf(
  asked: readonly RatingQueryItem[],
  call: Call,
  caller: Caller,
): Promise<readonly RatingQuestion[]> {
  const visible = asked.map(({ collateralId }) => collateralId).filter((id) => caller.canSee(id));
  const items = await readItems(call.store, caller.tenant, visible);
  const now = new Date(call.receivedAt).toISOString();
  return asked.map(({ collateralId, version }) => {
    const item = items.get(collateralId);
    return {
      collateralId,
      version: version ?? (item === undefined ? null : versionAt(item, now)),
      item,
      actorId: caller.actorId,
      own: item?.producer !== undefined && caller.producerIds.has(item.producer.id),
    };
  });
}
