import { collateralScale } from '@collateral/sdk';
import type { InsightsItem, RatingComment } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { InsightsView } from './insights-view.js';

/** Draws what people wrote, all of it or what goes with one value. */
export function renderComments({ comments, minimumComments, item }: InsightsItem, view: InsightsView): TemplateResult {
  const { strings, write, memory, actions } = view;
  const value = memory.commentsItem === item.collateralId ? memory.commentsOf : null;
  const shown = comments.filter((comment) => value === null || comment.value === value);
  const showAll = (): void => {
    memory.commentsOf = null;
    actions.redraw();
  };
  return html`
    <section class="section">
      <h3>${strings.comments}</h3>
      ${
        value !== null && comments.length > 0
          ? html`
              <p class="notice" role="status">
                ${shown.length > 0 ? strings.onlyValue(write.count(value)) : strings.noCommentsOf(write.count(value))}
                <button type="button" part="button" class="plain" @click=${showAll}>${strings.allComments}</button>
              </p>
            `
          : nothing
      }
      ${
        comments.length === 0
          ? html`
              <p class="why">${strings.tooFewComments(write.count(minimumComments))}</p>
            `
          : html`
              <ul class="comments">
                ${shown.map((comment) => renderComment(comment, item.collateralId, view))}
              </ul>
            `
      }
    </section>
  `;
}

function renderComment(given: RatingComment, collateralId: string, view: InsightsView): TemplateResult {
  const { value, comment, reasons, version, month } = given;
  const { strings, write, pointLabel } = view;
  const labels = reasons.map((id) => collateralScale.reasons.find((reason) => reason.id === id)?.label ?? id);
  const about = [
    strings.ratedWith(write.count(value), pointLabel(value)),
    ...labels,
    version ? `${strings.versionHeading} ${version}` : '',
    write.month(month),
  ];
  return html`
    <li>
      <blockquote dir="auto">${comment}</blockquote>
      <p>${about.filter(Boolean).join(' · ')}</p>
      ${renderDispute(given, collateralId, view)}
    </li>
  `;
}

/** Only where there is something to say or to do is the file that does it asked for. */
function renderDispute(
  comment: RatingComment,
  collateralId: string,
  { client, language, givenDisputes, write, memory, actions }: InsightsView,
): TemplateResult | typeof nothing {
  if (comment.dispute === undefined && !(comment.mayDispute === true && client)) return nothing;
  const view = {
    client,
    collateralId,
    language,
    given: givenDisputes,
    write,
    tell: actions.dispute,
    onDone: actions.refresh,
  };
  return memory.disputes()?.render(comment, view) ?? nothing;
}
