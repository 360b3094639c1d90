import type { EventContext } from './contract/usage-event.js';

/**
 * What can happen to a page: it hides, the person leaves it (for good, or until the back button), the person or the network comes
 * back, the focus comes or goes.
 */
export type PageChange = 'hidden' | 'left' | 'back' | 'focus';

/** The browser as the SDK sees it: time, chance and the state of the page. Tests replace it, so they never sleep. */
export interface Platform {
  /** False where there is no document (a server, a worker): nothing is recorded there. */
  readonly hasPage: boolean;
  /** Wall clock in milliseconds since 1970. May jump. */
  now(): number;
  /** Milliseconds on a clock that never jumps back; for durations only. */
  monotonicNow(): number;
  /** A number from 0 up to, not including, 1; for spreading load, never for ids. */
  random(): number;
  /** Bytes nobody can guess, for ids. */
  randomBytes(count: number): Uint8Array;
  /** Calls back once and returns the function that cancels it. */
  startTimer(delayMs: number, callback: () => void): () => void;
  /** Whether the page is visible, with or without the focus. */
  isVisible(): boolean;
  /** Whether the person can be looking: the page is visible and has the focus. */
  isAttended(): boolean;
  /** Whether the person asked not to be tracked (Global Privacy Control). */
  wantsPrivacy(): boolean;
  /** Where events of this moment happen. */
  context(): EventContext;
  /** Reports page changes until the returned function is called. */
  onChange(listener: (change: PageChange) => void): () => void;
  /** Reports pointer, key and scroll input until the returned function is called. */
  onInput(listener: () => void): () => void;
  /**
   * Tries to take a lock of this origin that ends with the page. Returns its release, or null when another page holds it
   * or this origin has no locks (plain http).
   */
  takeLock(name: string): Promise<(() => void) | null>;
  /** Loads what few pages need to know of the tab. */
  tab(): Promise<Tab>;
  /** Takes away a text a tab keeps, at once: a person who says no waits for no file. */
  forgetText(name: string): void;
  /** Last resort for a closing page. */
  sendBeacon(url: string, body: string): void;
  /** Writes to the console; called only when the host asked for `debug`. */
  log(step: string, detail: unknown): void;
}

/** What a tab tells and keeps beyond the page. */
export interface Tab {
  /** Whether the person should not be disturbed: they are typing or in full screen. */
  isBusy(): boolean;
  /** Returns a text kept in this tab; null when there is none or the page may keep nothing. */
  keptText(name: string): string | null;
  /** Keeps a text in this tab, also over a reload; null takes it away. Does nothing where a page may keep nothing. */
  keepText(name: string, text: string | null): void;
}
