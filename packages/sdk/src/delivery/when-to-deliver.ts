import type { Platform } from '../platform.js';

/** Decides when the next pass over the queue starts; there is never more than one at a time. */
export interface Schedule {
  /** Starts a pass after the one that runs. An urgent one does not wait for the back-off clock. */
  now(isUrgent: boolean): Promise<void>;
  /** Starts a pass at a time, milliseconds since 1970, unless an earlier one is due. */
  at(timeMs: number): void;
  /** Cancels what is due and resolves when the pass that runs is over. */
  stop(): Promise<void>;
}

/** Creates a schedule. `run` must not reject. */
export function createSchedule(platform: Platform, run: (isUrgent: boolean) => Promise<void>): Schedule {
  let running = Promise.resolve();
  let queued: { isUrgent: boolean; readonly done: Promise<void> } | null = null;
  let isStopped = false;
  let dueMs = Infinity;
  let stopTimer = (): void => undefined;

  function now(isUrgent: boolean): Promise<void> {
    if (queued) queued.isUrgent ||= isUrgent;
    else {
      running = running.then(() => {
        const wasUrgent = queued?.isUrgent ?? false;
        queued = null;
        return run(wasUrgent);
      });
      queued = { isUrgent, done: running };
    }
    return queued.done;
  }

  function cancel(): void {
    stopTimer();
    dueMs = Infinity;
  }

  return {
    now,
    at(timeMs) {
      if (isStopped || timeMs >= dueMs) return;
      cancel();
      dueMs = timeMs;
      stopTimer = platform.startTimer(Math.max(0, timeMs - platform.now()), () => {
        cancel();
        void now(false);
      });
    },
    stop() {
      isStopped = true;
      cancel();
      return running;
    },
  };
}
