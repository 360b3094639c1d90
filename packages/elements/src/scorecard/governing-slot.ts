import type { Client } from '@collateral/sdk';
import type { Scorecard, ScorecardMeasure } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskHost } from '../shared/desk.js';
import type { Governing } from './governing/governing.js';
import type { ScorecardPlace } from './scorecard-place.js';
import type { ScorecardView } from './scorecard-view.js';

/** Where targets and the audit trail stand; what is in it is loaded when it is opened first. */
export class GoverningSlot {
  readonly #host: DeskHost;
  readonly #onSet: () => void;
  readonly #open = new Set<string>();
  #governing: Governing | undefined;
  #isLoading = false;
  #hasFailed = false;
  #client: Client | undefined;
  #about = '';
  #isAudit = false;
  #focusOn: string | undefined;

  /** @param onSet - the figures have another target now. */
  constructor(host: DeskHost, onSet: () => void) {
    this.#host = host;
    this.#onSet = onSet;
  }

  /** Is told before each drawing whom to ask and what is shown. */
  follow(client: Client | undefined, { screen, subject, subjectId }: ScorecardPlace): void {
    const about = JSON.stringify([subject, subjectId]);
    if (client !== this.#client || about !== this.#about) this.#open.clear();
    this.#client = client;
    this.#about = about;
    this.#isAudit = screen === 'audit';
    this.#governing?.follow(client, about, this.#isAudit);
    // A file that did not come is asked for again by the person: each drawing would ask for ever.
    if (this.#isAudit && !this.#hasFailed) this.#load();
  }

  refresh(): void {
    this.#governing?.refresh(this.#isAudit);
  }

  /** Draws the audit trail. */
  renderAudit(view: ScorecardView): TemplateResult {
    if (this.#governing) return this.#governing.renderAudit(view);
    return html`<div class="base" part="base" aria-busy=${!this.#hasFailed}>${this.#renderWaiting(view)}</div>`;
  }

  /** The changes that were read, as CSV. */
  toCsv(view: ScorecardView): string {
    return this.#governing?.auditCsv(view) ?? '';
  }

  /** Draws the button that opens the targets of a measure, and what is open. A page's own figures have neither. */
  renderTargets(measure: ScorecardMeasure, scorecard: Scorecard, view: ScorecardView): TemplateResult | typeof nothing {
    const { id, target } = measure;
    const { maySetTargets, subject } = scorecard;
    if (!this.#client || (!maySetTargets && target === null)) return nothing;
    const { strings } = view;
    const isOpen = this.#open.has(id);
    const hasOwn = target !== null && target.setFor === subject.type;
    const label = !maySetTargets ? strings.allTargets : hasOwn ? strings.changeTarget : strings.setTarget;
    return html`
      <button
        type="button"
        part="button"
        class="plain"
        data-open-targets=${id}
        aria-label=${`${label}: ${strings.measures[id].name}`}
        aria-expanded=${isOpen}
        @click=${() => (isOpen ? this.#close(id) : this.#toOpen(id))}
      >
        ${label}
      </button>
      ${isOpen ? (this.#governing?.renderTargets(id, scorecard, view) ?? this.#renderWaiting(view)) : nothing}
    `;
  }

  /** After each drawing. */
  drawn(): void {
    const target = this.#focusOn && this.#host.root.querySelector<HTMLElement>(this.#focusOn);
    if (!target) return;
    this.#focusOn = undefined;
    target.focus();
  }

  #renderWaiting({ strings }: ScorecardView): TemplateResult {
    if (!this.#hasFailed) return html`<p role="status" class="detail">${strings.evidenceLoading}</p>`;
    return html`
      <p role="alert">
        ${strings.evidenceFailed}
        <button type="button" part="button" class="plain" @click=${() => this.#load()}>${strings.tryAgain}</button>
      </p>
    `;
  }

  #toOpen(id: string): void {
    this.#open.add(id);
    this.#governing?.opened(id);
    this.#load();
    this.#host.redraw();
  }

  #close(id: string): void {
    this.#open.delete(id);
    this.#focus(`[data-open-targets="${id}"]`);
  }

  #focus(selector: string): void {
    this.#focusOn = selector;
    this.#host.redraw();
  }

  #load(): void {
    if (this.#governing || this.#isLoading) return;
    this.#isLoading = true;
    this.#hasFailed = false;
    void this.#make().finally(() => {
      this.#isLoading = false;
      this.#host.redraw();
    });
  }

  async #make(): Promise<void> {
    try {
      const { Governing } = await import('./governing/governing.js');
      this.#governing = new Governing({
        host: this.#host,
        focusOn: (selector) => this.#focus(selector),
        focusNext: (selector) => (this.#focusOn = selector),
        onSet: this.#onSet,
        close: (measure) => this.#close(measure),
      });
      this.#governing.follow(this.#client, this.#about, this.#isAudit);
    } catch {
      // A file that could not be had: the slot says so and offers to try again.
      this.#hasFailed = true;
    }
  }
}
