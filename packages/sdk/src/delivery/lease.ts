import type { Outbox } from '../outbox/outbox.js';
import type { Platform } from '../platform.js';

/** The right to send, held by one page of an origin and endpoint at a time. */
export interface Lease {
  /** Takes or renews it. Returns 0 when it is ours, else when the holder's runs out, in milliseconds since 1970. */
  take(): Promise<number>;
  release(): Promise<void>;
}

interface LeaseNote {
  readonly holder: string;
  readonly untilMs: number;
}

const leaseMs = 30_000;

/**
 * Creates a lease kept in the outbox. It only saves requests: ids make a double send harmless.
 *
 * A note in IndexedDB instead of a lock: Web Locks are missing on plain http and are kept by frozen tabs.
 */
export function createLease(outbox: Outbox, platform: Platform, holder: string): Lease {
  return {
    async take() {
      const { holder: winner, untilMs } = await outbox.amend<LeaseNote>('lease', (current) => {
        const now = platform.now();
        // A lease that ends later than any can was taken before the clock was set back.
        const isTaken = current && current.untilMs > now && current.untilMs <= now + leaseMs;
        return isTaken && current.holder !== holder ? current : { holder, untilMs: now + leaseMs };
      });
      return winner === holder ? 0 : untilMs;
    },
    async release() {
      await outbox.amend<LeaseNote>('lease', (current) =>
        current && current.holder !== holder ? current : { holder, untilMs: 0 },
      );
    },
  };
}
