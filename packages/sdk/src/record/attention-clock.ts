import type { Platform } from '../platform.js';

/** Measures how long a person can have been looking. */
export interface AttentionClock {
  /** Milliseconds visible, focused and within the idle limit of the last input. */
  readonly activeMs: number;
  /** Milliseconds visible and focused. */
  readonly visibleMs: number;
  /** Counts up to now. Call it after every page change and at least once per `longestSliceMs`. */
  advance(): void;
  stop(): void;
}

/** Creates a clock that runs while the page is visible and focused. The start counts as input: somebody opened the item. */
export function createAttentionClock(platform: Platform, idleMs: number, longestSliceMs: number): AttentionClock {
  let last = platform.monotonicNow();
  let lastInput = last;
  let isRunning = platform.isAttended();
  let activeMs = 0;
  let visibleMs = 0;
  const advance = (): void => {
    const now = platform.monotonicNow();
    // A longer slice means that the machine slept: the clock may run on, the person did not read.
    if (isRunning && now - last <= longestSliceMs) {
      visibleMs += now - last;
      activeMs += Math.max(0, Math.min(now, lastInput + idleMs) - last);
    }
    last = now;
    isRunning = platform.isAttended();
  };
  const stop = platform.onInput(() => {
    advance();
    lastInput = last;
  });
  return {
    get activeMs() {
      return Math.round(activeMs);
    },
    get visibleMs() {
      return Math.round(visibleMs);
    },
    advance,
    stop,
  };
}
