import { CollateralError } from '@collateral/sdk/contract';
import { readParameters } from '../request/read-parameters.js';
import { taggedReply } from '../request/tagged-reply.js';
import { readTrail } from '../scorecards/audit-trail.js';
import type { Route } from './route.js';

/** The audit trail: who changed owners, targets, rules and disputes, newest first. */
export const audit: Route = {
  method: 'GET',
  path: '/v1/audit',
  audience: 'auditing',
  async answer(call) {
    const { actorId, tenant } = await call.signIn();
    const { store, namesOf } = call;
    const given = readParameters(call.request, ['cursor', 'limit']);
    const limit = given.get('limit') ?? '50';
    if (!/^(?:[1-9]\d?|1\d\d|200)$/.test(limit))
      throw new CollateralError(
        'invalid-query',
        `limit must be a whole number from 1 to 200, got ${JSON.stringify(limit.slice(0, 40))}.`,
      );
    const page = { limit: Number(limit), cursor: given.get('cursor') };
    const names = namesOf === null ? null : async (ids: readonly string[]) => namesOf(tenant, ids);
    return taggedReply(call.request, await readTrail({ store, tenant }, page, { actorId, namesOf: names }));
  },
};
