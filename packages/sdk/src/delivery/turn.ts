import type { Outbox } from '../outbox/outbox.js';
import type { Platform } from '../platform.js';
import { backOffMs } from './back-off.js';

/** Whose turn it is to send, and when: one lease and one back-off clock for all pages of an origin and endpoint. */
export interface Turn {
  /** Takes the turn. Returns 0 when it is ours, else when to ask again, in milliseconds since 1970. */
  take(isUrgent: boolean): Promise<number>;
  /**
   * Keeps the turn while a request runs that may take so long. `isAnswered` says that the server took the one before.
   * Returns whether the turn is still ours.
   */
  keep(requestMs: number, isAnswered: boolean): Promise<boolean>;
  /** Ends the turn with a failure and returns when the next one may begin. */
  fail(notBeforeMs: number): Promise<number>;
  /** Whether the server asked all pages to wait, as of the last look. */
  isToldToWait(): boolean;
  /** Whether another page had the turn at the last look, and may have it still. */
  isElsewhere(): boolean;
  /** Ends the turn. `isAnswered` says that the server took something in it. */
  end(isAnswered: boolean): Promise<void>;
}

interface TurnNote {
  readonly holder: string;
  readonly leasedUntilMs: number;
  readonly failures: number;
  readonly nextAttemptMs: number;
  /** What the server asked for; nothing goes out before it. */
  readonly notBeforeMs: number;
}

// Long enough to ask who is signed in, with another token if the first is refused.
const leaseMs = 30_000;
const spareMs = 10_000;
// No request takes longer; what is further away was written before the clock was set back.
const longestLeaseMs = 120_000;
const lookAgainMs = 5_000;
const longestDelayMs = 300_000;
// A server that asks for more is asked again after a day.
const longestRetryAfterMs = 86_400_000;
const fresh: TurnNote = { holder: '', leasedUntilMs: 0, failures: 0, nextAttemptMs: 0, notBeforeMs: 0 };

/**
 * Creates the turn of one page, a note in the outbox that survives a reload.
 *
 * A note and, where there is one, a Web Lock. The note alone would hold up the page after a reload until it runs out; the
 * lock alone is missing on plain http, and a frozen tab keeps it. Both only save requests; ids make a double send harmless.
 *
 * Must:
 * 1. be free at once when the lock is, and run out by itself where there are no locks or a frozen tab keeps one;
 * 2. double the wait up to five minutes, then let chance pick from all of it, so that a fleet spreads out;
 * 3. never begin before what the server asked for, however urgent;
 * 4. not wait for times further away than any can be: the clock was set back.
 */
export function createTurn(outbox: Outbox, platform: Platform, endpoint: string, holder: string): Turn {
  let release: (() => void) | null = null;
  let askedUntilMs = 0;
  let elsewhereUntilMs = 0;

  const amend = (change: (note: TurnNote) => TurnNote): Promise<TurnNote> =>
    outbox.amend<TurnNote>('turn', (note = fresh) => change(note));

  return {
    async take(isUrgent) {
      let waitUntilMs = 0;
      release ??= await platform.takeLock(`collateral:${endpoint}`);
      await amend((note) => {
        const now = platform.now();
        const { leasedUntilMs, nextAttemptMs, notBeforeMs } = note;
        const isWaiting = !isUrgent && nextAttemptMs <= now + longestDelayMs;
        const isLeased = !release && note.holder !== holder && leasedUntilMs <= now + longestLeaseMs;
        // The holder may miss what is stored while it ends, so look again soon.
        const freeMs = (elsewhereUntilMs = isLeased ? Math.min(leasedUntilMs, now + lookAgainMs) : 0);
        const isAsked = notBeforeMs <= now + longestRetryAfterMs;
        askedUntilMs = isAsked ? notBeforeMs : 0;
        waitUntilMs = Math.max(askedUntilMs, isWaiting ? nextAttemptMs : 0, freeMs);
        if (waitUntilMs > now) return note;
        waitUntilMs = 0;
        return { ...note, holder, leasedUntilMs: now + leaseMs };
      });
      if (waitUntilMs > 0) letGo();
      return waitUntilMs;
    },
    async keep(requestMs, isAnswered) {
      // A refused token is tried once more with another one.
      const leasedUntilMs = platform.now() + spareMs + 2 * requestMs;
      const note = await amend((old) =>
        old.holder === holder ? { ...(isAnswered ? fresh : old), holder, leasedUntilMs } : old,
      );
      return note.holder === holder;
    },
    async fail(notBeforeMs) {
      const note = await amend(({ failures }) => {
        const delayMs = backOffMs(platform, failures, longestDelayMs);
        const now = platform.now();
        const asked = Math.min(notBeforeMs, now + longestRetryAfterMs);
        return { ...fresh, failures: failures + 1, nextAttemptMs: Math.max(now + delayMs, asked), notBeforeMs: asked };
      });
      letGo();
      return note.nextAttemptMs;
    },
    isToldToWait: () => askedUntilMs > platform.now(),
    isElsewhere: () => elsewhereUntilMs > platform.now(),
    async end(isAnswered) {
      await amend((old) => (old.holder === holder ? { ...(isAnswered ? fresh : old), leasedUntilMs: 0 } : old));
      letGo();
    },
  };

  function letGo(): void {
    release?.();
    release = null;
  }
}
