import type { Suggestion } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Exchange } from './exchange.js';
import { isOver } from './is-over.js';
import type { Thread } from './threads.js';
import type { Words } from './words.js';

/** Draws what can be done with a suggestion, and everything about it once it is opened. */
export function renderBelow(suggestion: Suggestion, list: string, exchange: Exchange, words: Words): TemplateResult {
  const { strings, count } = words;
  const { suggestionId, replyCount, may, status } = suggestion;
  const thread = exchange.threads.get(suggestionId);
  const id = `${list}-thread-${suggestionId}`;
  const pending = exchange.writings.of('reply', suggestionId);
  const replies = Math.max(replyCount, thread?.detail?.replies.length ?? 0) + pending.length;
  return html`
    ${exchange.isVoteRefused(suggestionId) ? html`<p class="error" role="alert">${strings.refusedVote}</p>` : nothing}
    ${isOver(suggestion) && status !== 'duplicate' && exchange.canWrite ? html`<p class="small">${strings.voteClosed}</p>` : nothing}
    <div class="actions">
      <button
        type="button"
        part="button"
        class="plain"
        aria-expanded=${thread !== undefined}
        aria-controls=${id}
        data-open=${suggestionId}
        @click=${() => exchange.toggle(suggestion)}
      >
        ${thread ? strings.closeThread : strings.openThread(replies, count(replies))}
      </button>
      ${
        may.withdraw && exchange.canWrite && !exchange.isTakenBack(suggestionId)
          ? html`<button type="button" part="button" class="plain" @click=${() => exchange.withdraw(suggestionId)}>${strings.withdraw}</button>`
          : nothing
      }
      ${exchange.isTakenBack(suggestionId) ? html`<span class="small" role="status">${strings.takenBack}</span>` : nothing}
    </div>
    <div class="thread" id=${id} ?hidden=${!thread}>
      ${thread ? renderOpen(suggestion, id, thread, exchange, words) : nothing}
    </div>
  `;
}

function renderOpen(
  { suggestionId }: Suggestion,
  id: string,
  { detail, code }: Thread,
  exchange: Exchange,
  words: Words,
): TemplateResult {
  const { strings } = words;
  const { opened, hasNoOpened } = exchange;
  const again = (): void => {
    void exchange.loadOpened();
    void exchange.threads.load(suggestionId);
  };
  const trouble =
    code === undefined && !hasNoOpened
      ? nothing
      : html`<p class="error" role="alert">
          ${strings.failures[code ?? 'network-failed'] ?? strings.failedList}
          <button type="button" part="button" class="plain" @click=${again}>${strings.tryAgain}</button>
        </p>`;
  if (!detail || !opened) {
    return html`${trouble === nothing ? html`<p class="small opening" role="status">${strings.loadingList}</p>` : trouble}`;
  }
  return html`
    ${trouble} ${opened.render(detail, id, words)}
    ${
      exchange.canWrite
        ? exchange.box(suggestionId).render(words, {
            id: `${id}-reply`,
            label: strings.reply,
            note: '',
            sendLabel: strings.sendReply,
            rows: 2,
            isQuiet: true,
            onSend: (text) => exchange.reply(suggestionId, text),
          })
        : nothing
    }
  `;
}
