import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { collateralScale } from '@collateral/sdk';
import type { CommentStrings, RatingStrings } from '../shared/strings.js';
import { englishComment } from '../shared/english-comment.js';

/** Characters a comment may have; the server takes no more. */
const commentLength = 4000;

/** What a person adds to a rating. */
export interface Remark {
  readonly comment?: string;
  readonly reasons?: readonly string[];
}

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

  /** Begins with what the person wrote before. */
  fill({ comment = '', reasons = [] }: Remark): void {
    this.#comment = comment;
    this.#reasons = reasons;
  }

  /** Draws the form. */
  render({ isLow, strings, onSave, onClose, onChange }: CommentFormView): TemplateResult {
    const words = { ...englishComment, ...strings };
    const save = (): void => {
      const comment = this.#comment.trim();
      const reasons = isLow ? this.#reasons : [];
      onSave({ ...(comment && { comment }), ...(reasons.length > 0 && { reasons }) });
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

  /** The text's own events stay inside: outside, `input` means that a point was chosen. */
  #onInput(event: Event): void {
    event.stopPropagation();
    if (event.target instanceof HTMLTextAreaElement) this.#comment = event.target.value;
  }
}

/** Creates the form and brings its look into the element it is drawn in. */
export function createCommentForm(root: HTMLElement | DocumentFragment): CommentForm {
  const { styleSheet } = commentStyles;
  if (root instanceof ShadowRoot && styleSheet) root.adoptedStyleSheets.push(styleSheet);
  return new CommentForm();
}

const commentStyles: CSSResult = css`
  .form {
    display: grid;
    gap: var(--_space);
    box-sizing: border-box;
    inline-size: min(100%, 32rem);
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-size: var(--_small);
  }

  .name {
    display: block;
    margin-block-end: 0.25em;
    font-weight: 600;
  }

  .chips,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }

  textarea {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    resize: vertical;
  }

  textarea:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  .form button {
    font-size: inherit;
  }

  button.chip,
  button.primary {
    border-color: var(--_border);
    text-decoration: none;
  }

  .chip[aria-pressed='true'],
  .primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_surface);
  }

  .chip[aria-pressed='true']::before {
    content: '✓ ' / '';
  }

  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }

  @media (pointer: coarse) {
    .form button {
      margin: 0;
    }
  }
`;
