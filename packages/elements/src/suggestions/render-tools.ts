import { html, type TemplateResult } from 'lit';
import { renderNews } from '../conversation/render-list-ends.js';
import type { Words } from '../conversation/words.js';
import { sortChoices, statusChoices } from './suggestions-place.js';
import type { SuggestionsView } from './suggestions-view.js';

/** Draws what narrows and sorts the list, and says what is new. */
export function renderTools({ desk, place, words }: SuggestionsView): TemplateResult {
  const { strings } = words;
  const { list } = desk.loader;
  const statuses: readonly (readonly [string, string])[] = [
    ['', strings.anyStatus],
    ...statusChoices.map((status) => [status, statusName(status, words)] as const),
  ];
  return html`
    <div class="tools" part="filters">
      ${renderChoice(strings.filterStatus, place.status, statuses, (status) => place.choose({ status }))}
      ${renderChoice(
        strings.sortBy,
        place.sort || 'supporters',
        sortChoices.map((sort) => [sort, strings.sorts[sort]] as const),
        (sort) => place.choose({ sort }),
      )}
    </div>
    ${renderNews(list, words, () => desk.showNew())}
  `;
}

function statusName(status: (typeof statusChoices)[number], { strings }: Words): string {
  return status === 'open' || status === 'closed' ? strings[status] : (strings.statuses[status] ?? status);
}

function renderChoice(
  label: string,
  value: string,
  choices: readonly (readonly [value: string, text: string])[],
  onChoose: (value: string) => void,
): TemplateResult {
  const choose = (event: Event): void => {
    // The choice's own event stays inside.
    event.stopPropagation();
    if (event.target instanceof HTMLSelectElement) onChoose(event.target.value);
  };
  return html`
    <label class="field">
      <span>${label}</span>
      <select @change=${choose} @input=${(event: Event) => event.stopPropagation()}>
        ${choices.map(([each, text]) => html`<option value=${each} ?selected=${each === value}>${text}</option>`)}
      </select>
    </label>
  `;
}
