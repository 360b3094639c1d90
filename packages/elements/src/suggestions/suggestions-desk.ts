import type { Client } from '@collateral/sdk';
import type { Suggestion, Suggestions } from '@collateral/sdk/contract';
import type { TemplateResult } from 'lit';
import { conversationStyles } from '../conversation/conversation-styles.js';
import { wear } from '../shared/wear.js';
import { Exchange } from '../conversation/exchange.js';
import { ListLoader } from '../conversation/list-loader.js';
import { LiveRefresh } from '../conversation/live-refresh.js';
import { wordsOf } from '../conversation/words.js';
import { WritingBox } from '../conversation/writing-box.js';
import type { Writing } from '../conversation/writings.js';
import type { Desk, DeskHost } from '../shared/desk.js';
import { renderSuggestions } from './render-suggestions.js';
import { Similar } from './similar.js';
import type { SuggestionsPlace } from './suggestions-place.js';
import { suggestionsQuestion } from './suggestions-question.js';
import type { SuggestionsBoard } from './suggestions-view.js';

/** What stands behind `collateral-suggestions`. */
export class SuggestionsDesk implements Desk<SuggestionsPlace>, SuggestionsBoard {
  readonly exchange: Exchange;
  readonly loader: ListLoader<Suggestions>;
  readonly similar: Similar;
  readonly box: WritingBox;
  readonly #host: DeskHost;
  readonly #live: LiveRefresh;
  #place: SuggestionsPlace | undefined;

  constructor(host: DeskHost) {
    this.#host = host;
    wear(host.root, conversationStyles);
    this.exchange = new Exchange(host, {
      onChanged: (suggestion) => this.#put(suggestion),
      onLost: ({ type, body = '' }, code) => {
        if (type !== 'suggestion') return;
        if (code === 'not-stored') this.box.fail();
        else this.box.giveBack(body);
      },
    });
    this.loader = new ListLoader(this.exchange, 20);
    this.similar = new Similar(host.redraw, host.startTimer);
    this.box = new WritingBox(host);
    this.#live = new LiveRefresh(() => this.refresh(), host.startTimer);
  }

  follow(client: Client | undefined, place: SuggestionsPlace): void {
    this.#place = place;
    this.exchange.follow(client, place.isReadonly);
    this.similar.follow(client, place.collateralId);
    this.box.open(client, `suggestion ${place.collateralId}`);
    this.loader.follow(client, suggestionsQuestion(place));
    const { collateralId } = place;
    const watched = collateralId === '' ? { requests: true } : { collateralIds: [collateralId] };
    this.#live.follow(place.data ? undefined : client, watched);
  }

  refresh(): void {
    this.loader.refresh();
    this.similar.refresh();
  }

  render(): TemplateResult {
    const place = this.#place;
    // An element is told where it is before it draws.
    if (!place) throw new Error('A desk is drawn before it knows where it is.');
    return renderSuggestions({
      desk: this,
      host: this.#host,
      place,
      words: wordsOf(this.#host),
      pending: this.#pending,
    });
  }

  drawn(): void {
    this.exchange.drawn();
  }

  async suggest(body: string): Promise<boolean> {
    const { collateralId = '', version = '', about: place } = this.#place ?? {};
    if (!this.#host.tell('suggest', { collateralId, body, place })) return false;
    const about =
      collateralId === '' ? {} : { collateralId, ...(version !== '' && { version }), ...(place && { place }) };
    const fields = { type: 'suggestion', ...about, body, occurredAt: new Date().toISOString() } as const;
    const id = await this.exchange.writings.write(fields, (client) => client.suggest({ ...about, body }));
    if (id === undefined) return false;
    this.similar.forget();
    this.exchange.focusOn(`[data-id="${id}"]`);
    return true;
  }

  request(query: string): void {
    this.box.write(query);
    this.exchange.focusOn('#suggest');
  }

  typed(text: string): void {
    const { client } = this.exchange;
    const { collateralId = '' } = this.#place ?? {};
    if (client) this.similar.look(client, collateralId || undefined, text);
  }

  showNew(): void {
    this.loader.list.showNew();
    this.exchange.focusOn('.list article');
  }

  /** What this person wrote about this item that the list does not have yet, newest first. */
  get #pending(): readonly Writing[] {
    const shown = new Set(this.loader.list.shown.map(({ suggestionId }) => suggestionId));
    const { collateralId = '' } = this.#place ?? {};
    return this.exchange.writings
      .of('suggestion')
      .filter(({ id, fields }) => (fields.collateralId ?? '') === collateralId && !shown.has(id))
      .reverse();
  }

  #put(suggestion: Suggestion): void {
    this.loader.list.put(suggestion);
    this.similar.put(suggestion);
    this.#host.redraw();
  }
}
