import { html, nothing, type TemplateResult } from 'lit';
import { collateralScale } from '@collateral/sdk';
import type { CommentStrings, RatingStrings } from '../shared/strings.js';
import { englishComment } from '../shared/english-comment.js';
import type { Remark } from './remark.js';

/** Characters a comment may have; the server takes no more. */
const commentLength = 4000;

/** What the form shows and where it hands what was written. */
export interface CommentFormView {
  /** The rating is low, so that reasons are offered. */
  readonly isLow: boolean;
  readonly strings: RatingStrings & Partial<CommentStrings>;
  readonly onSave: (remark: Remark) => void;
  readonly onClose: () => void;
  readonly onChange: () => void;
}

/** The form below a rating: why it is low, and a comment. It is loaded when it is wanted for the first time. */
export class CommentForm {
  #reasons: readonly string[] = [];
  #comment = '';
  #tellOwner = false;
  #filledWith = '';

  /** Begins with what the person wrote before. */
  fill({ comment = '', reasons = [], tellOwner = false }: Remark): void {
    this.#comment = comment;
    this.#reasons = reasons;
    this.#tellOwner = tellOwner;
    this.#filledWith = this.#written;
  }

  /** Goes on with what was typed and not saved. */
  resume(draft: Remark): void {
    this.fill(draft);
    this.#filledWith = '';
  }

  /** Something was typed or picked since it was filled. */
  get isChanged(): boolean {
    return this.#written !== this.#filledWith;
  }

  /** What was typed and picked so far. */
  get remark(): Remark {
    return { comment: this.#comment, reasons: this.#reasons, tellOwner: this.#tellOwner };
  }

  get #written(): string {
    return JSON.stringify([this.#comment, this.#reasons, this.#tellOwner]);
  }

  /** Draws the form. */
  render({ isLow, strings, onSave, onClose, onChange }: CommentFormView): TemplateResult {
    const words = { ...englishComment, ...strings };
    const save = (): void => {
      const comment = this.#comment.trim();
      const reasons = isLow ? this.#reasons : [];
      const tellOwner = isLow && this.#tellOwner && (reasons.length > 0 || comment !== '');
      onSave({ ...(comment && { comment }), ...(reasons.length > 0 && { reasons }), ...(tellOwner && { tellOwner }) });
    };
    const onKeydown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose();
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    return html`
      <div class="form" part="comment" role="group" aria-label=${isLow ? words.whyLow : words.comment} @keydown=${onKeydown}>
        ${isLow ? this.#renderReasons(words, onChange) : nothing}
        <label>
          <span class="name">${words.comment}</span>
          <textarea
            part="text"
            rows="3"
            maxlength=${commentLength}
            dir="auto"
            .value=${this.#comment}
            @input=${(event: Event) => this.#onInput(event)}
            @change=${(event: Event) => event.stopPropagation()}
          ></textarea>
        </label>
        ${isLow ? this.#renderTellOwner(words) : nothing}
        <div class="actions">
          <button type="button" part="button" class="primary" @click=${save}>${words.saveComment}</button>
          <button type="button" part="button" @click=${onClose}>${words.notNow}</button>
        </div>
      </div>
    `;
  }

  #renderReasons(words: CommentStrings, onChange: () => void): TemplateResult {
    const toggle = (id: string): void => {
      const isOn = this.#reasons.includes(id);
      this.#reasons = isOn ? this.#reasons.filter((reason) => reason !== id) : [...this.#reasons, id];
      onChange();
    };
    return html`
      <div class="name">${words.whyLow}</div>
      <div class="chips">
        ${collateralScale.reasons.map(
          ({ id, label }) => html`
            <button
              type="button"
              part="reason"
              class="chip"
              data-reason=${id}
              aria-pressed=${this.#reasons.includes(id)}
              @click=${() => toggle(id)}
            >
              ${words.reasons[id] ?? label}
            </button>
          `,
        )}
      </div>
    `;
  }

  #renderTellOwner(words: CommentStrings): TemplateResult {
    const toggle = (event: Event): void => {
      event.stopPropagation();
      if (event.target instanceof HTMLInputElement) this.#tellOwner = event.target.checked;
    };
    return html`
      <label class="tell">
        <input
          type="checkbox"
          part="tell-owner"
          aria-describedby="tell-hint"
          .checked=${this.#tellOwner}
          @input=${(event: Event) => event.stopPropagation()}
          @change=${toggle}
        />
        <span>${words.tellOwner}</span>
      </label>
      <div class="hint" id="tell-hint">${words.tellOwnerHint}</div>
    `;
  }

  /** The text's own events stay inside: outside, `input` means that a point was chosen. */
  #onInput(event: Event): void {
    event.stopPropagation();
    if (event.target instanceof HTMLTextAreaElement) this.#comment = event.target.value;
  }
}
