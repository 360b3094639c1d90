import type { StartTimer } from '../shared/start-timer.js';

/** How long a person may rest on a point before an arrow walk counts as a choice, in milliseconds. */
export const walkIdleMs = 1500;

/** Waits for the end of a walk with the arrow keys, so that five keystrokes are one rating. */
export class Walk {
  readonly #onEnd: () => void;
  #stop: (() => void) | undefined;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  get isUnderWay(): boolean {
    return this.#stop !== undefined;
  }

  /** Takes another step: the rest begins anew. */
  step(startTimer: StartTimer): void {
    if (!this.#stop) {
      // A page that is being left won't see the timer; what was chosen must not be lost with it.
      addEventListener('pagehide', this.end);
      document.addEventListener('visibilitychange', this.#endWhenHidden);
    }
    this.#stop?.();
    this.#stop = startTimer(this.end, walkIdleMs);
  }

  /** Ends the walk now, if there is one. */
  readonly end = (): void => {
    if (!this.#stop) return;
    this.cancel();
    this.#onEnd();
  };

  /** Stops waiting without an end. */
  cancel(): void {
    if (!this.#stop) return;
    this.#stop();
    this.#stop = undefined;
    removeEventListener('pagehide', this.end);
    document.removeEventListener('visibilitychange', this.#endWhenHidden);
  }

  readonly #endWhenHidden = (): void => {
    if (document.visibilityState === 'hidden') this.end();
  };
}
