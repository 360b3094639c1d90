import { CollateralError } from '../contract/errors.js';
import { limits } from '../contract/limits.js';
import type { RatingQueryItem, RatingSummary } from '../contract/rating-summary.js';
import type { Platform } from '../platform.js';
import { ask } from '../transport/outcome.js';
import type { Transport } from '../transport/transport.js';

/** Asks for ratings; answers in the order given. */
export type ReadRatings = (items: readonly RatingQueryItem[]) => Promise<readonly RatingSummary[]>;

/** Creates a reader that makes one request out of all calls of one task, so that a page of fifty widgets asks once. */
export function createRatingSummaries(transport: Transport, platform: Platform): ReadRatings {
  // Items as the JSON that is sent, which also tells equal ones.
  let wanted = new Set<string>();
  let asking: Promise<ReadonlyMap<string, RatingSummary>> | null = null;

  async function askForAll(): Promise<ReadonlyMap<string, RatingSummary>> {
    // A timer, not a microtask: elements of one page ask from many microtasks of the same task.
    await new Promise<void>((resolve) => platform.startTimer(0, resolve));
    const items = [...wanted];
    const summaries = new Map<string, RatingSummary>();
    wanted = new Set();
    asking = null;
    while (summaries.size < items.length) {
      const page = items.slice(summaries.size, summaries.size + limits.itemsPerQuery);
      const { value, failure } = await ask(transport, '/v1/ratings/query', `{"items":[${page.join()}]}`, ({ body }) =>
        parseSummaries(body, page),
      );
      if (failure) throw new CollateralError(failure.code, failure.message);
      for (const [index, summary] of value.entries()) summaries.set(page[index] ?? '', summary);
    }
    return summaries;
  }

  return async (items) => {
    if (items.length === 0) return [];
    const asked = items.map(({ collateralId, version }) => JSON.stringify({ collateralId, version }));
    for (const item of asked) wanted.add(item);
    const summaries = await (asking ??= askForAll());
    // This very call asked for them, so each one is there.
    return asked.flatMap((item) => summaries.get(item) ?? []);
  };
}

function parseSummaries(body: unknown, items: readonly string[]): readonly RatingSummary[] | null {
  const { ratings } = Object(body) as { readonly ratings?: unknown };
  if (!Array.isArray(ratings) || ratings.length !== items.length) return null;
  const isAnswered = ratings.every((summary: unknown, index) => {
    const { collateralId, metric } = Object(summary) as Partial<RatingSummary>;
    const isOfItem = items[index]?.startsWith(JSON.stringify({ collateralId }).slice(0, -1));
    return isOfItem && typeof metric?.state === 'string';
  });
  return isAnswered ? (ratings as RatingSummary[]) : null;
}
