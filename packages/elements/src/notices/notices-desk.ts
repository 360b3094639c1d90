import type { Client } from '@collateral/sdk';
import type { Notice, Notices } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { describeNotice } from '../conversation/describe-notice.js';
import { codeOf } from '../conversation/code-of.js';
import { conversationStyles } from '../conversation/conversation-styles.js';
import { wear } from '../shared/wear.js';
import { LiveRefresh } from '../conversation/live-refresh.js';
import { renderMissing } from '../conversation/render-states.js';
import { renderText } from '../conversation/render-text.js';
import { tellState } from '../conversation/tell-state.js';
import { wordsOf, type Words } from '../conversation/words.js';
import { Writings } from '../conversation/writings.js';
import type { Desk, DeskHost } from '../shared/desk.js';
import type { NoticesPlace } from './notices-place.js';

/** What stands behind `collateral-notices`. */
export class NoticesDesk implements Desk<NoticesPlace> {
  readonly #host: DeskHost;
  readonly #live: LiveRefresh;
  readonly #writings: Writings;
  #client: Client | undefined;
  #usedBy: Client | undefined;
  #place: NoticesPlace | undefined;
  #reply: Notices | undefined;
  #code: string | undefined;
  #isLoading = false;
  #control: AbortController | undefined;
  /** What was answered in this page, in the order of answering. */
  #answered: readonly string[] = [];
  #hasThanked = false;

  constructor(host: DeskHost) {
    this.#host = host;
    wear(host.root, conversationStyles);
    this.#writings = new Writings({
      onChange: host.redraw,
      onLost: ({ noticeId }) => {
        this.#answered = this.#answered.filter((each) => each !== noticeId);
        this.#hasThanked = false;
      },
    });
    this.#live = new LiveRefresh(() => this.refresh(), host.startTimer);
  }

  follow(client: Client | undefined, place: NoticesPlace): void {
    const isGivenNoMore = this.#place?.data !== undefined && !place.data;
    this.#place = place;
    this.#writings.follow(client);
    this.#live.follow(place.data ? undefined : client);
    if (client === this.#client) {
      if (isGivenNoMore) this.refresh();
      return;
    }
    this.#client = client;
    this.#control?.abort();
    this.#isLoading = false;
    this.#reply = this.#code = undefined;
    // Notices of all who asked for one thing have the same id.
    if (client && client !== this.#usedBy) {
      this.#answered = [];
      this.#hasThanked = false;
    }
    this.#usedBy = client ?? this.#usedBy;
    if (client && !place.data) void this.#ask();
  }

  refresh(): void {
    if (!this.#isLoading) void this.#ask();
  }

  render(): TemplateResult {
    const words = wordsOf(this.#host);
    const { data, collateralId = '' } = this.#place ?? {};
    const reply = data ?? this.#reply;
    // Within an item's page it is quiet until there is something to say.
    if (!reply && collateralId) return html``;
    const shown = reply ? this.#visible(reply, collateralId) : [];
    if (reply && shown.length === 0 && collateralId && !this.#hasThanked) return html``;
    return html`
      <div class="base" part="base" aria-busy=${this.#isLoading}>
        ${collateralId ? nothing : html`<h2 data-heading>${words.strings.notices}</h2>`}
        <p class="small" role="status">${this.#hasThanked ? words.strings.thanks : ''}</p>
        ${reply ? this.#renderList(shown, words) : renderMissing(this.#host, this.#code, words, () => this.refresh())}
      </div>
    `;
  }

  drawn(): void {
    // Nothing is focused for anybody.
  }

  #visible({ notices }: Notices, collateralId: string): readonly Notice[] {
    const answered = new Set([
      ...this.#answered,
      ...this.#writings.of('notice-response').map(({ fields }) => fields.noticeId ?? ''),
    ]);
    return notices.filter(
      (notice) => !answered.has(notice.noticeId) && (!collateralId || notice.collateralId === collateralId),
    );
  }

  #renderList(notices: readonly Notice[], words: Words): TemplateResult {
    if (notices.length === 0 && !this.#hasThanked) return html`<p class="missing">${words.strings.noNotices}</p>`;
    return html`
      <div class="list">
        ${repeat(
          notices,
          ({ noticeId }) => noticeId,
          (notice) => this.#renderNotice(notice, words),
        )}
      </div>
    `;
  }

  #renderNotice(notice: Notice, words: Words): TemplateResult {
    const { strings } = words;
    const { collateralId, title, version, answer } = notice;
    const name = title ?? collateralId ?? '';
    const id = `notice-${notice.noticeId}`;
    // The page of an item says its name itself, in a heading above.
    const isNamed = version !== null && !this.#place?.collateralId;
    return html`
      <article class="notice" part="notice" tabindex="-1" data-notice=${notice.noticeId} aria-labelledby=${id}>
        ${isNamed && name ? html`<h3><bdi>${name}</bdi></h3>` : nothing}
        <p class="text" id=${id}>${describeNotice(notice, words)}</p>
        ${answer === null ? nothing : html`<p class="text small" dir="auto">${renderText(strings.answer(answer))}</p>`}
        <div class="actions">
          ${
            collateralId === null
              ? nothing
              : html`<button
                  type="button"
                  part="button"
                  class="primary"
                  @click=${() => this.#host.tell('select', { screen: 'item', collateralId })}
                >
                  ${strings.rateAgain}
                </button>`
          }
          ${
            this.#client
              ? html`
                  <button type="button" part="button" class="chip" @click=${() => this.#answer(notice, 'confirmed')}>${strings.confirm}</button>
                  <button type="button" part="button" class="plain" @click=${() => this.#answer(notice, 'dismissed')}>${strings.dismiss}</button>
                `
              : nothing
          }
        </div>
      </article>
    `;
  }

  #answer({ noticeId, suggestionId }: Notice, answer: 'confirmed' | 'dismissed'): void {
    if (this.#answered.includes(noticeId)) return;
    if (!this.#host.tell('notice', { noticeId, suggestionId, answer })) return;
    this.#answered = [...this.#answered, noticeId];
    this.#hasThanked = answer === 'confirmed';
    const fields = { type: 'notice-response', noticeId, suggestionId } as const;
    void this.#writings.write(fields, (client) => client.answerNotice({ noticeId, suggestionId, answer }));
  }

  async #ask(): Promise<void> {
    const client = this.#client;
    if (!client || this.#place?.data) return;
    const about = this.#place?.collateralId ?? '';
    this.#control?.abort();
    const { signal } = (this.#control = new AbortController());
    const askedAt = this.#writings.clock;
    this.#isLoading = this.#reply === undefined;
    if (this.#isLoading) tellState(this.#host, about, 'loading');
    try {
      const reply = await client.notices({ signal });
      if (signal.aborted) return;
      this.#writings.confirm(askedAt, []);
      this.#reply = reply;
      this.#code = undefined;
      if (this.#isLoading) tellState(this.#host, about, 'loaded');
    } catch (error) {
      if (signal.aborted) return;
      this.#code = codeOf(error);
      tellState(this.#host, about, 'failed', this.#code);
    }
    this.#isLoading = false;
    this.#host.redraw();
  }
}
