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
    /* Six that differ in lightness as well, so that they are told apart without colours. */
    --_chart-1: var(--collateral-chart-1, light-dark(#1f5fbf, #8ab4f8));
    --_chart-2: var(--collateral-chart-2, light-dark(#b45309, #f2b84b));
    --_chart-3: var(--collateral-chart-3, light-dark(#0f766e, #5eead4));
    --_chart-4: var(--collateral-chart-4, light-dark(#a21c5d, #f5a3c7));
    --_chart-5: var(--collateral-chart-5, light-dark(#5b3fb0, #c4b5fd));
    --_chart-6: var(--collateral-chart-6, light-dark(#4b5563, #c3cad4));
    --_font: var(--collateral-font, inherit);
    --_radius: var(--collateral-radius, 0.375rem);
    --_space: var(--collateral-space, 0.5rem);
  }

  @media (forced-colors: active) {
    :host {
      --_rating: CanvasText;
      --_rating-empty: CanvasText;
      --_focus: Highlight;
      --_chart-1: CanvasText;
      --_chart-2: CanvasText;
      --_chart-3: CanvasText;
      --_chart-4: CanvasText;
      --_chart-5: CanvasText;
      --_chart-6: CanvasText;
    }
  }
`;
