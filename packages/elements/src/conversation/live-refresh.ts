import type { Client, WatchedPlaces } from '@collateral/sdk';
import type { StartTimer } from '../shared/start-timer.js';

/** What others do appears after this at the latest while somebody looks. An unchanged answer costs no body. */
const refreshEveryMs = 20_000;

/** The same where the client says when something changed: for what passes by it, such as an item's new title. */
const refreshWatchedEveryMs = 120_000;

/** The server has what this page sent when it says so; answers come in bursts. */
const afterDeliveryMs = 300;

/** Asks again when others changed something, on an interval, and soon after something was delivered; while the page is hidden it waits, and asks once when it is seen. */
export class LiveRefresh {
  readonly #refresh: () => void;
  readonly #startTimer: StartTimer;
  #client: Client | undefined;
  #stop: (() => void) | undefined;
  #unwatch: (() => void) | undefined;
  #watched = '';
  #isDue = false;

  constructor(refresh: () => void, startTimer: StartTimer) {
    this.#refresh = refresh;
    this.#startTimer = startTimer;
  }

  /** Begins for a client, and for the places it can watch; undefined ends it. */
  follow(client: Client | undefined, places?: WatchedPlaces): void {
    const watched = JSON.stringify(places ?? null);
    if (client === this.#client && watched === this.#watched) return;
    this.#watched = watched;
    this.#unwatch?.();
    this.#unwatch = places && client?.watchSuggestions(places, this.#onDelivered);
    this.#client?.removeEventListener('delivered', this.#onDelivered);
    document.removeEventListener('visibilitychange', this.#onVisible);
    this.#stop?.();
    this.#client = client;
    if (!client) return;
    client.addEventListener('delivered', this.#onDelivered);
    document.addEventListener('visibilitychange', this.#onVisible);
    this.#wait(this.#everyMs);
  }

  get #everyMs(): number {
    return this.#unwatch ? refreshWatchedEveryMs : refreshEveryMs;
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
    this.#wait(this.#everyMs);
  }
}
