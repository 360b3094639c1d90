import type { SuggestionDetail } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { MoveForm } from './move-form.js';
import type { Opened, OpenedHost } from './opened-host.js';
import { openedWordsOf } from './opened-words.js';
import { renderMoves } from './render-moves.js';
import { renderHistory, renderReplies } from './render-thread.js';
import type { Words } from './words.js';

/** Replies, history and decisions of opened suggestions. */
export class OpenedSuggestion implements Opened {
  readonly #around: OpenedHost;
  readonly #forms = new Map<string, MoveForm>();

  constructor(around: OpenedHost) {
    this.#around = around;
  }

  render(detail: SuggestionDetail, id: string, given: Words): TemplateResult {
    const { client, canWrite, writings } = this.#around;
    const words = openedWordsOf(given);
    const form = this.#form(detail.suggestionId);
    return html`
      ${renderReplies(
        detail,
        words,
        writings.of('reply', detail.suggestionId),
        canWrite ? (reply) => form.choose({ type: 'hide', reply }, detail, client) : undefined,
      )}
      ${renderHistory(detail, words)} ${canWrite && client ? renderMoves(detail, id, form, client, words) : nothing}
    `;
  }

  #form(suggestionId: string): MoveForm {
    let form = this.#forms.get(suggestionId);
    if (!form) {
      const { host } = this.#around;
      form = new MoveForm({
        redraw: host.redraw,
        focusOn: (selector) => this.#around.focusOn(selector),
        mayDecide: (id, to, reason) => host.tell('transition', { suggestionId: id, to, reason }),
        onDone: (detail) => this.#around.take(detail),
        onConflict: ({ now, permitted }) => this.#around.changed({ ...now, may: { ...now.may, move: permitted } }),
      });
      this.#forms.set(suggestionId, form);
    }
    return form;
  }
}
