import { CollateralError, completePolicy, type Policy, type UsageEventType } from '@collateral/sdk/contract';
import type { PruneOptions, Store } from '../store/store.js';
import { endSuggestions } from './end-suggestions.js';
import { retentionBounds, type RetentionBounds } from './retention-bounds.js';

/** What old facts are deleted from, and by which rules. */
export interface RetentionOptions {
  /** The store of the handler. */
  readonly store: Store;
  /** Which of the host's organisations. @defaultValue `main` */
  readonly tenant?: string;
  /** The same rules the handler has; `retention` says how long facts are kept. @defaultValue `defaultPolicy` of the contract */
  readonly policy?: Partial<Policy>;
  /** The clock, in milliseconds since 1970. @defaultValue `Date.now` */
  readonly now?: () => number;
  /** Most facts one step looks at, from 100: a step keeps others from writing, a pause as long follows it. @defaultValue 5000 */
  readonly factsPerStep?: number;
  /** Stops behind the step that runs; the next run goes on where it matters. */
  readonly signal?: AbortSignal;
  /**
   * Deletes although the store keeps no counts (capability `aggregate`): figures of periods before the retention, ratings older than
   * it and first use are then lost.
   *
   * @defaultValue false
   */
  readonly withoutCounts?: boolean;
}

/** What a run has deleted. */
export interface RetentionReport extends RetentionBounds {
  /** Facts of types kept for `eventMonths`. */
  readonly events: number;
  /** Ratings and withdrawals. */
  readonly ratings: number;
  /** Suggestions that ended, with all that was said about them. */
  readonly suggestions: number;
}

const eventTypes: readonly UsageEventType[] = Object.freeze(['view', 'usage', 'completion', 'prompt-response']);
const ratingTypes: readonly UsageEventType[] = Object.freeze(['rating', 'rating-withdrawal']);

/**
 * Deletes what the policy's `retention` says is too old: run it once a day.
 *
 * - Idempotent: it may be stopped at any time, run again, and run in several processes at once.
 * - Beside ingestion: it works in steps and pauses after each for as long as it took.
 * - Counts, live ratings and first use outlive the facts; late copies of what was deleted are refused as `too-old`.
 * - Suggestions end as a whole, and only when they are closed and nothing about them is younger.
 *
 * @throws CollateralError `invalid-option` for a wrong option, and for a store without counts unless `withoutCounts` is set.
 * @example
 * ```ts
 * const { events, ratings, suggestions } = await runRetention({ store, policy });
 * ```
 */
export async function runRetention(options: RetentionOptions): Promise<RetentionReport> {
  const { store, tenant = 'main', now = Date.now, factsPerStep = 5_000, signal, withoutCounts = false } = options;
  const policy = completePolicy(options.policy);
  if (!Number.isInteger(factsPerStep) || factsPerStep < 100)
    throw new CollateralError(
      'invalid-option',
      `factsPerStep must be a whole number from 100, got ${JSON.stringify(factsPerStep)}.`,
    );
  if (store.capabilities?.aggregate !== true && !withoutCounts)
    throw new CollateralError(
      'invalid-option',
      'The store keeps no counts (capability aggregate), so old figures and ratings would go with their events. Set withoutCounts if that is what you want.',
    );
  const place = { store, tenant, signal, now: now() };
  const bounds = retentionBounds(policy.retention, place.now);
  const prune = (before: string, types: readonly UsageEventType[]): Promise<number> =>
    pruneInSteps(place, before, { types, limit: factsPerStep });
  const events = await prune(bounds.eventsBefore, eventTypes);
  const ratings = await prune(bounds.ratingsBefore, ratingTypes);
  const suggestions = await endSuggestions({ ...place, policy }, bounds.ratingsBefore);
  return { ...bounds, events, ratings, suggestions };
}

async function pruneInSteps(
  { store, tenant, signal }: Pick<RetentionOptions, 'store'> & { tenant: string; signal: AbortSignal | undefined },
  before: string,
  options: PruneOptions,
): Promise<number> {
  let removed = 0;
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    signal?.throwIfAborted();
    const startedAt = performance.now();
    const step = await store.prune(tenant, before, { ...options, ...(cursor !== '' && { cursor }) });
    removed += step.removed;
    cursor = step.nextCursor;
    // Others write meanwhile: half of the time is theirs.
    if (cursor !== undefined) await new Promise((resolve) => setTimeout(resolve, performance.now() - startedAt));
  }
  return removed;
}
