import { html, nothing, type TemplateResult } from 'lit';
import type { Standing } from './describe-standing.js';
import { footActionsOf, type Choosing } from './foot-action.js';
import { renderAverage, renderScore } from './render-average.js';
import { renderFoot } from './render-foot.js';

/** A whole rating as it is drawn. */
export interface RatingView {
  readonly standing: Standing;
  readonly choosing: Choosing;
  /** The visible label. */
  readonly label: string;
  /** What is rated, for a sentence that is heard. */
  readonly name: () => string;
  /** What the page set. */
  readonly given: number | null;
  readonly isDisabled: boolean;
  readonly hasSummary: boolean;
  /** Something can be saved or taken back. */
  readonly hasFoot: boolean;
  readonly renderChoice: () => TemplateResult;
  readonly form: TemplateResult | typeof nothing;
  readonly news: TemplateResult | typeof nothing;
}

/** Draws a rating: label, points or average, score, the line below and the form. */
export function renderRating(view: RatingView): TemplateResult {
  const { standing, label } = view;
  const { isCompact, request } = standing;
  const classes = `base${view.isDisabled ? ' disabled' : ''}${isCompact ? ' compact' : ''}${request?.dismiss ? ' prompted' : ''}`;
  // The visible label is hidden from assistive technology: it is the group's name already.
  return html`
    <div class=${classes} part="base">
      ${
        label && !isCompact
          ? html`
              <div class="label" part="label" aria-hidden="true">${label}</div>
            `
          : nothing
      }
      ${standing.isReadOnly ? renderAverage(view.name(), view.given, standing) : view.renderChoice()}
      ${view.hasSummary ? renderScore(standing) : nothing}
      ${view.hasFoot ? renderFoot(standing, footActionsOf(standing, view.choosing)) : nothing} ${view.news} ${view.form}
    </div>
  `;
}
