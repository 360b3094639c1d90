import { CollateralScorecard } from '../scorecard/collateral-scorecard.js';
import { defineElement } from './define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'collateral-scorecard': CollateralScorecard;
  }
}

defineElement('collateral-scorecard', CollateralScorecard);
