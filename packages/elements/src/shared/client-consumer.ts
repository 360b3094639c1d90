import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Client } from '@collateral/sdk';
import { clientContext } from './client-context.js';

/**
 * Finds the client of the nearest provider for an element, whichever of the two comes first.
 *
 * The rules, because each has broken somebody (lit#2763, community-protocols#25):
 * - it asks when the element connects, so that a move in the page finds the new provider;
 * - without an answer it listens at the document and asks again whenever a provider announces itself, because a provider
 *   that is upgraded later cannot know who asked before;
 * - it forgets the client when the element leaves, so that nothing is saved through a provider that is gone;
 * - when somebody else signs in, the element hears it in the same task: nothing of one person may stay for the next.
 */
export class ClientConsumer implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onClient: (client: Client | undefined) => void;
  #client: Client | undefined;
  #unsubscribe: (() => void) | undefined;

  /** @param onClient called with the client, and with the same one again when somebody else is signed in */
  constructor(host: ReactiveControllerHost & HTMLElement, onClient: (client: Client | undefined) => void) {
    this.#host = host;
    this.#onClient = onClient;
    host.addController(this);
  }

  /** The client, once a provider has one. */
  get client(): Client | undefined {
    return this.#client;
  }

  hostConnected(): void {
    this.#ask();
    if (!this.#unsubscribe) this.#host.ownerDocument.addEventListener('context-provider', this.#ask);
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.removeEventListener('context-provider', this.#ask);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#take(undefined);
  }

  readonly #ask = (): void => {
    this.#host.dispatchEvent(new ContextEvent(clientContext, this.#host, this.#answer, true));
  };

  readonly #answer = (client: Client | undefined, unsubscribe?: () => void): void => {
    // A nearer provider has taken over: the old one must not answer any more.
    if (this.#unsubscribe && this.#unsubscribe !== unsubscribe) this.#unsubscribe();
    this.#unsubscribe = unsubscribe;
    this.#host.ownerDocument.removeEventListener('context-provider', this.#ask);
    this.#take(client);
  };

  readonly #onActorChanged = (): void => this.#onClient(this.#client);

  #take(client: Client | undefined): void {
    if (client === this.#client) return;
    this.#client?.removeEventListener('actor-changed', this.#onActorChanged);
    this.#client = client;
    client?.addEventListener('actor-changed', this.#onActorChanged);
    this.#onClient(client);
  }
}
