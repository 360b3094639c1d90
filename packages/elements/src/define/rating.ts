import { CollateralRating } from '../rating/collateral-rating.js';
import { defineElement } from './define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'collateral-rating': CollateralRating;
  }
}

defineElement('collateral-rating', CollateralRating);
