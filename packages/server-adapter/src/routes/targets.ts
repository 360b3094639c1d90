import {
  CollateralError,
  targetSchema,
  type TargetConflict,
  type TargetReply,
  type Targets,
} from '@collateral/sdk/contract';
import { DetailedRefusal } from '../request/detailed-refusal.js';
import { jsonReply } from '../request/json-reply.js';
import { parseBody } from '../request/parse-body.js';
import { readJson } from '../request/read-json.js';
import { readParameters } from '../request/read-parameters.js';
import { taggedReply } from '../request/tagged-reply.js';
import { authorOfChange } from '../scorecards/change-author.js';
import { readTargets, setTarget } from '../scorecards/targets.js';
import type { Route } from './route.js';
import { isVisibleSubject } from './scorecard-access.js';
import { whyNotSetTargets } from './target-access.js';

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
      const { subject, id, expect } = command;
      const refusal = whyNotSetTargets(caller, call.policy, { type: subject, id });
      if (refusal !== null) throw new CollateralError('forbidden', refusal);
      const place = { store: call.store, tenant: caller.tenant };
      const { isWritten, target } = await setTarget(place, command, authorOfChange(caller, call.receivedAt));
      if (!isWritten || target === null)
        throw new DetailedRefusal(
          'revision-conflict',
          `Somebody changed the target: expected revision ${expect}, it is ${target?.revision ?? 0} now. Look at it and decide again.`,
          { target } satisfies TargetConflict,
        );
      const reply: TargetReply = { target };
      return jsonReply(reply);
    },
  },
]);
