import { collateralScale, type Client } from '@collateral/sdk';
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { ClientConsumer } from './client-consumer.js';
import { CollateralElement } from './collateral-element.js';
import type { Desk, DeskEvents, DeskHost, EventMakers } from './desk.js';
import { CollateralStatusEvent } from './events.js';
import { startPageTimer, type StartTimer } from './start-timer.js';
import { tokens } from './tokens.js';
import { warnOnce } from './warn-once.js';

/** How long a provider may be late before the element says that it has nobody to ask, in milliseconds. */
const providerGraceMs = 2_000;

/** An element whose inside is loaded when it is first shown: a page that never shows it does not pay for it. */
export abstract class LateElement<Place> extends CollateralElement {
  /** The look; what the inside needs comes with it. */
  static override styles: CSSResultGroup = [
    tokens,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }

      :host([hidden]) {
        display: none;
      }
    `,
  ];

  /** Replaces the timers of asking again and of typing; for tests. @internal */
  startTimer: StartTimer = startPageTimer;

  #desk: Desk<Place> | undefined;
  #hasNoDesk = false;
  #isGraceOver = false;
  #stopGrace: (() => void) | undefined;
  readonly #consumer = new ClientConsumer(this, (client) => this.#useClient(client));
  #lastClient: Client | undefined;

  /** Where the element is: what its attributes and properties say. */
  protected abstract get place(): Place;

  /** Whether the page gave what is shown. */
  protected abstract get hasData(): boolean;

  /** Makes the events its desk fires besides the status. */
  protected abstract readonly events: EventMakers;

  /** Loads the inside. */
  protected abstract loadDesk(host: DeskHost): Promise<Desk<Place>>;

  /** @internal */
  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopGrace = this.startTimer(() => this.#endGrace(), providerGraceMs);
    if (!this.#desk) void this.#load();
    this.requestUpdate();
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopGrace?.();
    this.#desk?.follow(undefined, this.place);
  }

  /** Asks again; what is shown stays until the answer. */
  refresh(): void {
    this.#desk?.refresh();
  }

  /** What is shown as CSV; empty while there is nothing. */
  protected csv(): string {
    return this.#desk?.toCsv?.() ?? '';
  }

  /** @internal */
  protected override willUpdate(): void {
    // Also while it is out of the page, where it has no client: a desk that comes then is drawn all the same.
    this.#desk?.follow(this.#consumer.client, this.place);
  }

  /** @internal */
  protected override updated(): void {
    this.#desk?.drawn();
  }

  override render(): TemplateResult | typeof nothing {
    if (this.#desk) return this.#desk.render();
    if (!this.#hasNoDesk) return nothing;
    return html`
      <p role="alert">
        ${this.strings.loadFailed}
        <button type="button" part="button" @click=${() => this.#load()}>${this.strings.tryAgain}</button>
      </p>
    `;
  }

  #endGrace(): void {
    this.#isGraceOver = true;
    if (this.#isUnconnected) {
      const fix = 'Put it inside <collateral-provider endpoint="…"> or set its data.';
      warnOnce('no-client', `A ${this.localName} found no client and has nothing to show. ${fix}`);
    }
    this.requestUpdate();
  }

  get #isUnconnected(): boolean {
    return this.#isGraceOver && !this.hasData && !this.#consumer.client;
  }

  #tell<Name extends keyof DeskEvents>(name: Name, detail: DeskEvents[Name]): boolean {
    const makers: EventMakers = {
      status: (status) => new CollateralStatusEvent({ ...status, id: undefined }),
      ...this.events,
    };
    const make = makers[name];
    return !make || this.dispatchEvent(make(detail));
  }

  #useClient(client: Client | undefined): void {
    const isSomebodyElse = client !== undefined && client === this.#lastClient;
    const desk = this.#desk;
    this.#lastClient = client;
    this.requestUpdate();
    if (!isSomebodyElse || !desk) return;
    // Everything typed, opened and done by the person before goes with the desk that holds it.
    this.#desk = undefined;
    desk.follow(undefined, this.place);
    void this.#load();
  }

  async #load(): Promise<void> {
    this.#hasNoDesk = false;
    // The desk asks for what may change while it lives.
    const language = (): string => this.language;
    const strings = (): DeskHost['strings'] => this.strings;
    const isUnconnected = (): boolean => this.#isUnconnected;
    try {
      const desk = await this.loadDesk({
        root: this.renderRoot,
        get language() {
          return language();
        },
        get strings() {
          return strings();
        },
        get isUnconnected() {
          return isUnconnected();
        },
        startTimer: (callback, delayMs) => this.startTimer(callback, delayMs),
        reasonLabel: (id) =>
          this.strings.reasons?.[id] ?? collateralScale.reasons.find((reason) => reason.id === id)?.label ?? id,
        redraw: () => this.requestUpdate(),
        tell: (name, detail) => this.#tell(name, detail),
      });
      this.#desk ??= desk;
    } catch {
      // A file that could not be had: the element says so and offers to try again.
      this.#hasNoDesk = true;
    }
    this.requestUpdate();
  }
}
