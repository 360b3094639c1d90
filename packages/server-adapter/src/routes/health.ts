import { CollateralError } from '@collateral/sdk/contract';
import { jsonReply } from '../request/json-reply.js';
import type { Route } from './route.js';

/** Tells a load balancer whether the store can read and write now. The only route without sign-in. */
export const health: Route = {
  method: 'GET',
  path: '/v1/health',
  audience: 'anybody',
  async answer({ store }) {
    try {
      await store.health();
    } catch (cause) {
      throw new CollateralError('store-unavailable', 'The store is not healthy.', { cause });
    }
    return jsonReply({ status: 'ok' });
  },
};
