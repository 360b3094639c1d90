import type { ItemInsight, ShortList } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { writeCell } from '../figures/describe-figure.js';
import type { InsightsView } from './insights-view.js';

/** Draws a short list that leads on to the whole one. */
export function renderShortList({ id, total, items }: ShortList, view: InsightsView): TemplateResult {
  const { strings, write, actions, screens } = view;
  const { name, why, nobody } = strings.lists[id];
  const canOpen = screens.includes('items');
  return html`
    <section class="list">
      <h4>${name}</h4>
      <p class="why">${items.length > 0 ? why : nobody}</p>
      ${
        items.length > 0
          ? html`
              <ul>
                ${items.map((item) => renderLine(item, view, id))}
              </ul>
            `
          : nothing
      }
      ${
        canOpen && total > items.length
          ? html`
              <button
                type="button"
                part="button"
                class="plain"
                aria-label=${`${strings.wholeList(write.count(total))}: ${name}`}
                @click=${() => actions.show('items', '', { state: id })}
              >
                ${strings.wholeList(write.count(total))}
              </button>
            `
          : nothing
      }
    </section>
  `;
}

function renderLine(item: ItemInsight, view: InsightsView, id: ShortList['id']): TemplateResult {
  const { collateralId, title, kind } = item;
  const { actions } = view;
  return html`
    <li>
      <button type="button" part="button" class="link" data-item=${collateralId} @click=${() => actions.show('item', collateralId)}>
        ${title}
      </button>
      <span class="aside">${[kind, ...figuresOf(item, view, id)].filter(Boolean).join(' · ')}</span>
    </li>
  `;
}

/** What makes an item stand in its list. */
function figuresOf(
  { rating, views, viewsSinceReview, reviewBy, publishedAt }: ItemInsight,
  view: InsightsView,
  id: ShortList['id'],
): string[] {
  const { strings, write } = view;
  if (id === 'never-used') return publishedAt ? [`${strings.published} ${write.day(publishedAt.slice(0, 10))}`] : [];
  if (id === 'stale') {
    const since = viewsSinceReview === null ? [] : [`${strings.views} ${write.count(viewsSinceReview)}`];
    return [...(reviewBy ? [`${strings.reviewBy} ${write.day(reviewBy)}`] : []), ...since];
  }
  return [
    `${strings.rating} ${writeCell('rating', rating.value, rating.state, view)}`,
    `${strings.views} ${writeCell('count', views.metric.value, views.metric.state, view)}`,
  ];
}
