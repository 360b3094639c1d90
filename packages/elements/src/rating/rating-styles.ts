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
      gap: calc(var(--_space) / 2);
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

    .point {
      display: grid;
      place-items: center;
      inline-size: var(--_target);
      block-size: var(--_target);
      border-radius: var(--_radius);
      /* A finger that starts on a star still scrolls and zooms the page. */
      touch-action: pan-y pinch-zoom;
      -webkit-tap-highlight-color: transparent;
      outline-offset: -1px;
    }

    [role='radio'] {
      cursor: pointer;
    }

    .point:focus-visible {
      outline: 2px solid var(--_focus);
    }

    .star {
      inline-size: var(--_star);
      block-size: var(--_star);
      fill: none;
      stroke: var(--_rating-empty);
      stroke-width: 1.5;
      stroke-linejoin: round;
      overflow: visible;
      pointer-events: none;
    }

    .full,
    .part {
      fill: var(--_rating);
      stroke: var(--_rating);
    }

    .part {
      stroke-width: 0;
    }

    :host(:dir(rtl)) .star {
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
      column-gap: var(--_space);
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

    .disabled .point {
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

    @media (prefers-reduced-motion: no-preference) {
      .star {
        transition:
          fill 120ms,
          stroke 120ms;
      }
    }
  `,
];
