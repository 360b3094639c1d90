import { css, type CSSResultGroup } from 'lit';
import { tokens } from '../shared/tokens.js';

/** The look of a rating. */
export const ratingStyles: CSSResultGroup = [
  tokens,
  css`
    :host {
      display: block;
    }

    :host([hidden]) {
      display: none;
    }

    /* Inherited properties of a page's reset stop here. */
    .base {
      --_size: var(--collateral-rating-size, 1.75rem);
      --_target: max(24px, var(--_size));
      --_small: 0.875em;
      display: grid;
      grid-template-columns: minmax(0, auto);
      gap: calc(var(--_space) / 2);
      overflow-wrap: anywhere;
      justify-items: start;
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

    .points {
      display: flex;
      /* The stars line up with the text, not their hit boxes. */
      margin-inline-start: calc((var(--_star) - var(--_target)) / 2);
      --_star: calc(var(--_size) * 0.86);
    }

    [role='radio'] {
      display: grid;
      place-items: center;
      inline-size: var(--_target);
      block-size: var(--_target);
      border-radius: var(--_radius);
      /* A finger that starts on a star still scrolls and zooms the page. */
      touch-action: pan-y pinch-zoom;
      -webkit-tap-highlight-color: transparent;
      outline-offset: -1px;
      cursor: pointer;
    }

    [role='radio']:focus-visible {
      outline: 2px solid var(--_focus);
    }

    /* Stars are cut out of a box: five elements instead of fifteen. An empty one is an outline, a full one solid. */
    [role='radio']::before {
      --_outer: 50% 8%, 63% 36%, 93% 40%, 71% 60%, 76% 90%, 50% 76%, 24% 90%, 29% 60%, 7% 40%, 37% 36%;
      content: '';
      inline-size: var(--_star);
      block-size: var(--_star);
      background: var(--_rating-empty);
      clip-path: polygon(
        evenodd,
        var(--_outer),
        50% 8%,
        50% 24%, 59% 42%, 78% 44%, 64% 58%, 67% 78%, 50% 68%, 33% 78%, 36% 58%, 22% 44%, 41% 42%, 50% 24%
      );
      forced-color-adjust: none;
      print-color-adjust: exact;
    }

    .full::before {
      background: var(--_rating);
      clip-path: polygon(var(--_outer));
    }

    .average {
      display: block;
      block-size: var(--_size);
      stroke: var(--_rating-empty);
      stroke-width: 1.6;
      fill: none;
      overflow: visible;
    }

    .part {
      fill: var(--_rating);
      stroke: var(--_rating);
    }

    :host(:dir(rtl)) .average {
      transform: scaleX(-1);
    }

    /* An invisible copy of the longest text holds the place, so that nothing moves when words change. */
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
      /* Higher than a button, so that one that comes or goes moves nothing. */
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
];
