import {
  CollateralError,
  targetSchema,
  type ScorecardSubjectType,
  type TargetReply,
  type Targets,
} from '@collateral/sdk/contract';
import { jsonReply } from '../request/json-reply.js';
import { parseBody } from '../request/parse-body.js';
import type { Caller } from '../request/principal.js';
import { readJson } from '../request/read-json.js';
import { readParameters } from '../request/read-parameters.js';
import { taggedReply } from '../request/tagged-reply.js';
import { authorOfChange } from '../scorecards/change-author.js';
import { readTargets, setTarget } from '../scorecards/targets.js';
import type { Route } from './route.js';
import { isVisibleSubject } from './scorecard-access.js';

/** Targets: what somebody is to reach. Everybody sees those of the organisation and of whose scorecards they may see. */
export const targetRoutes: readonly Route[] = Object.freeze([
  {
    method: 'GET',
    path: '/v1/targets',
    audience: 'management',
    async answer(call) {
      const caller = await call.signIn();
      readParameters(call.request, []);
      const all = await readTargets({ store: call.store, tenant: caller.tenant });
      const reply: Targets = {
        targets: all.filter(({ subject, id }) => isVisibleSubject(caller, call.policy, { type: subject, id })),
      };
      return taggedReply(call.request, reply);
    },
  },
  {
    method: 'PUT',
    path: '/v1/targets',
    audience: 'management',
    async answer(call) {
      const caller = await call.signIn();
      const command = parseBody(targetSchema, await readJson(call.request), 'target');
      requireMaySet(caller, command.subject, command.id);
      if (command.subject === 'producer' && call.policy.producerScorecards !== 'individual')
        throw new CollateralError(
          'forbidden',
          "The policy's producerScorecards is team, so there are no targets for single producers. Set one for their team.",
        );
      const place = { store: call.store, tenant: caller.tenant };
      const { isWritten, target } = await setTarget(place, command, authorOfChange(caller, call.receivedAt));
      if (!isWritten || target === null)
        throw new CollateralError(
          'revision-conflict',
          `Somebody changed the target: expected revision ${command.expect}, it is ${target?.revision ?? 0} now. Read GET /v1/targets and decide again.`,
        );
      const reply: TargetReply = { target };
      return jsonReply(reply);
    },
  },
]);

// Whoever manages sets targets for those they manage; nobody sets their own.
function requireMaySet(
  { kind, roles, manages, producerIds }: Caller,
  subject: ScorecardSubjectType,
  id: string | null,
): void {
  if (kind === 'person' && subject === 'producer' && producerIds.has(id ?? ''))
    throw new CollateralError('forbidden', 'Nobody sets their own targets. Ask another manager or an admin.');
  if (kind === 'service' || roles.has('admin')) return;
  if (roles.has('manager')) {
    if (manages === 'all') return;
    if (subject === 'team' && manages.teams.has(id ?? '')) return;
    if (subject === 'producer' && manages.producers.has(id ?? '')) return;
  }
  throw new CollateralError(
    'forbidden',
    'Only admins, services and whoever manages the team or producer may set its targets.',
  );
}
