import { CollateralError, type ErrorCode } from '../contract/errors.js';
import { isHostId } from '../contract/ids.js';
import { refuse } from '../refuse.js';
import { ask } from '../transport/outcome.js';
import type { Transport } from '../transport/transport.js';
import { hasShape, replyShapes } from './insights-shapes.js';
import type { InsightsQuery, InsightsReadOptions, InsightsReplies } from './insights-query.js';

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
  signal?.throwIfAborted();
  let problem: unknown;
  const listening: Pick<Transport, 'send'> = {
    async send(request) {
      const reply = await transport.send({ ...request, ...(signal && { signal }) });
      problem = (Object(reply.body) as { readonly code?: unknown }).code;
      return reply;
    },
  };
  const shape = Object.hasOwn(replyShapes, query.screen) ? replyShapes[query.screen] : undefined;
  if (!shape) refuse('invalid-query', 'screen', Object.keys(replyShapes).join(', '), query.screen);
  const answer = await ask(listening, pathOf(query), undefined, ({ body }) =>
    hasShape(body, shape) ? (body as InsightsReplies[Query['screen']]) : null,
  );
  const { failure } = answer;
  if (!failure) return answer.value;
  signal?.throwIfAborted();
  throw new CollateralError(codeOf(problem) ?? failure.code, failure.message);
}

/** What only a read can be told; delivery takes these for faults of the way. */
function codeOf(problem: unknown): ErrorCode | undefined {
  return problem === 'invalid-query' || problem === 'not-found' ? problem : undefined;
}

function pathOf(query: InsightsQuery): string {
  const { screen, ...rest } = query;
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries<string | number | undefined>(rest)) {
    if (value !== undefined && name !== 'collateralId') parameters.set(name, `${value}`);
  }
  const search = parameters.size > 0 ? `?${parameters}` : '';
  if (query.screen !== 'item') return `/v1/insights/${screen}${search}`;
  const { collateralId } = query;
  if (!isHostId(collateralId)) {
    refuse('invalid-collateral-id', 'collateralId', '1 to 200 characters without controls', collateralId);
  }
  return `/v1/insights/items/${encodeURIComponent(collateralId)}${search}`;
}
