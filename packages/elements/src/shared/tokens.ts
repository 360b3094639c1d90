import { css, type CSSResult } from 'lit';

/**
 * The look every element shares. A page sets `--collateral-*` anywhere above; the private `--_*` names carry the value or
 * the default, so that a default never hides what an ancestor set.
 *
 * Colours follow the page's `color-scheme`, not the system's: a page that is only light stays light at night.
 * Browsers without `light-dark()` (before 2024) get the light ones.
 */
export const tokens: CSSResult = css`
  :host {
    --_text: var(--collateral-color-text, #1d2129);
    --_muted: var(--collateral-color-muted, #5a626e);
    --_surface: var(--collateral-color-surface, #ffffff);
    --_border: var(--collateral-color-border, #7d8591);
    --_accent: var(--collateral-color-accent, #1f5fbf);
    --_rating: var(--collateral-color-rating, #9a5b00);
    --_rating-empty: var(--collateral-color-rating-empty, #646c78);
    --_positive: var(--collateral-color-positive, #13703a);
    --_negative: var(--collateral-color-negative, #b3261e);
    --_focus: var(--collateral-color-focus, #1f5fbf);
    --_font: var(--collateral-font, inherit);
    --_radius: var(--collateral-radius, 0.375rem);
    --_space: var(--collateral-space, 0.5rem);
  }

  @supports (color: light-dark(red, red)) {
    :host {
      --_text: var(--collateral-color-text, light-dark(#1d2129, #e8eaed));
      --_muted: var(--collateral-color-muted, light-dark(#5a626e, #a5adb8));
      --_surface: var(--collateral-color-surface, light-dark(#ffffff, #1b1e23));
      --_border: var(--collateral-color-border, light-dark(#7d8591, #7a828e));
      --_accent: var(--collateral-color-accent, light-dark(#1f5fbf, #8ab4f8));
      --_rating: var(--collateral-color-rating, light-dark(#9a5b00, #f2b84b));
      --_rating-empty: var(--collateral-color-rating-empty, light-dark(#646c78, #9aa2ad));
      --_positive: var(--collateral-color-positive, light-dark(#13703a, #7bd39a));
      --_negative: var(--collateral-color-negative, light-dark(#b3261e, #f2a09a));
      --_focus: var(--collateral-color-focus, light-dark(#1f5fbf, #8ab4f8));
    }
  }
`;
