import {
  CollateralError,
  disputeSchema,
  isHostId,
  settleSchema,
  type Dispute,
  type DisputeReply,
  type Disputes,
  type Item,
} from '@collateral/sdk/contract';
import { readDisputedFact } from '../insights/disputed-ratings.js';
import { DetailedRefusal } from '../request/detailed-refusal.js';
import { jsonReply } from '../request/json-reply.js';
import { parseBody } from '../request/parse-body.js';
import type { Caller } from '../request/principal.js';
import { readJson } from '../request/read-json.js';
import { readParameters } from '../request/read-parameters.js';
import { taggedReply } from '../request/tagged-reply.js';
import { authorOfChange } from '../scorecards/change-author.js';
import {
  findRating,
  listDisputes,
  openDispute,
  readDispute,
  settleDispute,
  type DisputeState,
} from '../scorecards/disputes.js';
import { compareCodePoints } from '../store/code-point-order.js';
import { readItems } from '../store/catalogue.js';
import { mayOpenDispute, maySeeDispute, maySettleDispute } from './dispute-access.js';
import type { Call, Route } from './route.js';

/** Disputes: a producer objects to a rating, a manager settles it, and meanwhile it does not count. */
export const disputeRoutes: readonly Route[] = Object.freeze([
  {
    method: 'GET',
    path: '/v1/disputes',
    audience: 'management',
    async answer(call) {
      const caller = await call.signIn();
      readParameters(call.request, []);
      const states = await listDisputes({ store: call.store, tenant: caller.tenant });
      const items = await readItems(
        call.store,
        caller.tenant,
        states.map(({ dispute }) => dispute.collateralId),
      );
      const visible = states.filter(({ dispute }) => maySeeDispute(caller, items.get(dispute.collateralId)));
      const disputes = await Promise.all(
        visible.map((state) => shape(call, caller, state, items.get(state.dispute.collateralId))),
      );
      return taggedReply(call.request, { disputes: disputes.toSorted(openFirst) } satisfies Disputes);
    },
  },
  {
    method: 'POST',
    path: '/v1/disputes',
    audience: 'management',
    async answer(call) {
      const caller = await call.signIn();
      const { collateralId, ratingId, reason } = parseBody(disputeSchema, await readJson(call.request), 'dispute');
      const place = { store: call.store, tenant: caller.tenant };
      const item = (await readItems(call.store, caller.tenant, [collateralId])).get(collateralId);
      const rating = item && mayOpenDispute(caller, item) ? await findRating(place, item, ratingId) : null;
      if (rating === null)
        throw new CollateralError(
          'not-found',
          'There is no such rating with a comment, or the item is not yours. GET /v1/insights/items/{id} lists its comments.',
        );
      const state = await openDispute(place, { rating, ratingId, reason }, authorOfChange(caller, call.receivedAt));
      return jsonReply({ dispute: await shape(call, caller, state, item) } satisfies DisputeReply);
    },
  },
  {
    method: 'POST',
    path: '/v1/disputes/:id/settle',
    audience: 'management',
    async answer(call) {
      const caller = await call.signIn();
      const command = parseBody(settleSchema, await readJson(call.request), 'settlement');
      const place = { store: call.store, tenant: caller.tenant };
      const ratingId = call.parameters['id'] ?? '';
      const state = isHostId(ratingId) ? await readDispute(place, ratingId) : null;
      const { collateralId = '' } = state?.dispute ?? {};
      const item = (await readItems(call.store, caller.tenant, [collateralId])).get(collateralId);
      if (state === null || !maySeeDispute(caller, item))
        throw new CollateralError(
          'not-found',
          'There is no such dispute, or you may not see it. GET /v1/disputes lists those you may.',
        );
      if (!maySettleDispute(caller, item, state.dispute))
        throw new CollateralError(
          'forbidden',
          'A dispute is settled by a manager of the producer or an admin, and not by whoever opened it or makes the item.',
        );
      const settled = await settleDispute(place, ratingId, command, authorOfChange(caller, call.receivedAt));
      if (settled === null) {
        const current = (await readDispute(place, ratingId)) ?? state;
        throw new DetailedRefusal(
          'revision-conflict',
          `The dispute was settled meanwhile, or is at another revision than ${command.expect}. Decide again from what it is now.`,
          { now: await shape(call, caller, current, item) },
        );
      }
      return jsonReply({ dispute: await shape(call, caller, settled, item) } satisfies DisputeReply);
    },
  },
]);

async function shape(call: Call, caller: Caller, state: DisputeState, item: Item | undefined): Promise<Dispute> {
  const { dispute, revision } = state;
  const { ratingId, collateralId, version, value, month, reason, status, openedAt, settledAt, settlement } = dispute;
  const fact = await readDisputedFact({ store: call.store, tenant: caller.tenant }, dispute);
  const comment = fact?.detail['comment'];
  return {
    ratingId,
    collateralId,
    title: item?.title ?? collateralId,
    version,
    value,
    comment: typeof comment === 'string' ? comment : null,
    month,
    reason,
    status,
    openedAt,
    settledAt,
    settlement,
    revision,
    maySettle: status === 'open' && maySettleDispute(caller, item, state.dispute),
  };
}

function openFirst(one: Dispute, other: Dispute): number {
  if ((one.status === 'open') !== (other.status === 'open')) return one.status === 'open' ? -1 : 1;
  return compareCodePoints(other.openedAt, one.openedAt) || compareCodePoints(one.ratingId, other.ratingId);
}
