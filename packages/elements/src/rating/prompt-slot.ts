import type { ItemReference, Client } from '@collateral/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SpokenStrings } from '../shared/strings-for.js';
import type { PromptOffer } from './prompt-offer.js';

/** Where a request is shown. */
interface Host extends ReactiveControllerHost {
  /** The page wants requests here. */
  readonly prompt: boolean;
  /** A person could choose now, and nothing is chosen. */
  readonly isOpenToChoice: boolean;
  focus(): void;
}

/** A request to rate as it is drawn. Without `dismiss` nobody is asked now, and only its place is kept. */
export interface RequestView {
  readonly question: string;
  readonly notNow: string;
  readonly dismiss?: () => void;
}

/** The place of a request to rate. What waits for one is loaded only where the page wants requests. */
export class PromptSlot implements ReactiveController {
  readonly #host: Host;
  readonly #record: { readonly client: Client | undefined; readonly item: ItemReference | undefined };
  #loading: Promise<void> | undefined;
  #offer: PromptOffer | undefined;

  constructor(host: Host, record: { readonly client: Client | undefined; readonly item: ItemReference | undefined }) {
    this.#host = host;
    this.#record = record;
    host.addController(this);
  }

  hostUpdate(): void {
    const { prompt } = this.#host;
    if (prompt) this.#loading ??= this.#load();
    this.#offer?.follow(prompt ? this.#record.client : undefined, this.#record.item);
  }

  hostDisconnected(): void {
    this.#offer?.follow(undefined, undefined);
  }

  /** What to draw; undefined where no requests are wanted. */
  request(strings: SpokenStrings): RequestView | undefined {
    const [host, offer] = [this.#host, this.#offer];
    if (!host.prompt || !offer) return undefined;
    const words = offer.words(strings);
    if (!offer.isOpen || !host.isOpenToChoice) return words;
    // The button that had the focus goes, so the focus goes to the points.
    const dismiss = (): void => {
      offer.dismiss();
      host.focus();
    };
    return { ...words, dismiss };
  }

  async #load(): Promise<void> {
    try {
      const module = await import('./prompt-offer.js');
      this.#offer = new module.PromptOffer(() => this.#host.requestUpdate());
      this.#host.requestUpdate();
    } catch {
      // Without the file nobody is asked; rating goes on as ever.
    }
  }
}
