import type { InsightsItems, ItemInsight } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { paintRows } from './cell-paint.js';
import { describeChange, writeCell } from '../figures/describe-figure.js';
import type { InsightsView } from './insights-view.js';
import { sayStates, statesOf } from './item-states.js';

/** A column that can be sorted by has a key; `isLow` begins with the smallest. */
interface Column {
  readonly name: 'item' | 'views' | 'trend' | 'viewers' | 'rating' | 'lastUsed' | 'reviewBy' | 'itemState';
  readonly key?: string;
  readonly isLow?: boolean;
  readonly isNumber?: boolean;
}

const columns: readonly Column[] = [
  { name: 'item', key: 'title', isLow: true },
  { name: 'views', key: 'views', isNumber: true },
  { name: 'trend' },
  { name: 'viewers', key: 'viewers', isNumber: true },
  { name: 'rating', key: 'rating' },
  { name: 'lastUsed', key: 'last-used' },
  { name: 'reviewBy', key: 'review-by', isLow: true },
  { name: 'itemState' },
];

/**
 * Draws the table. A row is ten elements: intervals and courses are painted by rules of a style sheet, so that fifty rows
 * stay a light page.
 */
export function renderItemsTable({ items, total }: InsightsItems, view: InsightsView): TemplateResult {
  const { strings, write, memory, position } = view;
  memory.paint(paintRows(items));
  const sorted = columns.find(({ key }) => key === position.sort.replace(/^-/, ''));
  const news = sorted
    ? strings.sortedBy(strings[sorted.name], position.sort.startsWith('-'), write.count(total))
    : write.count(total);
  return html`
    <p class="heard" role="status">${news}</p>
    <div class="wide" role="region" aria-label=${strings.screens.items} tabindex="0">
      <table class="items" part="table">
        <thead>
          <tr>
            ${columns.map((column) => renderHeading(column, view))}
          </tr>
        </thead>
        <tbody>
          ${items.map((item) => renderRow(item, view))}
        </tbody>
      </table>
    </div>
  `;
}

function renderHeading({ name, key, isLow, isNumber }: Column, view: InsightsView): TemplateResult {
  const { strings, position, actions } = view;
  const heading = strings[name];
  const isSorted = key !== undefined && position.sort.replace(/^-/, '') === key;
  const isDescending = position.sort.startsWith('-');
  const next = isSorted ? (isDescending ? key : `-${key}`) : `${isLow ? '' : '-'}${key ?? ''}`;
  return html`
    <th
      scope="col"
      class=${isNumber ? 'number' : nothing}
      aria-sort=${isSorted ? (isDescending ? 'descending' : 'ascending') : nothing}
    >
      ${
        key === undefined
          ? heading
          : html`
              <button type="button" part="button" class="sort" @click=${() => actions.sortBy(next)}>${heading}</button>
            `
      }
    </th>
  `;
}

function renderRow(item: ItemInsight, view: InsightsView): TemplateResult {
  const { collateralId, title, views, viewers, rating, kind, producer } = item;
  const { strings, actions, position } = view;
  const about = kind ? `${kind}, ${producer?.name ?? strings.noOwner}` : strings.noTitle;
  const change = position.isCompared ? describeChange(views, 'count', view) : { text: '', direction: 'none' };
  const isScored = rating.state === 'ok' && rating.interval !== null;
  return html`
    <tr>
      <th scope="row">
        <button type="button" part="button" class="link" data-item=${collateralId} @click=${() => actions.show('item', collateralId)}>${title}</button>
        ${about}
      </th>
      <td class="number">${writeCell('count', views.metric.value, views.metric.state, view)}</td>
      <td class=${`trend ${change.direction}`}>${views.change?.state === 'ok' ? change.text : '–'}</td>
      <td class="number">${writeCell('count', viewers.value, viewers.state, view)}</td>
      <td class=${isScored ? 'rating' : 'word'}>${sayRating(item, view)}</td>
      <td>${item.lastUsedOn ? view.write.day(item.lastUsedOn) : strings.neverUsed}</td>
      <td class=${item.viewsSinceReview === null ? nothing : 'past'}>${sayReview(item, view)}</td>
      <td class=${`state ${statesOf(item)[0] ?? 'used'}`}>${sayStates(item, strings)}</td>
    </tr>
  `;
}

function sayRating({ rating }: ItemInsight, view: InsightsView): string {
  const { strings, write } = view;
  const { state, value, interval, n } = rating;
  if (state === 'early') return strings.earlyDetail(n ?? 0, write.count(n ?? 0));
  if (state !== 'ok' || value === null || !interval) return writeCell('rating', value, state, view);
  return `${write.decimal(value)} (${write.decimal(interval[0])}–${write.decimal(interval[1])}) · ${write.count(n ?? 0)}`;
}

function sayReview({ reviewBy, viewsSinceReview }: ItemInsight, { strings, write }: InsightsView): string {
  if (!reviewBy) return strings.noReview;
  return viewsSinceReview === null ? write.day(reviewBy) : strings.pastReview(write.day(reviewBy));
}
