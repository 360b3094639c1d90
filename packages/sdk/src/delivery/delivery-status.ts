import type { DropReason } from '../signals.js';

/** What waits and why. */
export interface DeliveryStatus {
  /** Events not yet answered for by the server. */
  readonly pending: number;
  /** When the oldest of them happened. */
  readonly oldestPendingAt: string | null;
  /** Events of other people or earlier pages that must wait for their owner. */
  readonly parked: number;
  /** Events the server has, counted since this client was created. */
  readonly delivered: number;
  /** Events the server refused for good, counted since this client was created; they are kept in the dead-letter list. */
  readonly rejected: number;
  /** Events given up without an answer of the server, by reason. */
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
  /** Why sending last failed; null while all is well. */
  readonly lastError: {
    /** Documented in docs/errors.md. */
    readonly code: string;
    /** What happened and what to do, in English. */
    readonly message: string;
    /** When it failed, ISO 8601 UTC. */
    readonly at: string;
  } | null;
  /** When the next try is due, ISO 8601 UTC; null when none is planned. */
  readonly nextAttemptAt: string | null;
}
