import { CollateralProvider } from '../provider/collateral-provider.js';
import { defineElement } from './define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'collateral-provider': CollateralProvider;
  }
}

defineElement('collateral-provider', CollateralProvider);
