import { html, nothing, type TemplateResult } from 'lit';
import { describeRest, describeStatus, longestStatus, type Standing } from './describe-standing.js';

/** Something to do beside choosing. The name is that of its sentence; without `act` only its place is kept. */
export interface FootAction {
  readonly name: 'tryAgain' | 'withdraw' | 'undo';
  readonly act?: () => void;
}

/**
 * Draws the line below the points: news of saving, read out when they change, else how things are; and a button.
 *
 * The status is always there, because assistive technology only follows a live region it has seen empty. The button is
 * one and the same, so that the focus stays on it when "Withdraw" becomes "Undo".
 */
export function renderFoot(standing: Standing, action: FootAction | undefined): TemplateResult {
  const { strings, isReadOnly, record } = standing;
  const status = describeStatus(standing);
  const rest = describeRest(standing);
  return html`
    <div class="foot">
      <div class="line" data-longest=${isReadOnly ? '' : longestStatus(standing)}>
        <span class=${record.saver.progress.state} part="status" role="status">${status}</span>
        ${
          status
            ? nothing
            : html`
                <span>${rest}</span>
              `
        }
      </div>
      ${
        action
          ? html`
              <button type="button" part="button" class=${action.act ? '' : 'kept'} @click=${action.act}>
                ${strings[action.name]}
              </button>
            `
          : nothing
      }
    </div>
  `;
}
