import { isCollateralError, type Client } from '@collateral/sdk';
import type { Dispute, Disputes } from '@collateral/sdk/contract';
import type { TemplateResult } from 'lit';
import type { Writer } from '../figures/writer.js';
import type { DeskHost } from '../shared/desk.js';
import { wear } from '../shared/wear.js';
import { disputeLines } from './dispute-lines.js';
import { disputeStyles } from './dispute-styles.js';
import { disputeWords, speaksOfDisputes } from './dispute-words.js';
import { ReasonForms, type ReasonForm } from './reason-forms.js';
import { renderDisputes, type DisputesView } from './render-disputes.js';

/** Where the list is shown. */
export interface DisputesPlace {
  /** The list the page gave. */
  readonly data: Disputes | undefined;
  readonly itemHref: (collateralId: string) => string;
  /** Handed in, because the screen around it has them already. */
  readonly writerFor: (language: string) => Writer;
  readonly writeCsv: (lines: readonly (readonly (string | number | null)[])[]) => string;
  /** The button that gives the person the list as a file. */
  readonly download: DisputesView['download'];
}

/**
 * The list of disputes.
 *
 * Must:
 * 1. keep what is shown, and what is typed, when asking again or settling fails, and say so;
 * 2. show what somebody else decided meanwhile where one wanted to decide.
 */
export class DisputesBoard {
  readonly #host: DeskHost;
  readonly #forms: ReasonForms;
  #client: Client | undefined;
  #place: DisputesPlace | undefined;
  #disputes: readonly Dispute[] | undefined;
  #control: AbortController | undefined;
  #code: string | undefined;
  /** Ratings whose dispute somebody else settled while one was deciding. */
  readonly #overtaken = new Set<string>();

  constructor(host: DeskHost) {
    this.#host = host;
    this.#forms = new ReasonForms(host.redraw);
    wear(host.root, [disputeStyles]);
  }

  /** Asks when there is somebody else to ask; without a client the list ends what is on its way. */
  follow(client: Client | undefined, place: DisputesPlace): void {
    this.#place = place;
    const asked = place.data ? undefined : client;
    if (asked === this.#client) return;
    this.#client = asked;
    this.#control?.abort();
    this.#control = this.#disputes = this.#code = undefined;
    this.#overtaken.clear();
    if (asked) void this.#load(asked);
  }

  refresh(): void {
    if (this.#client) void this.#load(this.#client);
    this.#host.redraw();
  }

  render(): TemplateResult {
    const { language, isUnconnected, redraw } = this.#host;
    const given = this.#host.strings.disputes;
    const isSpoken = speaksOfDisputes(language, given);
    const client = this.#client;
    const place = this.#place;
    // A screen is told where it is before it draws.
    if (!place) throw new Error('Disputes are drawn before they know where they are.');
    return renderDisputes({
      disputes: place.data?.disputes ?? this.#disputes,
      isLoading: this.#control !== undefined,
      trouble: isUnconnected ? 'no-client' : this.#code,
      strings: disputeWords(language, given, redraw),
      isForeign: !isSpoken,
      write: place.writerFor(isSpoken ? language : 'en'),
      pointLabel: (value) => this.#host.strings.points[value - 1]?.label ?? '',
      itemHref: place.itemHref,
      forms: this.#forms,
      isOvertaken: (ratingId) => this.#overtaken.has(ratingId),
      settle: client && ((dispute, form) => this.#decide(client, dispute, form)),
      download: place.download,
      refresh: () => this.refresh(),
    });
  }

  toCsv(): string {
    const disputes = this.#place?.data?.disputes ?? this.#disputes ?? [];
    return this.#place?.writeCsv(disputeLines(disputes)) ?? '';
  }

  drawn(): void {
    this.#forms.drawn(this.#host.root);
  }

  async #load(client: Client): Promise<void> {
    this.#control?.abort();
    const control = (this.#control = new AbortController());
    this.#tell('loading');
    try {
      const { disputes } = await client.disputes({ signal: control.signal });
      if (control !== this.#control) return;
      this.#disputes = disputes;
      this.#code = undefined;
    } catch (error) {
      if (control !== this.#control) return;
      this.#code = isCollateralError(error) ? error.code : 'server-failed';
    }
    this.#control = undefined;
    this.#tell(this.#code === undefined ? 'loaded' : 'failed');
    this.#host.redraw();
  }

  #decide(client: Client, dispute: Dispute, form: ReasonForm): Promise<void> | undefined {
    const { collateralId, ratingId } = dispute;
    const decision = form.choice === 'upheld' ? 'upheld' : 'rejected';
    const isSent = this.#host.tell('dispute', { collateralId, ratingId, decision, reason: form.text });
    return isSent ? this.#settle(client, dispute, form) : undefined;
  }

  async #settle(client: Client, { ratingId, revision }: Dispute, { choice, text }: ReasonForm): Promise<void> {
    const command = { upheld: choice === 'upheld', reason: text, expect: revision };
    try {
      this.#put(await client.settleDispute(ratingId, command));
    } catch (error) {
      const now = isCollateralError(error) && error.code === 'revision-conflict' ? error.cause : undefined;
      if (now) {
        // The SDK checked its shape.
        this.#put(now as Dispute);
        this.#overtaken.add(ratingId);
      }
      throw error;
    }
  }

  #put(dispute: Dispute): void {
    this.#disputes = this.#disputes?.map((each) => (each.ratingId === dispute.ratingId ? dispute : each));
  }

  #tell(state: 'loading' | 'loaded' | 'failed'): void {
    const { language, strings, tell } = this.#host;
    const { failures, failed } = disputeWords(language, strings.disputes);
    const message = this.#code === undefined ? '' : (failures[this.#code] ?? failed);
    tell('status', { collateralId: '', state, code: state === 'failed' ? this.#code : undefined, message });
  }
}
