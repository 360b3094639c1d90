import { css, type CSSResult } from 'lit';

/**
 * A rating as one line of a list. What a point means lies over what stands above, so that looking at it moves no line.
 *
 * Reasons stand here and not between the rules, because what is inside the template is sent to every reader.
 */
export const compactStyles: CSSResult = css`
  .compact {
    --_size: var(--collateral-rating-size, 1.25rem);
    flex-flow: row wrap;
    align-items: center;
    column-gap: calc(var(--_space) * 1.5);
  }

  .compact .choice {
    position: relative;
  }

  .compact .anchor {
    position: absolute;
    z-index: 1;
    inset-block-end: 100%;
    inset-inline-start: 0;
    inline-size: max-content;
    max-inline-size: min(20rem, 80vw);
    padding: calc(var(--_space) / 2) var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    pointer-events: none;
  }

  .compact .line::after {
    content: none;
  }

  .compact .foot {
    align-items: center;
    min-block-size: 0;
  }
`;
