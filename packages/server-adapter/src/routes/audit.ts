import { auditTypes, CollateralError, type AuditTrail, type AuditType } from '@collateral/sdk/contract';
import { readParameters } from '../request/read-parameters.js';
import { taggedReply } from '../request/tagged-reply.js';
import { readTrail } from '../scorecards/audit-trail.js';
import { nameEntries } from '../scorecards/name-entries.js';
import { sourceOf } from './insights-source.js';
import type { Route } from './route.js';

/** The audit trail: who changed owners, targets, rules and disputes, newest first. */
export const audit: Route = {
  method: 'GET',
  path: '/v1/audit',
  audience: 'auditing',
  async answer(call) {
    const caller = await call.signIn();
    const given = readParameters(call.request, ['cursor', 'limit', 'type']);
    const limit = given.get('limit') ?? '50';
    if (!/^(?:[1-9]\d?|1\d\d|200)$/.test(limit)) refuse('limit', 'a whole number from 1 to 200', limit);
    const page = { limit: Number(limit), cursor: given.get('cursor'), type: typeOf(given.get('type')) };
    const { entries, ...more } = await readTrail({ store: call.store, tenant: caller.tenant }, page);
    const reader = { actorId: caller.actorId, canSee: caller.canSee, namesOf: call.namesOf };
    const named = await nameEntries(sourceOf(call, caller), entries, reader);
    return taggedReply(call.request, { entries: named, ...more } satisfies AuditTrail);
  },
};

function typeOf(given: string | undefined): AuditType | undefined {
  if (given === undefined) return undefined;
  return auditTypes.find((each) => each === given) ?? refuse('type', auditTypes.join(', '), given);
}

function refuse(name: string, expected: string, got: string): never {
  throw new CollateralError('invalid-query', `${name} must be ${expected}, got ${JSON.stringify(got.slice(0, 40))}.`);
}
