import { html, nothing, type TemplateResult } from 'lit';
import { describeRest, describeStatus, longestStatus, type Standing } from './describe-standing.js';
import type { FootAction } from './foot-action.js';

/**
 * Draws the line below the points: news of saving, read out when they change, else how things are; and a button.
 *
 * The status is always there, because assistive technology only follows a live region it has seen empty. The button is
 * one and the same, so that the focus stays on it when "Withdraw" becomes "Undo".
 */
export function renderFoot(standing: Standing, actions: readonly (FootAction | undefined)[]): TemplateResult {
  const { isReadOnly, isCompact, record } = standing;
  const status = describeStatus(standing);
  const rest = describeRest(standing);
  return html`
    <div class="foot">
      <div class="line" data-longest=${isReadOnly || isCompact ? '' : longestStatus(standing)}>
        <span class=${record.saver.progress.state} part="status" role="status">${status}</span>
        ${
          status
            ? nothing
            : html`
                <span>${rest}</span>
              `
        }
      </div>
      ${actions.map((action) =>
        action && (action.act || !isCompact)
          ? html`
              <button type="button" part="button" class=${action.act ? '' : 'kept'} @click=${action.act}>
                ${action.label}
              </button>
            `
          : nothing,
      )}
    </div>
  `;
}
