import type { InsightsItems } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { filterFor } from './chosen-filter.js';
import { itemsPerPage } from './figures-query.js';
import type { InsightsView } from './insights-view.js';
import { renderItemsTable } from './items-table.js';

/** Draws the table of items with its pages. */
export function renderItemsScreen(list: InsightsItems, view: InsightsView): TemplateResult {
  const { strings, position, actions } = view;
  if (list.items.length === 0) {
    const isNarrowed = Object.keys(filterFor('items', position.filter)).length > 0;
    return html`
      <div class="missing" role="status">
        <p>${isNarrowed ? strings.noItemsMatch : strings.noItems}</p>
        ${
          isNarrowed
            ? html`
                <button type="button" part="button" class="plain" @click=${() => actions.narrow({})}>
                  ${strings.clearFilters}
                </button>
              `
            : nothing
        }
      </div>
    `;
  }
  return html`
    ${renderItemsTable(list, view)} ${renderPager(list, view)}
  `;
}

function renderPager({ total, items }: InsightsItems, view: InsightsView): TemplateResult | typeof nothing {
  const { strings, write, actions, position } = view;
  // A list that has become shorter ends before the page that was asked for.
  const page = Math.min(position.page, Math.max(1, Math.ceil(total / itemsPerPage)));
  const first = (page - 1) * itemsPerPage;
  const shown = strings.page(write.count(first + 1), write.count(first + items.length), write.count(total));
  const turn = (label: string, to: number): TemplateResult => html`
    <button
      type="button"
      part="button"
      class="plain"
      ?disabled=${to < 1 || (to - 1) * itemsPerPage >= total}
      @click=${() => actions.turnTo(to)}
    >
      ${label}
    </button>
  `;
  return html`
    <nav class="pager" aria-label=${strings.pages}>
      ${
        total > itemsPerPage
          ? html`
              ${turn(strings.previousPage, page - 1)} ${turn(strings.nextPage, page + 1)}
            `
          : nothing
      }
      <span>${shown}</span>
    </nav>
  `;
}
