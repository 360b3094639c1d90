import type { SuggestionDetail, SuggestionMove, SuggestionReply } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { authorText, bodyOf } from './render-card.js';
import { renderText } from './render-text.js';
import { describeWriting } from './describe-writing.js';
import type { OpenedWords as Words } from './opened-words.js';
import type { Writing } from './writings.js';

/** Draws the replies, those on their way last. */
export function renderReplies(
  { replies, may }: SuggestionDetail,
  words: Words,
  pending: readonly Writing[],
  onHide: ((reply: SuggestionReply) => void) | undefined,
): TemplateResult {
  const { strings } = words;
  const listed = new Set(replies.map(({ replyId }) => replyId));
  const waiting = pending.filter(({ id }) => !listed.has(id));
  if (replies.length + waiting.length === 0) return html`<p class="small">${strings.noReplies}</p>`;
  return html`
    <ol class="replies" aria-label=${strings.replies}>
      ${replies.map(
        (reply) => html`
          <li part="reply" class=${reply.fromOwner ? 'from-owner' : ''}>
            <p class="small">
              ${reply.author ? strings.by(authorText(reply.author, words), words.day(reply.createdAt)) : words.day(reply.createdAt)}
              ${reply.fromOwner ? html`<span class="status owner">${strings.owner}</span>` : nothing}
            </p>
            <p class="text" dir="auto">${reply.body === null ? html`<em class="small">${strings.erased}</em>` : renderText(reply.body)}</p>
            ${reply.hidden ? html`<p class="small hidden-note">${strings.hiddenBecause(words.own(reply.hidden.reason))}</p>` : nothing}
            ${
              may.hide && onHide
                ? html`<button type="button" part="button" class="plain" @click=${() => onHide(reply)}>
                    ${reply.hidden ? strings.unhide : strings.hideReply}
                  </button>`
                : nothing
            }
          </li>
        `,
      )}
      ${waiting.map(
        (writing) => html`
          <li part="reply">
            <p class="text" dir="auto">${renderText(writing.fields.body ?? '')}</p>
            <p class="small" role="status">${describeWriting(writing, words)}</p>
          </li>
        `,
      )}
    </ol>
  `;
}

/** Draws the steps, and what was merged. */
export function renderHistory(detail: SuggestionDetail, words: Words): TemplateResult | typeof nothing {
  const { strings, count } = words;
  const { history, related, loop, duplicateOf } = detail;
  const people = (value: number | null): string => (value === null ? '–' : count(value));
  if (history.length + related.length === 0) return nothing;
  return html`
    ${related.map(
      (other) => html`
        <p class="small">
          ${other.suggestionId === duplicateOf ? strings.mergedInto : strings.mergedFrom}:
          <bdi>${bodyOf(other, words)}</bdi>
        </p>
      `,
    )}
    ${
      history.length === 0
        ? nothing
        : html`
            <h3>${strings.history}</h3>
            <ol class="history" part="history">
              ${history.map((move) => html`<li>${renderMove(move, words)}</li>`)}
            </ol>
          `
    }
    ${loop ? html`<p class="small">${strings.told(people(loop.told), people(loop.confirmed), people(loop.ratedAgain))}</p>` : nothing}
  `;
}

function renderMove(move: SuggestionMove, words: Words): TemplateResult {
  const { strings, day, own } = words;
  const { by, at, to, type, assignee, dueAt, shippedVersion, shippedTitle, reason } = move;
  const who = by.mine ? strings.you : by.name === null ? (strings.roles[by.role] ?? by.role) : own(by.name);
  const did = type === 'hide' ? strings.hid : type === 'show' ? strings.showed : undefined;
  const sentence = did ? did(who, day(at)) : strings.moved(who, strings.statuses[to] ?? to, day(at));
  const promises = [
    assignee && strings.assignedTo(own(assignee.name)),
    dueAt !== undefined && strings.dueOn(day(dueAt)),
    shippedVersion !== undefined && strings.shippedIn(own(shippedTitle ?? shippedVersion)),
  ].filter(Boolean);
  return html`
    ${[sentence, ...promises].join(' · ')}
    ${reason === null ? nothing : html`· <bdi class="because">${strings.because(own(reason))}</bdi>`}
  `;
}
