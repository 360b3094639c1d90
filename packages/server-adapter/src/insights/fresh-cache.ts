/** Of the time, at most this share is spent on counting anew what was asked for all the time. */
const shareOfTime = 0.1;

interface Entry {
  readonly value: Promise<unknown>;
  /** When counting began and how long it took; null while it goes on. */
  readonly startedAt: number;
  tookMs: number | null;
  isRefreshing: boolean;
}

/**
 * Keeps answers that are dear to count for as long as counting them is worth: an answer that took 5 ms is counted anew after 50 ms,
 * one that took 2 s after 20 s.
 *
 * An answer up to five times as old is still given at once while a new one is counted; older ones are waited for.
 */
export class FreshCache {
  readonly #now: () => number;
  readonly #maxEntries: number;
  readonly #stopwatch: () => number;
  readonly #entries = new Map<string, Entry>();

  /**
   * @param now - a clock in milliseconds.
   * @param stopwatch - milliseconds that never jump.
   */
  constructor(now: () => number, maxEntries = 200, stopwatch: () => number = () => performance.now()) {
    this.#now = now;
    this.#maxEntries = maxEntries;
    this.#stopwatch = stopwatch;
  }

  /** What the clock says. */
  get now(): number {
    return this.#now();
  }

  /** Gives the answer kept under a key, or counts it. Everybody who asks meanwhile gets the same. */
  async get<Value>(key: string, count: () => Promise<Value>): Promise<Value> {
    const known = this.#entries.get(key);
    // Whoever asks twice under one key asks for the same kind of value.
    if (known === undefined) return (await this.#start(key, count).value) as Value;
    const { tookMs } = known;
    const age = this.#now() - known.startedAt;
    if (tookMs !== null && (age < 0 || age >= (tookMs / shareOfTime) * 5))
      return (await this.#start(key, count).value) as Value;
    if (tookMs !== null && age >= tookMs / shareOfTime && !known.isRefreshing) {
      known.isRefreshing = true;
      void this.#refresh(key, count, known);
    }
    return (await known.value) as Value;
  }

  /** Forgets what is kept under keys that begin with a text, and what is being counted for them: who asks next is told anew. */
  forget(prefix: string): void {
    for (const key of this.#entries.keys()) if (key.startsWith(prefix)) this.#entries.delete(key);
  }

  /** A machine that sleeps, or whose clock is set, while it counts has not counted for hours, and its answer is not worth days. */
  #timer(): () => number {
    const [clock, stopwatch] = [this.#now(), this.#stopwatch()];
    return () => Math.min(this.#now() - clock, this.#stopwatch() - stopwatch);
  }

  #start(key: string, count: () => Promise<unknown>): Entry {
    const [startedAt, took] = [this.#now(), this.#timer()];
    const entry: Entry = { value: count(), startedAt, tookMs: null, isRefreshing: false };
    this.#keep(key, entry);
    entry.value.then(
      () => (entry.tookMs = took()),
      // A failure is told to whoever waits and asked again by the next.
      () => this.#entries.get(key) === entry && this.#entries.delete(key),
    );
    return entry;
  }

  async #refresh(key: string, count: () => Promise<unknown>, old: Entry): Promise<void> {
    const [startedAt, took] = [this.#now(), this.#timer()];
    try {
      const value = await count();
      const entry = { value: Promise.resolve(value), startedAt, tookMs: took(), isRefreshing: false };
      // What was forgotten meanwhile stays forgotten.
      if (this.#entries.get(key) === old) this.#keep(key, entry);
    } catch {
      // The old answer grows older until somebody has to wait, and that somebody is told what is wrong.
      old.isRefreshing = false;
    }
  }

  #keep(key: string, entry: Entry): void {
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#maxEntries && oldest !== undefined) this.#entries.delete(oldest);
  }
}
