import type { Suggestion } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { renderBelow } from '../conversation/render-below.js';
import { authorText, placeText, renderCard } from '../conversation/render-card.js';
import { renderMore } from '../conversation/render-list-ends.js';
import { renderMissing, renderStale } from '../conversation/render-states.js';
import { renderText } from '../conversation/render-text.js';
import { describeWriting } from '../conversation/describe-writing.js';
import type { Words } from '../conversation/words.js';
import type { Writing } from '../conversation/writings.js';
import { renderTools } from './render-tools.js';
import { renderVote } from './render-vote.js';
import type { SuggestionsBoard, SuggestionsView } from './suggestions-view.js';

/** Draws the element. */
export function renderSuggestions(view: SuggestionsView): TemplateResult {
  const { desk, host, place, words } = view;
  const { loader } = desk;
  const { strings } = words;
  const isRequests = place.collateralId === '';
  return html`
    <div class="base" part="base" aria-busy=${loader.isLoading}>
      <h2 data-heading>${isRequests ? strings.requests : strings.suggestions}</h2>
      ${loader.reply && desk.exchange.canWrite ? renderBox(view, isRequests) : nothing}
      ${
        loader.reply
          ? html`${renderStale(loader, words, () => desk.refresh())} ${renderTools(view)} ${renderList(view)} ${renderGaps(view)}`
          : renderMissing(host, loader.code, words, () => desk.refresh())
      }
    </div>
  `;
}

function renderBox({ desk, words, place }: SuggestionsView, isRequest: boolean): TemplateResult {
  const { strings } = words;
  const { identity = 'named', you } = desk.loader.reply ?? {};
  const author = authorText({ name: you?.name ?? null, team: you?.team ?? null, mine: false }, words);
  const where = place.about && !isRequest ? placeText(place.about, words) : '';
  return desk.box.render(words, {
    id: 'suggest',
    label: isRequest ? strings.requestContent : strings.suggest,
    note: [where && strings.aboutPlace(where), strings.appear[identity](author)].filter(Boolean).join(' '),
    sendLabel: strings.send,
    rows: 3,
    onSend: (text) => desk.suggest(text),
    onInput: (text) => desk.typed(text),
    between: renderSimilar(desk, words),
  });
}

/** Only how many there are is said; who hears it goes there when they want to. */
function renderSimilar(desk: SuggestionsBoard, words: Words): TemplateResult {
  const { found } = desk.similar;
  const { strings, count } = words;
  return html`
    <p class="small" role="status">${found.length > 0 ? strings.similar(found.length, count(found.length)) : ''}</p>
    ${
      found.length === 0
        ? nothing
        : html`
            <div class="similar" part="similar">
              <p class="small">${strings.similarHint}</p>
              ${repeat(found, keyOf, (each) => renderOne(each, 'similar', desk, words))}
            </div>
          `
    }
  `;
}

function renderList({ desk, host, place, words, pending }: SuggestionsView): TemplateResult {
  const { strings } = words;
  const { list, reply, code } = desk.loader;
  const { shown } = list;
  const none = place.status
    ? strings.noneMatch
    : place.collateralId === ''
      ? strings.noRequests
      : strings.noSuggestions;
  return html`
    <div class="list" part="list">
      ${repeat(
        pending,
        ({ id }) => id,
        (writing) => renderPending(writing, words),
      )}
      ${repeat(shown, keyOf, (each) => renderOne(each, 'list', desk, words))}
    </div>
    ${list.isUnknown ? renderMissing(host, code, words, () => desk.refresh()) : nothing}
    ${!list.isUnknown && shown.length + pending.length === 0 ? html`<p class="missing">${none}</p>` : nothing}
    ${reply && !place.data ? renderMore(desk.loader, reply, words) : nothing}
  `;
}

function renderOne(
  suggestion: Suggestion,
  list: 'list' | 'similar',
  desk: SuggestionsBoard,
  words: Words,
): TemplateResult {
  const { exchange } = desk;
  const { strings, day, own } = words;
  const { assignee, dueAt, shippedVersion, shippedTitle, overdueDays } = suggestion;
  return renderCard(suggestion, {
    list,
    words,
    vote: renderVote(suggestion, exchange, words),
    remarks: [
      assignee ? strings.assignedTo(own(assignee.name)) : nothing,
      dueAt === null || overdueDays > 0 || shippedVersion !== null ? nothing : strings.dueOn(day(dueAt)),
      shippedVersion === null ? nothing : strings.shippedIn(own(shippedTitle ?? shippedVersion)),
    ],
    // Within the form there is no other form.
    below: list === 'list' ? renderBelow(suggestion, list, exchange, words) : nothing,
    onPlace: (about, place) => exchange.showPlace(about, place),
  });
}

/** What is not in the list yet says how far it has come. */
function renderPending(writing: Writing, words: Words): TemplateResult {
  return html`
    <article class="card pending" part="suggestion" tabindex="-1" data-id=${writing.id}>
      <div class="what">
        <p class="text" dir="auto">${renderText(writing.fields.body ?? '')}</p>
        <p class="small" role="status">${describeWriting(writing, words)}</p>
      </div>
    </article>
  `;
}

function renderGaps({ desk, words }: SuggestionsView): TemplateResult | typeof nothing {
  const { strings, count, own } = words;
  const { gaps = [] } = desk.loader.reply ?? {};
  if (gaps.length === 0) return nothing;
  return html`
    <section part="gaps">
      <h3>${strings.gaps}</h3>
      <ul class="gaps">
        ${gaps.map(
          ({ query, searches }) => html`
            <li>
              <span>${strings.gap(own(query), searches, count(searches))}</span>
              ${
                desk.exchange.canWrite
                  ? html`<button type="button" part="button" class="plain" @click=${() => desk.request(query)}>${strings.request}</button>`
                  : nothing
              }
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}

function keyOf({ suggestionId }: Suggestion): string {
  return suggestionId;
}
