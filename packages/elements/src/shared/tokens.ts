import { css, type CSSResult } from 'lit';

/**
 * The look every element shares. A page sets `--collateral-*` anywhere above; the private `--_*` names carry the value or
 * the default, so that a default never hides what an ancestor set.
 *
 * In forced colours drawings keep their own, so they have to ask for the reader's.
 *
 * Colours follow the page's `color-scheme`, not the system's: a page that is only light stays light at night. Every
 * browser of the last two years has `light-dark()`.
 */
export const tokens: CSSResult = css`
  :host {
    --_text: var(--collateral-color-text, light-dark(#1d2129, #e8eaed));
    --_muted: var(--collateral-color-muted, light-dark(#5a626e, #a5adb8));
    --_surface: var(--collateral-color-surface, light-dark(#ffffff, #1b1e23));
    --_border: var(--collateral-color-border, light-dark(#7d8591, #7a828e));
    --_accent: var(--collateral-color-accent, light-dark(#1f5fbf, #8ab4f8));
    --_rating: var(--collateral-color-rating, light-dark(#b45309, #f2b84b));
    --_rating-empty: var(--collateral-color-rating-empty, light-dark(#646c78, #9aa2ad));
    --_positive: var(--collateral-color-positive, light-dark(#13703a, #7bd39a));
    --_negative: var(--collateral-color-negative, light-dark(#b3261e, #f2a09a));
    --_focus: var(--collateral-color-focus, light-dark(#1f5fbf, #8ab4f8));
    --_font: var(--collateral-font, inherit);
    --_radius: var(--collateral-radius, 0.375rem);
    --_space: var(--collateral-space, 0.5rem);
  }

  @media (forced-colors: active) {
    :host {
      --_rating: CanvasText;
      --_rating-empty: CanvasText;
      --_focus: Highlight;
    }
  }
`;
