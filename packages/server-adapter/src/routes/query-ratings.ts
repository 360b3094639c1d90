import { ratingQuerySchema, versionAt, type RatingQueryItem, type RatingQueryReply } from '@collateral/sdk/contract';
import { readDisputes } from '../insights/disputed-ratings.js';
import { readRatingsOfPerson } from '../insights/own-ratings.js';
import { summarizeRatings, type RatingQuestion } from '../insights/rating-summary.js';
import { readVersionRatingsOf } from '../insights/version-ratings.js';
import { jsonReply } from '../request/json-reply.js';
import { parseBody } from '../request/parse-body.js';
import type { Caller } from '../request/principal.js';
import { readJson } from '../request/read-json.js';
import { readItems } from '../store/catalogue.js';
import { sourceOf } from './insights-source.js';
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
    const source = sourceOf(call, caller);
    const [ratings, ownRatings] = await Promise.all([
      readVersionRatingsOf(source, visible),
      readDisputes(source).then((disputes) => readRatingsOfPerson(source, caller.actorId, visible, disputes)),
    ]);
    const reply: RatingQueryReply = {
      ratings: questions.map((question) => summarizeRatings(question, ratings, ownRatings, call.policy)),
    };
    return jsonReply(reply);
  },
};

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
      own: item?.producer !== undefined && caller.producerIds.has(item.producer.id),
    };
  });
}
