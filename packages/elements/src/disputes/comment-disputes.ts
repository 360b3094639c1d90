import type { Client } from '@collateral/sdk';
import type { Dispute, RatingComment } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Writer } from '../figures/writer.js';
import type { DisputeStrings } from '../shared/dispute-strings.js';
import type { CollateralDisputeEvent } from '../shared/scorecard-events.js';
import type { SomeWords } from '../shared/replace-words.js';
import { wear } from '../shared/wear.js';
import { disputeStyles } from './dispute-styles.js';
import { disputeWords } from './dispute-words.js';
import { ReasonForms } from './reason-forms.js';
import { renderReasonForm } from './render-reason-form.js';
import { renderStanding, type Standing } from './render-standing.js';

/** What comments stand in. */
export interface CommentsView {
  readonly client: Client | undefined;
  readonly collateralId: string;
  readonly language: string;
  readonly given: SomeWords<DisputeStrings> | undefined;
  readonly write: Writer;
  /** Tells the page; false when it keeps the dispute from being sent. */
  readonly tell: (detail: ConstructorParameters<typeof CollateralDisputeEvent>[0]) => boolean;
  /** A rating was disputed: figures are to be asked for again. */
  readonly onDone: () => void;
}

/** Disputes beside the comments of an item: whether a rating is under review, and the form that objects to one. */
export class CommentDisputes {
  readonly #root: HTMLElement | DocumentFragment;
  readonly #redraw: () => void;
  readonly #forms: ReasonForms;
  /** What was disputed here, until the server's comments say so. */
  readonly #done = new Map<string, Dispute>();

  constructor(root: HTMLElement | DocumentFragment, redraw: () => void) {
    this.#root = root;
    this.#redraw = redraw;
    this.#forms = new ReasonForms(redraw);
    wear(root, [disputeStyles]);
  }

  render(comment: RatingComment, view: CommentsView): TemplateResult | typeof nothing {
    const { ratingId } = comment;
    const strings = disputeWords(view.language, view.given, this.#redraw);
    const standing = this.#standingOf(comment);
    const may = comment.mayDispute === true && standing?.status !== 'open';
    const offer =
      may && ratingId !== undefined && view.client
        ? this.#renderOffer(comment, ratingId, view.client, view, strings)
        : nothing;
    return standing ? html`${renderStanding(standing, strings, view.write)}${offer}` : html`${offer}`;
  }

  drawn(): void {
    this.#forms.drawn(this.#root);
  }

  #standingOf({ ratingId, dispute, disputeDetail }: RatingComment): Standing | undefined {
    if (ratingId === undefined) return undefined;
    const done = this.#done.get(ratingId);
    // The comments may be older than what was said here.
    if (done && done.openedAt > (disputeDetail?.openedAt ?? '')) return done;
    return dispute === undefined ? undefined : { ratingId, status: dispute, ...disputeDetail };
  }

  #renderOffer(
    { comment, dispute }: RatingComment,
    ratingId: string,
    client: Client,
    { collateralId, tell, onDone }: CommentsView,
    strings: DisputeStrings,
  ): TemplateResult {
    const { isOpen, trouble } = this.#forms.of(ratingId);
    const isAgain = dispute !== undefined;
    const name = isAgain ? strings.disputeAgain : strings.dispute;
    const label = strings.about(name, comment.slice(0, 60));
    return html`
      <p class="actions">
        <button
          type="button"
          part="button"
          class="plain"
          data-open=${ratingId}
          aria-expanded=${isOpen}
          aria-label=${label}
          @click=${() => this.#forms.toggle(ratingId)}
        >
          ${name}
        </button>
      </p>
      ${
        isOpen
          ? renderReasonForm(this.#forms, strings, {
              id: ratingId,
              name: `dispute-${ratingId}`,
              label,
              note: isAgain ? strings.effectAgain : strings.effect,
              choices: [],
              sendLabel: strings.send,
              trouble: trouble === undefined ? '' : `${strings.failures[trouble] ?? ''} ${strings.notSent}`.trim(),
              command: ({ text: reason }) => {
                if (!tell({ collateralId, ratingId, decision: '', reason })) return undefined;
                return client.dispute({ collateralId, ratingId, reason }).then((dispute) => {
                  this.#done.set(ratingId, dispute);
                  onDone();
                });
              },
            })
          : nothing
      }
    `;
  }
}
