import { ContextProvider } from '@lit/context';
import { createClient, type Client } from '@collateral/sdk';
import { css, html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { clientContext } from '../shared/client-context.js';
import { CollateralElement } from '../shared/collateral-element.js';
import { CollateralErrorEvent, CollateralReadyEvent } from '../shared/events.js';
import { warnOnce } from '../shared/warn-once.js';

/**
 * @summary Gives the Collateral elements inside it, also those in shadow roots, the client they save and read with.
 *
 * It adds no box of its own. Set `endpoint` to have it make a client, or `client` to share one you made; it closes only
 * what it made.
 *
 * @slot - Any part of the page.
 * @fires {CollateralReadyEvent} collateral-ready - The elements inside can be used.
 * @fires {CollateralErrorEvent} collateral-error - The client could not be made; `error` says why.
 */
export class CollateralProvider extends CollateralElement {
  /** The look; see the parts and custom properties above. */
  static override styles: CSSResultGroup = css`
    :host {
      display: contents;
    }
  `;

  static override properties: PropertyDeclarations = {
    endpoint: {},
    actor: {},
    locale: { reflect: true },
    client: { attribute: false },
    token: { attribute: false },
  };

  /** Where the host mounts the handler, for example `/collateral`. */
  declare endpoint: string | undefined;
  /** Local name of the signed-in person; see `ClientOptions.actor`. */
  declare actor: string | undefined;
  /** Language of the elements inside, when it differs from the `lang` around them. */
  declare locale: string | undefined;
  /** Returns the bearer token; see `ClientOptions.token`. A new function is used from the next request on. */
  declare token: (() => string | Promise<string>) | undefined;

  #given: Client | undefined;
  #made: Client | undefined;
  #madeFor = '';
  #announced: Client | undefined;

  readonly #context = new ContextProvider(this, { context: clientContext, initialValue: undefined });

  /** The client in use: the one set here, else the one made for `endpoint`. */
  get client(): Client | undefined {
    return this.#given ?? this.#made;
  }

  /** Shares a client the page made; undefined goes back to the one made for `endpoint`. */
  set client(client: Client | undefined) {
    this.#given = client;
  }

  /** @internal */
  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move in the page disconnects and connects in one task; only who is still away afterwards has left.
    queueMicrotask(() => {
      if (!this.isConnected) this.#closeMade();
    });
  }

  protected override willUpdate(): void {
    if (!this.isConnected) return;
    this.#makeClient();
    const { client } = this;
    this.#context.setValue(client);
    if (client === this.#announced) return;
    this.#announced = client;
    if (client) this.dispatchEvent(new CollateralReadyEvent(client));
  }

  protected override firstUpdated(): void {
    if (!this.client && !this.endpoint) {
      warnOnce(
        'no-endpoint',
        'A collateral-provider has neither an endpoint nor a client. Set endpoint="/where/the/handler/is".',
      );
    }
  }

  override render(): TemplateResult {
    return html`
      <slot></slot>
    `;
  }

  /** Makes the client that endpoint, actor and token ask for, unless it is there or the host gave one. */
  #makeClient(): void {
    const { endpoint, actor } = this;
    const wanted = this.#given || !endpoint ? '' : JSON.stringify([endpoint, actor, Boolean(this.token)]);
    if (wanted === this.#madeFor) return;
    this.#closeMade();
    this.#madeFor = wanted;
    if (!wanted || !endpoint) return;
    try {
      this.#made = createClient({
        endpoint,
        ...(actor !== undefined && { actor }),
        // Reads the property at each call, so that a page may replace the function without a new client.
        ...(this.token && { token: () => this.token?.() ?? '' }),
      });
    } catch (error) {
      warnOnce('no-client', `The provider could not make a client: ${String(error)}`);
      this.dispatchEvent(new CollateralErrorEvent(error));
    }
  }

  #closeMade(): void {
    const made = this.#made;
    this.#made = undefined;
    this.#madeFor = '';
    this.#context.setValue(this.#given);
    // What waits stays on disk; a failing close leaves nothing to do.
    made?.close().catch((error: unknown) => this.dispatchEvent(new CollateralErrorEvent(error)));
  }
}
