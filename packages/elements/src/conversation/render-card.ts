import type { Author, Place, Suggestion } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { renderText } from './render-text.js';
import type { Words } from './words.js';

/** What stands around the words of one suggestion. */
export interface CardView {
  /** Tells cards of one suggestion in two lists apart. */
  readonly list: string;
  readonly words: Words;
  /** Above: the item, where cards of many items stand together. */
  readonly title?: TemplateResult | typeof nothing;
  /** At the start: the vote. */
  readonly vote: TemplateResult | typeof nothing;
  /** More about it, in the line of small print. */
  readonly remarks: readonly (string | typeof nothing)[];
  /** Below: buttons, and what is open. */
  readonly below: TemplateResult | typeof nothing;
  readonly onPlace: (suggestion: Suggestion, place: Place) => void;
}

/** Draws one suggestion. */
export function renderCard(suggestion: Suggestion, view: CardView): TemplateResult {
  const { words, list } = view;
  const { strings } = words;
  const { suggestionId, status, place, hidden, overdueDays, createdAt, author, version } = suggestion;
  const id = `${list}-${suggestionId}`;
  const remarks = [
    author ? strings.by(authorText(author, words), words.day(createdAt)) : words.day(createdAt),
    version === null ? nothing : strings.versionOf(words.own(version)),
    ...view.remarks,
  ].filter((remark) => remark !== nothing);
  return html`
    <article class="card" part="suggestion" tabindex="-1" data-id=${suggestionId} aria-labelledby=${id}>
      ${view.vote}
      <div class="what">
        ${view.title ?? nothing}
        <p class="text" id=${id} dir="auto">${bodyOf(suggestion, words)}</p>
        <p class="chips">
          <span class="status ${status}" part="status">${strings.statuses[status] ?? status}</span>
          ${overdueDays > 0 ? html`<strong class="late" part="overdue">${strings.overdue(overdueDays, words.count(overdueDays))}</strong>` : nothing}
          ${place ? renderPlace(suggestion, place, view) : nothing}
          <span class="small">${remarks.join(' · ')}</span>
        </p>
        ${hidden ? html`<p class="small hidden-note">${strings.hiddenBecause(words.own(hidden.reason))}</p>` : nothing}
        ${view.below}
      </div>
    </article>
  `;
}

/** What a suggestion says, or what it stands for. */
export function bodyOf(
  { kind, reason, body }: Pick<Suggestion, 'body' | 'reason'> & { readonly kind?: string },
  { strings, reasonLabel }: Words,
): TemplateResult | string | readonly (string | TemplateResult)[] {
  if (body !== null) return renderText(body);
  if (reason !== null || kind === 'low-rating') return strings.lowRated(reasonLabel(reason ?? ''));
  return html`<em class="small">${strings.erased}</em>`;
}

/** How an author appears. */
export function authorText({ name, team, mine }: Author, { strings, own }: Words): string {
  const who = mine ? strings.you : name === null ? (team === null ? strings.somebody : '') : own(name);
  return team === null ? who : who ? strings.authorOf(who, own(team)) : own(team);
}

/** Says where in an item; empty when a place says nothing. */
export function placeText({ slide, page, second, quote }: Place, { strings, count, time, own }: Words): string {
  return [
    slide === undefined ? '' : strings.slide(count(slide)),
    page === undefined ? '' : strings.page(count(page)),
    second === undefined ? '' : strings.second(time(second)),
    quote === undefined ? '' : strings.quote(own(quote.length > 60 ? `${quote.slice(0, 60)}…` : quote)),
  ]
    .filter(Boolean)
    .join(' · ');
}

function renderPlace(
  suggestion: Suggestion,
  place: Place,
  { words, onPlace }: CardView,
): TemplateResult | typeof nothing {
  const text = placeText(place, words);
  if (text === '') return nothing;
  return html`
    <button type="button" class="chip" part="place" @click=${() => onPlace(suggestion, place)}>
      <bdi>${text}</bdi>
    </button>
  `;
}
