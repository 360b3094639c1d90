import type { Suggestion } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Exchange } from '../conversation/exchange.js';
import { isOver } from '../conversation/is-over.js';
import type { Words } from '../conversation/words.js';

/** Draws the button that supports a suggestion, or how many do where nobody can any more. */
export function renderVote(suggestion: Suggestion, exchange: Exchange, { strings, count }: Words): TemplateResult {
  const { suggestionId, may } = suggestion;
  const { on, count: supporters } = exchange.support(suggestion);
  const written = count(supporters);
  if (!may.vote || !exchange.canWrite) {
    return html`<p class="vote still" title=${isOver(suggestion) ? strings.voteClosed : nothing}>
      <span aria-hidden="true">${written}</span><span class="heard">${strings.supporters(supporters, written)}</span>
    </p>`;
  }
  return html`
    <button
      type="button"
      class="vote"
      part="vote"
      aria-pressed=${on}
      aria-label=${strings.vote(supporters, written)}
      data-vote=${suggestionId}
      @click=${(event: MouseEvent) => exchange.vote(suggestion, event)}
    >
      <svg viewBox="0 0 12 8" aria-hidden="true"><path d="M1 7l5-5 5 5" /></svg>${written}
    </button>
  `;
}
