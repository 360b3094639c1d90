import type { Outbox } from '../outbox/outbox.js';
import type { Platform } from '../platform.js';

/** The clock all pages of an origin and endpoint wait on after a failure. It survives a reload. */
export interface Backoff {
  /** When the next try is due, milliseconds since 1970; in the past when there is no reason to wait. */
  dueMs(isUrgent: boolean): Promise<number>;
  /** Notes a failure and returns when the next try is due. */
  fail(notBeforeMs: number): Promise<number>;
  /** Notes that the server answers again. */
  succeed(): Promise<void>;
}

interface BackoffNote {
  readonly failures: number;
  readonly nextAttemptMs: number;
  /** What the server asked for; nothing goes out before it. */
  readonly notBeforeMs: number;
}

const firstDelayMs = 1_000;
const longestDelayMs = 300_000;
const calm: BackoffNote = Object.freeze({ failures: 0, nextAttemptMs: 0, notBeforeMs: 0 });

/** Creates the clock: the delay doubles up to five minutes, then chance picks from all of it, so that a fleet spreads out. */
export function createBackoff(outbox: Outbox, platform: Platform): Backoff {
  let isCalm = false;
  return {
    async dueMs(isUrgent) {
      const note = await outbox.amend<BackoffNote>('back-off', (current = calm) => current);
      isCalm = note.failures === 0;
      // A try further away than any delay was set before the clock was put back.
      const isStale = note.nextAttemptMs > platform.now() + longestDelayMs;
      return isUrgent || isStale ? note.notBeforeMs : note.nextAttemptMs;
    },
    async fail(notBeforeMs) {
      isCalm = false;
      const note = await outbox.amend<BackoffNote>('back-off', ({ failures } = calm) => {
        const longest = Math.min(longestDelayMs, firstDelayMs * 2 ** failures);
        const nextAttemptMs = Math.max(platform.now() + platform.random() * longest, notBeforeMs);
        return { failures: failures + 1, nextAttemptMs, notBeforeMs };
      });
      return note.nextAttemptMs;
    },
    async succeed() {
      if (!isCalm) await outbox.amend<BackoffNote>('back-off', () => calm);
      isCalm = true;
    },
  };
}
