import type { ErrorCode } from '../contract/errors.js';

/** What a client knows about its queue without asking the disk. */
export interface Tally {
  pending: number;
  parked: number;
  oldestAt: string | null;
  delivered: number;
  rejected: number;
  lastError: { readonly code: ErrorCode; readonly message: string; readonly at: string } | null;
  /** When the next try after a failure is due, ISO 8601 UTC. */
  nextAttemptAt: string | null;
}

/** Creates an empty tally. */
export function createTally(): Tally {
  return { pending: 0, parked: 0, oldestAt: null, delivered: 0, rejected: 0, lastError: null, nextAttemptAt: null };
}
