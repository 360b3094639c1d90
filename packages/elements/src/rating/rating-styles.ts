import { css, type CSSResultGroup } from 'lit';
import { tokens } from '../shared/tokens.js';
import { compactStyles } from './compact-styles.js';
import { pointStyles } from './point-styles.js';

/**
 * The look of a rating. Reasons stand here, because what is inside the template is sent to every reader:
 *
 * - `.base` stops the inherited properties of a page's reset; it is no grid, because WebKitGTK keeps the heights of a grid's rows
 *   after a change of width;
 * - `.line::after` is an invisible copy of the longest text: it holds the place, so that nothing moves when words change;
 * - `.foot` is higher than a button, so that one that comes or goes moves nothing.
 */
export const ratingStyles: CSSResultGroup = [
  tokens,
  pointStyles,
  css`
    :host {
      display: block;
    }

    :host([hidden]) {
      display: none;
    }

    .base {
      --_size: var(--collateral-rating-size, 1.75rem);
      --_target: max(24px, var(--_size));
      --_small: 0.875em;
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: calc(var(--_space) / 2);
      overflow-wrap: anywhere;
      color: var(--_text);
      font-family: var(--_font);
      line-height: 1.4;
      text-align: start;
      text-indent: 0;
      text-transform: none;
      letter-spacing: normal;
      white-space: normal;
      cursor: default;
    }

    .label {
      font-weight: 600;
    }

    .choice {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      column-gap: calc(var(--_space) * 1.5);
      max-inline-size: 100%;
    }

    .line {
      display: grid;
      min-inline-size: 0;
      font-size: var(--_small);
    }

    .line::after {
      content: attr(data-longest);
      visibility: hidden;
    }

    .line > *,
    .line::after {
      grid-area: 1 / 1;
    }

    .anchor {
      flex: 0 1 auto;
    }

    .foot {
      display: flex;
      align-items: start;
      max-inline-size: 100%;
      min-block-size: 26px;
    }

    .foot .line {
      padding-block: calc((24px - 1.4em) / 2);
    }

    .hint,
    .foot,
    .score,
    .refusal {
      color: var(--_muted);
    }

    .score,
    .refusal {
      margin: 0;
      font-size: var(--_small);
    }

    .delivered::before {
      content: '✓ ' / '';
      color: var(--_positive);
    }

    .failed {
      color: var(--_negative);
    }

    button {
      flex: none;
      min-block-size: 24px;
      padding: 0 var(--_space);
      margin: 0;
      border: 1px solid transparent;
      border-radius: var(--_radius);
      background: none;
      color: var(--_accent);
      font: inherit;
      font-size: var(--_small);
      cursor: pointer;
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }

    button:hover {
      border-color: currentColor;
    }

    button:focus-visible {
      outline: 2px solid var(--_focus);
      outline-offset: 1px;
    }

    button.kept {
      visibility: hidden;
    }

    .disabled {
      --_rating: var(--_rating-empty);
      color: var(--_muted);
    }

    .disabled [role] {
      cursor: not-allowed;
    }

    .prompted [role='status'] {
      color: var(--_text);
    }

    .prompted {
      border-radius: var(--_radius);
      outline: 2px solid var(--_accent);
      outline-offset: var(--_space);
    }

    @media (pointer: coarse) {
      .base {
        --_target: max(44px, var(--_size));
      }

      button {
        min-block-size: 44px;
        margin-block-start: -10px;
      }
    }
  `,
  compactStyles,
];
