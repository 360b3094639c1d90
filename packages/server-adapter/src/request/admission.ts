import { RetryLater } from './retry-later.js';

/**
 * Lets work in while there is room, and waits for what is inside before the handler closes.
 */
export class Admission {
  readonly #maxPendingEvents: number;
  readonly #waiting: (() => void)[] = [];
  #pendingEvents = 0;
  #requests = 0;
  #closed = false;

  constructor(maxPendingEvents: number) {
    this.#maxPendingEvents = maxPendingEvents;
  }

  /**
   * Runs one request to its end.
   *
   * @throws RetryLater `overloaded` once the handler is closing.
   */
  async request<Reply>(run: () => Promise<Reply>): Promise<Reply> {
    if (this.#closed) throw new RetryLater('overloaded', 'The server is shutting down. Send the request again.', 5);
    this.#requests += 1;
    try {
      return await run();
    } finally {
      this.#leave();
    }
  }

  /** Runs work nobody waits for, except closing. It must not reject. */
  background(run: () => Promise<void>): void {
    this.#requests += 1;
    void run().finally(() => {
      this.#leave();
    });
  }

  /**
   * Runs the storing of some events.
   *
   * @throws RetryLater `overloaded` while too many others wait for the store: an answer now is better than memory that fills up.
   */
  async storing<Outcome>(events: number, run: () => Promise<Outcome>): Promise<Outcome> {
    if (this.#pendingEvents > 0 && this.#pendingEvents + events > this.#maxPendingEvents)
      throw new RetryLater(
        'overloaded',
        'The store is behind. Send the batch again after the seconds in Retry-After.',
        2,
      );
    this.#pendingEvents += events;
    try {
      return await run();
    } finally {
      this.#pendingEvents -= events;
    }
  }

  /** Lets nobody in any more; resolves when everybody is out. */
  close(): Promise<void> {
    this.#closed = true;
    return this.#requests === 0 ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }

  #leave(): void {
    this.#requests -= 1;
    if (this.#requests === 0) for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
