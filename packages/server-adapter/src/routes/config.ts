import { collateralScale, type Config } from '@collateral/sdk/contract';
import { actorTag } from '../privacy/actor-tag.js';
import { belongsTo } from '../request/audience.js';
import { jsonReply } from '../request/json-reply.js';
import type { Route } from './route.js';

/** Tells a page what it has to know before it asks anything of a person. */
export const config: Route = {
  method: 'GET',
  path: '/v1/config',
  audience: 'signed-in',
  async answer(call) {
    const caller = await call.signIn();
    const { lowRating, minimumGroup, prompts } = call.policy;
    const reply: Config = {
      protocol: 1,
      scale: collateralScale,
      lowRating,
      minimumGroup,
      prompts,
      actorTag: await actorTag(caller.tenant, caller.actorId, call.secret),
      may: {
        rate: caller.kind === 'person',
        editItems: belongsTo('administrator', caller),
        seeInsights: belongsTo('management', caller),
      },
    };
    return jsonReply(reply);
  },
};
