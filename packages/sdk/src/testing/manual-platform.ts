import type { PageChange, Platform } from '../platform.js';

/** A platform whose time and page are moved by the test. */
export interface ManualPlatform extends Platform {
  /** What `random()` answers; 1 makes a back-off wait its longest. @defaultValue 1 */
  chance: number;
  /** Whether the page is visible and has the focus. @defaultValue true */
  attended: boolean;
  /** Whether the person is typing or in full screen. @defaultValue false */
  busy: boolean;
  /** Whether the origin has Web Locks; plain http has none. @defaultValue false */
  hasLocks: boolean;
  /** Ends the page that holds a lock, as the browser does. */
  endHolder(name: string): void;
  /** Moves the clocks on and runs the timers that fall due, in order. */
  advance(ms: number): void;
  /** Lets the machine sleep: the clocks move on and no timer runs. */
  sleep(ms: number): void;
  /** Sets the wall clock without moving time, as a person or a time server may. */
  setClock(iso: string): void;
  /** Lets something happen to the page. */
  change(change: PageChange): void;
  /** Lets the person touch the page. */
  input(): void;
  /** Timers and listeners that are still there; 0 after a clean `close()`. */
  leftOvers(): number;
}

interface Timer {
  readonly atMs: number;
  readonly callback: () => void;
}

/** Creates a manual platform. Its clock starts on 5 January 2026 at noon UTC; chance for ids is real. */
export function createManualPlatform(): ManualPlatform {
  let monotonicMs = 0;
  let isVisible = true;
  let offsetMs = Date.parse('2026-01-05T12:00:00.000Z');
  const timers = new Set<Timer>();
  const pageListeners = new Set<(change: PageChange) => void>();
  const inputListeners = new Set<() => void>();
  const heldLocks = new Set<string>();
  const texts = new Map<string, string>();

  return {
    hasPage: true,
    chance: 1,
    attended: true,
    busy: false,
    hasLocks: false,
    now: () => offsetMs + monotonicMs,
    monotonicNow: () => monotonicMs,
    random() {
      return this.chance;
    },
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    startTimer(delayMs, callback) {
      if (delayMs === 0) {
        // "After this task" is not a time anybody waits for.
        const timer = setTimeout(callback, 0);
        return () => clearTimeout(timer);
      }
      const timer = { atMs: monotonicMs + delayMs, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    isVisible: () => isVisible,
    isAttended() {
      return this.attended;
    },
    wantsPrivacy: () => false,
    context: () => ({ url: 'https://intranet.test/deck', locale: 'en' }),
    onChange: (listener) => join(pageListeners, listener),
    onInput: (listener) => join(inputListeners, listener),
    async takeLock(name) {
      if (!this.hasLocks || heldLocks.has(name)) return null;
      heldLocks.add(name);
      return () => heldLocks.delete(name);
    },
    async tab() {
      return {
        isBusy: () => this.busy,
        keptText: (name) => texts.get(name) ?? null,
        keepText(name, text) {
          if (text === null) texts.delete(name);
          else texts.set(name, text);
        },
      };
    },
    forgetText: (name) => void texts.delete(name),
    sendBeacon: (url, body) => void navigator.sendBeacon(url, body),
    log: () => undefined,
    advance(ms) {
      const endMs = monotonicMs + ms;
      for (let next = nextDue(timers, endMs); next; next = nextDue(timers, endMs)) {
        monotonicMs = Math.max(monotonicMs, next.atMs);
        timers.delete(next);
        next.callback();
      }
      monotonicMs = endMs;
    },
    sleep(ms) {
      monotonicMs += ms;
    },
    setClock(iso) {
      offsetMs = Date.parse(iso) - monotonicMs;
    },
    endHolder: (name) => void heldLocks.delete(name),
    change(change) {
      if (change !== 'focus') isVisible = change === 'back';
      pageListeners.forEach((listener) => listener(change));
    },
    input: () => inputListeners.forEach((listener) => listener()),
    leftOvers: () => timers.size + pageListeners.size + inputListeners.size,
  };
}

function join<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function nextDue(timers: ReadonlySet<Timer>, endMs: number): Timer | undefined {
  return [...timers].filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs)[0];
}
