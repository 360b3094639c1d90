import { isHostId } from '../contract/ids.js';
import { refuse } from '../refuse.js';
import type { Transport } from '../transport/transport.js';
import { replyShapes } from './insights-shapes.js';
import type { InsightsQuery, InsightsReadOptions, InsightsReplies } from './insights-query.js';
import { read, searchOf } from './read.js';

/**
 * Asks for the figures of one screen. It is loaded when it is wanted first: most pages record and never read figures.
 *
 * @throws CollateralError `invalid-query`, `invalid-collateral-id`, `not-found`, `forbidden`, `not-signed-in`,
 * `network-failed`, `unexpected-reply`, `server-failed`.
 */
export async function readInsights<Query extends InsightsQuery>(
  transport: Transport,
  query: Query,
  { signal }: InsightsReadOptions = {},
): Promise<InsightsReplies[Query['screen']]> {
  const shape = Object.hasOwn(replyShapes, query.screen) ? replyShapes[query.screen] : undefined;
  if (!shape) refuse('invalid-query', 'screen', Object.keys(replyShapes).join(', '), query.screen);
  const reply = await read(transport, { path: pathOf(query), signal, shape, codes: ['invalid-query', 'not-found'] });
  // Just checked.
  return reply as InsightsReplies[Query['screen']];
}

function pathOf(query: InsightsQuery): string {
  const { screen, afterUse, ...rest } = query;
  if (afterUse !== undefined && typeof afterUse !== 'boolean')
    refuse('invalid-query', 'afterUse', 'true or false', afterUse);
  const search = searchOf({ ...rest, afterUse: afterUse ? 'true' : undefined, collateralId: undefined });
  if (query.screen !== 'item') return `/v1/insights/${screen}${search}`;
  const { collateralId } = query;
  if (!isHostId(collateralId)) {
    refuse('invalid-collateral-id', 'collateralId', '1 to 200 characters without controls', collateralId);
  }
  return `/v1/insights/items/${encodeURIComponent(collateralId)}${search}`;
}
