import { collateralScale, type Client, type ItemReference } from '@collateral/sdk';
import type { Notice } from '@collateral/sdk/contract';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { conversationWords } from '../conversation/conversation-words.js';
import { describeNotice } from '../conversation/describe-notice.js';
import { englishNotices } from '../conversation/english-notices.js';
import { ownDirection } from '../conversation/own-direction.js';
import { renderText } from '../conversation/render-text.js';
import type { SpokenStrings } from '../shared/strings-for.js';
import { CollateralNoticeEvent } from '../shared/suggestion-events.js';
import { wear } from '../shared/wear.js';
import { noticeStyles } from './notice-styles.js';
import { askNotices, forgetNotices } from './page-notices.js';

/** Where a notice is shown. */
export interface NoticeHost extends ReactiveControllerHost, EventTarget {
  /** The page wants notices here. */
  readonly notices: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
  focus(): void;
}

/** Whose notices about what. */
interface Asking {
  readonly client?: Client | undefined;
  readonly item?: ItemReference | undefined;
  readonly person?: number;
}

/** Tells beside a rating what was done about what the person asked for. It is loaded where a page wants notices. */
export class NoticeOffer {
  readonly #host: NoticeHost;
  readonly #answered = new Set<string>();
  #key: readonly unknown[] = [];
  #notices: readonly Notice[] = [];
  #hasThanked = false;
  #signals = new AbortController();

  constructor(host: NoticeHost) {
    this.#host = host;
    wear(host.renderRoot, [noticeStyles]);
  }

  readonly #redraw = (): void => this.#host.requestUpdate();

  /** Asks about an item for a person; without a client or an item it shows nothing. */
  follow({ client, item, person = 0 }: Asking): void {
    const collateralId = item?.collateralId;
    const key = [client, collateralId, person];
    if (key.every((each, place) => each === this.#key[place])) return;
    this.#key = key;
    this.#signals.abort();
    this.#signals = new AbortController();
    this.#notices = [];
    this.#hasThanked = false;
    if (!client || collateralId === undefined) return;
    const { signal } = this.#signals;
    const ask = (): void => void this.#ask(client, collateralId, person, signal);
    // A rating of the new version answers the notice.
    const onDelivered = ({ detail }: { readonly detail: { readonly collateralIds: readonly string[] } }): void => {
      if (!detail.collateralIds.includes(collateralId)) return;
      forgetNotices(client);
      ask();
    };
    client.addEventListener('delivered', onDelivered, { signal });
    ask();
  }

  /** Draws the newest one. */
  render(language: string, given: SpokenStrings, canRate: boolean): TemplateResult {
    const strings = { ...englishNotices, ...conversationWords(language, this.#redraw), ...given };
    const [notice] = this.#notices.filter(({ noticeId }) => !this.#answered.has(noticeId));
    const thanks = this.#hasThanked ? strings.thanks : nothing;
    // The place is there before the news is, so that the news is spoken.
    return html`<div class="news" part="notice" role="status">${notice ? this.#renderNotice(notice, strings, canRate) : thanks}</div>`;
  }

  #renderNotice(notice: Notice, strings: SpokenStrings & typeof englishNotices, canRate: boolean): TemplateResult {
    const reasonLabel = (id: string): string =>
      strings.reasons?.[id] ?? collateralScale.reasons.find((reason) => reason.id === id)?.label ?? id;
    const own = (text: string): string => ownDirection(text, strings.thanks);
    const button = (label: string, onClick: () => void): TemplateResult =>
      html`<button type="button" part="button" @click=${onClick}>${label}</button>`;
    return html`<p>${describeNotice(notice, { strings, reasonLabel, own })}</p>
      ${notice.answer === null ? nothing : html`<p dir="auto">${renderText(strings.answer(notice.answer))}</p>`}
      <div class="actions">
        ${canRate ? button(strings.rateAgain, () => this.#host.focus()) : nothing}
        ${button(strings.confirm, () => this.#answer(notice, 'confirmed'))}
        ${button(strings.dismiss, () => this.#answer(notice, 'dismissed'))}
      </div>`;
  }

  #answer({ noticeId, suggestionId }: Notice, answer: 'confirmed' | 'dismissed'): void {
    const [client] = this.#key as [Client | undefined];
    const event = new CollateralNoticeEvent({ noticeId, suggestionId, answer });
    if (!client || !this.#host.dispatchEvent(event)) return;
    this.#answered.add(noticeId);
    this.#hasThanked = answer === 'confirmed';
    forgetNotices(client);
    // The button that had the focus goes with the notice, so the focus goes to the points.
    this.#host.focus();
    this.#redraw();
    client.answerNotice({ noticeId, suggestionId, answer }).catch(() => {
      // The device could not keep the answer: the notice is there again.
      this.#answered.delete(noticeId);
      this.#hasThanked = false;
      this.#redraw();
    });
  }

  async #ask(client: Client, collateralId: string, person: number, signal: AbortSignal): Promise<void> {
    try {
      const { notices } = await askNotices(client, person);
      if (signal.aborted) return;
      this.#notices = notices.filter((notice) => notice.collateralId === collateralId);
      this.#redraw();
    } catch {
      // It is news, not what the page is for: it comes with the next question.
    }
  }
}
