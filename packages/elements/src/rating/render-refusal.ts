import { collateralScale } from '@collateral/sdk';
import { html, type TemplateResult } from 'lit';
import type { RatingStrings } from '../shared/strings.js';

/** Says why nothing is shown: the page asks for another scale than everything is rated on. */
export function renderRefusal(scale: string, strings: RatingStrings): TemplateResult {
  return html`
    <p class="refusal" part="status">${strings.otherScale(scale, collateralScale.id)}</p>
  `;
}
