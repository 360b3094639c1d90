import type { InsightsReplies } from '@collateral/sdk';
import {
  css,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { ClientConsumer } from '../shared/client-consumer.js';
import { CollateralStatusEvent, type LoadState } from '../shared/events.js';
import { startPageTimer, type StartTimer } from '../shared/start-timer.js';
import { tokens } from '../shared/tokens.js';
import { warnOnce } from '../shared/warn-once.js';
import { FiguresLoader } from './figures-loader.js';
import { figuresQuery } from './figures-query.js';
import { InsightsPlace } from './insights-place.js';
import type { ScreenInput } from './insights-view.js';
import { LiveRefresh } from './live-refresh.js';
import type { Screens } from './screens.js';

/** How long a provider may be late before the element says that it has nobody to ask, in milliseconds. */
const providerGraceMs = 2_000;

/**
 * @summary Shows management what is used, what isn't, and what people think of it: an overview, a table of all items, use
 * against rating, and each item.
 *
 * It asks the client of the provider around it, or shows the figures given as `data`. A person moves through it without the
 * page's help; a page that keeps the place in its URL listens to the events and sets the attributes.
 *
 * @fires {CollateralSelectEvent} collateral-select - A person goes to another screen or item; cancel it to stay.
 * @fires {CollateralFilterEvent} collateral-filter - A person narrowed, sorted or turned the page.
 * @fires {CollateralDisputeEvent} collateral-dispute - A person disputes a rating. Cancel it to keep it from being sent.
 * @fires {CollateralStatusEvent} collateral-status - Figures are asked for: `loading`, `loaded`, `failed`.
 *
 * @csspart base - Everything.
 * @csspart nav - The buttons of the screens.
 * @csspart filters - What narrows the figures.
 * @csspart card - A headline figure.
 * @csspart chart - A chart with its caption, sentence and table.
 * @csspart table - A table.
 * @csspart form - A form that disputes a rating.
 * @csspart button - A button of the element.
 */
export class CollateralInsights extends InsightsPlace {
  /** The look; what the screens need comes with them. */
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

  /** What Lit watches, and the attributes they are read from. */
  static override properties: PropertyDeclarations = { data: { attribute: false } };

  /** Figures to show in place of the server's, by screen; only screens that are given are offered. */
  declare data: Partial<InsightsReplies> | undefined;

  /** Replaces the timers of speech and refreshing; for tests. @internal */
  startTimer: StartTimer = startPageTimer;

  #screens: Screens | undefined;
  #loadingScreens = Promise.resolve();
  #hasNoScreens = false;
  #isGraceOver = false;
  #stopGrace: (() => void) | undefined;
  readonly #startTimer: StartTimer = (callback, delayMs) => this.startTimer(callback, delayMs);
  readonly #loader = new FiguresLoader({
    onChange: () => this.requestUpdate(),
    onState: (state, code) => this.#tell(state, code),
  });
  readonly #live = new LiveRefresh(() => this.refresh(), this.#startTimer);
  readonly #consumer = new ClientConsumer(this, () => {
    this.#loader.forget();
    this.#screens?.forget();
    this.requestUpdate();
  });

  /** @internal */
  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopGrace = this.#startTimer(() => this.#endGrace(), providerGraceMs);
    if (!this.#screens) this.#loadingScreens = this.#loadScreens();
    this.requestUpdate();
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopGrace?.();
    this.#live.follow(undefined);
    this.#loader.forget();
  }

  /** @internal */
  override languageChanged(): void {
    super.languageChanged();
    // The direction of text may have changed as well, and drawings follow it.
    this.requestUpdate();
  }

  /** Asks for the figures again; what is shown stays until the answer. */
  override refresh(): void {
    const { client } = this.#consumer;
    if (client && !this.data) this.#loader.ask(client, figuresQuery(this.position), this.position.page, true);
    this.requestUpdate();
  }

  /** Returns the figures on the screen as CSV; empty while there are none. */
  toCSV(): string {
    return this.#screens?.toCsv(this.#input) ?? '';
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const client = this.data || !this.isConnected ? undefined : this.#consumer.client;
    this.#live.follow(client);
    if (client) this.#loader.ask(client, figuresQuery(this.position), this.position.page);
  }

  /** @internal */
  protected override updated(): void {
    super.updated();
    this.#screens?.drawn();
  }

  override render(): TemplateResult | typeof nothing {
    if (this.#screens) return this.#screens.render(this.#input);
    if (!this.#hasNoScreens) return nothing;
    return html`
      <p role="alert">
        ${this.strings.loadFailed}
        <button type="button" part="button" @click=${() => (this.#loadingScreens = this.#loadScreens())}>${this.strings.tryAgain}</button>
      </p>
    `;
  }

  protected override download(): void {
    this.#screens?.download(this.#input);
  }

  get #input(): ScreenInput {
    const { replies, choices, isLoading, trouble } = this.#loader;
    return {
      position: this.position,
      data: this.data,
      client: this.data ? undefined : this.#consumer.client,
      replies,
      choices,
      isLoading,
      trouble: this.#isGraceOver && this.#lacksClient ? { code: 'no-client' } : trouble,
      language: this.language,
      given: this.strings.insights,
      givenDisputes: this.strings.disputes,
      pointLabel: (value) => this.strings.points[value - 1]?.label ?? '',
      startTimer: this.#startTimer,
      actions: this.actions,
    };
  }

  get #lacksClient(): boolean {
    return !this.data && !this.#consumer.client;
  }

  #endGrace(): void {
    this.#isGraceOver = true;
    if (this.#lacksClient) {
      const fix = 'Put it inside <collateral-provider endpoint="…"> or set its data.';
      warnOnce('no-client', `A collateral-insights found no client and has no figures. ${fix}`);
    }
    this.requestUpdate();
  }

  #tell(state: LoadState | 'failed', code?: string): void {
    const { collateralId } = this.position;
    // The sentences come with the screens; an answer may be faster.
    void this.#loadingScreens.then(() => {
      const message = this.#screens?.describe(state, code, this.#input) ?? '';
      this.dispatchEvent(new CollateralStatusEvent({ collateralId, state, id: undefined, code, message }));
    });
  }

  async #loadScreens(): Promise<void> {
    this.#hasNoScreens = false;
    try {
      const { createScreens } = await import('./screens.js');
      this.#screens ??= createScreens(this.renderRoot, this.actions.redraw);
    } catch {
      // A file that could not be had: the element says so and offers to try again.
      this.#hasNoScreens = true;
    }
    this.requestUpdate();
  }
}
