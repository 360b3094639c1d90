import { CollateralError } from '../contract/errors.js';
import { isHostId } from '../contract/ids.js';
import { limits } from '../contract/limits.js';
import type { RatingQueryItem, RatingSummary } from '../contract/rating-summary.js';
import type { Platform } from '../platform.js';
import { ask, type Answer } from '../transport/outcome.js';
import type { Transport } from '../transport/transport.js';
import { valueOf } from './value-of.js';

/** Asks for ratings; answers in the order given. */
export type ReadRatings = (items: readonly (string | RatingQueryItem)[]) => Promise<readonly RatingSummary[]>;

type Summaries = readonly RatingSummary[];

/** Creates a reader that makes one request out of all calls of one task, so that a page of fifty widgets asks once. */
export function createRatingSummaries(transport: Transport, platform: Platform): ReadRatings {
  let wanted = new Map<string, RatingQueryItem>();
  let asking: Promise<ReadonlyMap<string, Promise<RatingSummary>>> | null = null;

  // A timer, not a microtask: elements of one page ask from many microtasks of the same task.
  function collect(): Promise<ReadonlyMap<string, Promise<RatingSummary>>> {
    return (asking ??= new Promise((resolve) => {
      platform.startTimer(0, () => {
        const items = [...wanted];
        wanted = new Map();
        asking = null;
        const summaries = new Map<string, Promise<RatingSummary>>();
        for (let start = 0; start < items.length; start += limits.itemsPerQuery) {
          const page = items.slice(start, start + limits.itemsPerQuery);
          const answer = query(page.map(([, item]) => item));
          page.forEach(([key], index) => summaries.set(key, answer.then((answered) => pick(answered, index))));
        }
        resolve(summaries);
      });
    }));
  }

  function query(items: readonly RatingQueryItem[]): Promise<Answer<Summaries>> {
    const request = { path: '/v1/ratings/query', body: JSON.stringify({ items }) };
    return ask(transport, request, ({ body }) => parseSummaries(body, items));
  }

  return async (items) => {
    const asked = items.map(keyed);
    if (asked.length === 0) return [];
    for (const [key, item] of asked) wanted.set(key, item);
    const summaries = await collect();
    // Asked for by this very call, so each one is there.
    return Promise.all(asked.map(([key]) => summaries.get(key) as Promise<RatingSummary>));
  };
}

function keyed(item: string | RatingQueryItem): [key: string, item: RatingQueryItem] {
  const { collateralId, version } = typeof item === 'string' ? { collateralId: item } : item;
  if (!isHostId(collateralId)) {
    const got = JSON.stringify(collateralId);
    throw new CollateralError('invalid-collateral-id', `collateralId must be 1 to 200 characters, got ${got}.`);
  }
  const asked: RatingQueryItem = { collateralId, ...(version !== undefined && { version }) };
  return [JSON.stringify(asked), asked];
}

function pick(answer: Answer<Summaries>, index: number): RatingSummary {
  // Parsed: as many summaries as items, in their order.
  return valueOf(answer)[index] as RatingSummary;
}

function parseSummaries(body: unknown, items: readonly RatingQueryItem[]): Summaries | null {
  const { ratings } = Object(body) as { readonly ratings?: unknown };
  if (!Array.isArray(ratings) || ratings.length !== items.length) return null;
  const isAnswered = items.every(({ collateralId }, index) => {
    const summary = Object(ratings[index]) as Partial<RatingSummary>;
    return summary.collateralId === collateralId && typeof Object(summary.metric).state === 'string';
  });
  return isAnswered ? (ratings as Summaries) : null;
}
