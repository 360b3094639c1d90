import { CollateralInsights } from '../insights/collateral-insights.js';
import { defineElement } from './define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'collateral-insights': CollateralInsights;
  }
}

defineElement('collateral-insights', CollateralInsights);
