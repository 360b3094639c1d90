import { css, type CSSResult } from 'lit';

/** The colours of charts and of what explains them. Not among the tokens of all elements: a page of ratings draws none. */
export const chartTokens: CSSResult = css`
  :host {
    /* Six that differ in lightness as well, so that they are told apart without colours. */
    --_chart-1: var(--collateral-chart-1, light-dark(#1f5fbf, #8ab4f8));
    --_chart-2: var(--collateral-chart-2, light-dark(#b45309, #f2b84b));
    --_chart-3: var(--collateral-chart-3, light-dark(#0f766e, #5eead4));
    --_chart-4: var(--collateral-chart-4, light-dark(#a21c5d, #f5a3c7));
    --_chart-5: var(--collateral-chart-5, light-dark(#5b3fb0, #c4b5fd));
    --_chart-6: var(--collateral-chart-6, light-dark(#4b5563, #c3cad4));
  }

  @media (forced-colors: active) {
    :host {
      --_chart-1: CanvasText;
      --_chart-2: CanvasText;
      --_chart-3: CanvasText;
      --_chart-4: CanvasText;
      --_chart-5: CanvasText;
      --_chart-6: CanvasText;
    }
  }
`;
