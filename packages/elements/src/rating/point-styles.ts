import { css, type CSSResult } from 'lit';

/**
 * The five stars, to choose from or as one picture. Reasons stand here, because what is inside the template is sent to every
 * reader:
 *
 * - `margin-inline-start`: the stars line up with the text, not their hit boxes;
 * - `touch-action`: a finger that starts on a star still scrolls and zooms the page;
 * - `clip-path`: stars are cut out of a box, five elements instead of fifteen; an empty one is an outline, a full one solid.
 */
export const pointStyles: CSSResult = css`
  .points {
    display: flex;
    margin-inline-start: calc((var(--_star) - var(--_target)) / 2);
    --_star: calc(var(--_size) * 0.86);
  }

  [role='radio'] {
    display: grid;
    place-items: center;
    inline-size: var(--_target);
    block-size: var(--_target);
    border-radius: var(--_radius);
    touch-action: pan-y pinch-zoom;
    -webkit-tap-highlight-color: transparent;
    outline-offset: -1px;
    cursor: pointer;
  }

  [role='radio']:focus-visible {
    outline: 2px solid var(--_focus);
  }

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

  [data-filled='5'] > ::before,
  [data-filled='4'] > :nth-child(-n + 4)::before,
  [data-filled='3'] > :nth-child(-n + 3)::before,
  [data-filled='2'] > :nth-child(-n + 2)::before,
  [data-filled='1'] > :first-child::before {
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
`;
