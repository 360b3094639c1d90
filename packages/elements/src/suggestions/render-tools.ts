import { html, nothing, type TemplateResult } from 'lit';
import { sortChoices, statusChoices } from './suggestions-place.js';
import type { SuggestionsView } from './suggestions-view.js';

/** Draws what narrows and sorts the list, and says what is new. */
export function renderTools({ desk, place, words }: SuggestionsView): TemplateResult {
  const { strings, count } = words;
  const { list } = desk.loader;
  const { newCount } = list;
  const statuses: readonly (readonly [string, string])[] = [
    ['', strings.anyStatus],
    ...statusChoices.map(
      (status) => [status, status === 'open' ? strings.open : (strings.statuses[status] ?? status)] as const,
    ),
    ['closed', strings.closed],
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
    <div role="status" class="news">
      ${
        newCount === 0
          ? nothing
          : html`<button type="button" part="button" class="plain" data-new @click=${() => desk.showNew()}>
              ${strings.newOnes(newCount, count(newCount))}: ${strings.show}
            </button>`
      }
    </div>
  `;
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
