import type { Client } from '@collateral/sdk';
import type { Suggestion } from '@collateral/sdk/contract';
import type { StartTimer } from '../shared/start-timer.js';

/** Typing rests this long before anything is asked. */
const restMs = 350;

/** Fewer letters say too little. */
const fewestLetters = 6;

/** Words a question may have; the server takes no more. */
const longestQuestion = 200;

/** Looks for what was suggested already while somebody types. */
export class Similar {
  readonly #redraw: () => void;
  readonly #startTimer: StartTimer;
  #found: readonly Suggestion[] = [];
  #stop: (() => void) | undefined;
  #control: AbortController | undefined;
  #askAgain: (() => void) | undefined;
  #client: Client | undefined;
  #about = '';

  constructor(redraw: () => void, startTimer: StartTimer) {
    this.#redraw = redraw;
    this.#startTimer = startTimer;
  }

  /** The most similar first. */
  get found(): readonly Suggestion[] {
    return this.#found;
  }

  /** Turns to another item or person: what was typed about the one before finds nothing any more, also when it is being looked for. */
  follow(client: Client | undefined, about: string): void {
    // Without a client the element is only being moved.
    const isSomebodyElse = client !== undefined && this.#client !== undefined && client !== this.#client;
    if (isSomebodyElse || about !== this.#about) this.forget();
    this.#client = client ?? this.#client;
    this.#about = about;
  }

  /** Takes what is typed by now; a newer text ends the question about the older one. */
  look(client: Client, collateralId: string | undefined, text: string): void {
    this.#stop?.();
    this.#control?.abort();
    const similar = text.trim().slice(-longestQuestion);
    if (similar.length < fewestLetters) {
      this.forget();
      return;
    }
    this.#askAgain = () => void this.#ask(client, collateralId, similar);
    this.#stop = this.#startTimer(this.#askAgain, restMs);
  }

  /** Asks again about what was found, because somebody may have changed it. */
  refresh(): void {
    if (this.#found.length > 0) this.#askAgain?.();
  }

  /** Finds nothing any more. */
  forget(): void {
    this.#stop?.();
    this.#control?.abort();
    this.#found = [];
    this.#redraw();
  }

  /** A newer state of one is known. */
  put(suggestion: Suggestion): void {
    this.#found = this.#found.map((each) => (each.suggestionId === suggestion.suggestionId ? suggestion : each));
  }

  async #ask(client: Client, collateralId: string | undefined, similar: string): Promise<void> {
    const { signal } = (this.#control = new AbortController());
    try {
      const query = { ...(collateralId !== undefined && { collateralId }), similar, limit: 5 };
      const { suggestions } = await client.suggestions(query, { signal });
      if (!signal.aborted) this.#found = suggestions;
    } catch {
      // It is an offer; without it a person writes as before.
      if (!signal.aborted) this.#found = [];
    }
    this.#redraw();
  }
}
