import { CollateralInbox } from '../inbox/collateral-inbox.js';
import { defineElement } from './define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'collateral-inbox': CollateralInbox;
  }
}

defineElement('collateral-inbox', CollateralInbox);
