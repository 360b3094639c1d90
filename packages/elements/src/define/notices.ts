import { CollateralNotices } from '../notices/collateral-notices.js';
import { defineElement } from './define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'collateral-notices': CollateralNotices;
  }
}

defineElement('collateral-notices', CollateralNotices);
