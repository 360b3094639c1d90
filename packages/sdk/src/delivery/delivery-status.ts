import type { DropReason } from '../signals.js';

/** What waits and why. */
export interface DeliveryStatus {
  /** Events not yet answered for by the server. */
  readonly pending: number;
  /** When the oldest of them happened. */
  readonly oldestPendingAt: string | null;
  /** Events of other people or earlier pages that must wait for their owner. */
  readonly parked: number;
  readonly delivered: number;
  readonly rejected: number;
  /** Events given up without an answer of the server, by reason. */
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
  readonly lastError: { readonly code: string; readonly message: string; readonly at: string } | null;
  readonly nextAttemptAt: string | null;
}
