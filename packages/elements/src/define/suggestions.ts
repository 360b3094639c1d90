import { CollateralSuggestions } from '../suggestions/collateral-suggestions.js';
import { defineElement } from './define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'collateral-suggestions': CollateralSuggestions;
  }
}

defineElement('collateral-suggestions', CollateralSuggestions);
