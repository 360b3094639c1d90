import type { Client } from '@collateral/sdk';
import type { StartTimer } from '../shared/start-timer.js';

/** Figures are asked for again this often while somebody looks. */
const refreshEveryMs = 60_000;

/** The server needs a moment to count what it has just taken, and ratings come in bursts. */
const afterDeliveryMs = 2_000;

/**
 * Asks for figures again: on an interval, and soon after something was delivered. While the page is hidden it waits and asks
 * once when it is seen again.
 */
export class LiveRefresh {
  readonly #refresh: () => void;
  readonly #startTimer: StartTimer;
  #client: Client | undefined;
  #stop: (() => void) | undefined;
  #isDue = false;

  constructor(refresh: () => void, startTimer: StartTimer) {
    this.#refresh = refresh;
    this.#startTimer = startTimer;
  }

  /** Begins for a client; undefined ends it. */
  follow(client: Client | undefined): void {
    if (client === this.#client) return;
    this.#client?.removeEventListener('delivered', this.#onDelivered);
    document.removeEventListener('visibilitychange', this.#onVisible);
    this.#stop?.();
    this.#client = client;
    if (!client) return;
    client.addEventListener('delivered', this.#onDelivered);
    document.addEventListener('visibilitychange', this.#onVisible);
    this.#wait(refreshEveryMs);
  }

  readonly #onDelivered = (): void => this.#wait(afterDeliveryMs);

  readonly #onVisible = (): void => {
    if (this.#isDue) this.#run();
  };

  #wait(delayMs: number): void {
    this.#stop?.();
    this.#stop = this.#startTimer(() => this.#run(), delayMs);
  }

  #run(): void {
    this.#isDue = document.visibilityState === 'hidden';
    if (!this.#isDue) this.#refresh();
    this.#wait(refreshEveryMs);
  }
}
