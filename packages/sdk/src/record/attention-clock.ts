import type { Platform } from '../platform.js';

/** How long a person can have been looking. */
interface AttentionTimes {
  /** Milliseconds visible, focused and either within the idle limit of the last input or while media plays. */
  readonly activeMs: number;
  /** Milliseconds visible and focused. */
  readonly visibleMs: number;
}

/** Measures how long a person can have been looking. */
export interface AttentionClock {
  times(): AttentionTimes;
  /** Whether media plays: whoever watches need not touch anything. */
  playing(isPlaying: boolean): void;
  /** Counts up to now. Call it after every page change and at least once in 30 s. */
  advance(): void;
  stop(): void;
}

// More between two calls means that the machine slept: its clock may run on, the person did not read.
const longestSliceMs = 30_000;

/** Creates a clock that runs while the page is visible and focused. The start counts as input: somebody opened the item. */
export function createAttentionClock(platform: Platform, idleMs: number): AttentionClock {
  let last = platform.monotonicNow();
  let lastInput = last;
  let isRunning = platform.isAttended();
  let isPlaying = false;
  let activeMs = 0;
  let visibleMs = 0;
  const advance = (): void => {
    const now = platform.monotonicNow();
    if (isRunning && now - last <= longestSliceMs) {
      visibleMs += now - last;
      activeMs += Math.max(0, (isPlaying ? now : Math.min(now, lastInput + idleMs)) - last);
    }
    last = now;
    isRunning = platform.isAttended();
  };
  return {
    times: () => ({ activeMs: Math.round(activeMs), visibleMs: Math.round(visibleMs) }),
    advance,
    playing(next) {
      advance();
      isPlaying = next;
    },
    stop: platform.onInput(() => {
      advance();
      lastInput = last;
    }),
  };
}
