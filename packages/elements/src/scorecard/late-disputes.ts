import type { Client } from '@collateral/sdk';
import { html, type TemplateResult } from 'lit';
import type { DisputesBoard, DisputesPlace } from '../disputes/disputes-board.js';
import type { DeskHost } from '../shared/desk.js';

/** The screen of disputes, whose file is loaded when it is first shown. */
export class LateDisputes {
  readonly #host: DeskHost;
  #board: DisputesBoard | undefined;
  #loading: Promise<void> | undefined;
  #isMissing = false;
  #last: readonly [client: Client | undefined, place: DisputesPlace] | undefined;

  constructor(host: DeskHost) {
    this.#host = host;
  }

  follow(client: Client | undefined, place: DisputesPlace): void {
    this.#last = [client, place];
    this.#board?.follow(client, place);
    if (!this.#isMissing) this.#loading ??= this.#load();
  }

  refresh(): void {
    this.#board?.refresh();
  }

  render(): TemplateResult {
    if (this.#board) return this.#board.render();
    const { strings } = this.#host;
    const again = (): void => {
      this.#isMissing = false;
      this.#loading = this.#load();
      this.#host.redraw();
    };
    if (!this.#isMissing) return html`<div class="base" part="base" aria-busy="true"></div>`;
    return html`
      <div class="base" part="base">
        <p class="missing" role="alert">
          ${strings.loadFailed}
          <button type="button" part="button" class="plain" @click=${again}>${strings.tryAgain}</button>
        </p>
      </div>
    `;
  }

  toCsv(): string {
    return this.#board?.toCsv() ?? '';
  }

  drawn(): void {
    this.#board?.drawn();
  }

  async #load(): Promise<void> {
    try {
      const part = await import('../disputes/disputes-board.js');
      this.#board = new part.DisputesBoard(this.#host);
      if (this.#last) this.#board.follow(...this.#last);
    } catch {
      // A file that could not be had: the screen says so and offers to try again.
      this.#isMissing = true;
    }
    this.#host.redraw();
  }
}
