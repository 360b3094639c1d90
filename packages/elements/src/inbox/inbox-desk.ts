import type { Client } from '@collateral/sdk';
import type { Inbox } from '@collateral/sdk/contract';
import type { TemplateResult } from 'lit';
import { codeOf } from '../conversation/code-of.js';
import { conversationStyles, wear } from '../conversation/conversation-styles.js';
import { Exchange } from '../conversation/exchange.js';
import { LiveRefresh } from '../conversation/live-refresh.js';
import { ShownList } from '../conversation/shown-list.js';
import { wordsOf } from '../conversation/words.js';
import type { Desk, DeskHost } from '../shared/desk.js';
import { CollateralStatusEvent, type LoadState } from '../shared/events.js';
import type { InboxPlace } from './inbox-place.js';
import type { InboxBoard } from './inbox-view.js';
import { renderInbox } from './render-inbox.js';

/** What stands behind `collateral-inbox`. */
export class InboxDesk implements Desk<InboxPlace>, InboxBoard {
  readonly exchange: Exchange;
  readonly list: ShownList = new ShownList();
  readonly #host: DeskHost;
  readonly #live: LiveRefresh;
  #client: Client | undefined;
  #place: InboxPlace | undefined;
  #asked = '';
  #data: Inbox | undefined;
  #reply: Inbox | undefined;
  #code: string | undefined;
  #isLoading = false;
  #control: AbortController | undefined;

  constructor(host: DeskHost) {
    this.#host = host;
    wear(host.root, conversationStyles);
    this.exchange = new Exchange(host, {
      onChanged: (suggestion) => {
        this.list.put(suggestion);
        // The numbers above the list follow.
        void this.#ask('again');
      },
      onLost: () => undefined,
    });
    this.#live = new LiveRefresh(() => this.refresh(), host.startTimer);
  }

  get reply(): Inbox | undefined {
    return this.#reply;
  }

  get code(): string | undefined {
    return this.#code;
  }

  get isLoading(): boolean {
    return this.#isLoading;
  }

  follow(client: Client | undefined, place: InboxPlace): void {
    this.#place = place;
    this.exchange.follow(client, false);
    this.#live.follow(place.data ? undefined : client);
    const asked = `${place.part} ${place.assignee}`;
    if (client === this.#client && asked === this.#asked && place.data === this.#data) return;
    if (client !== this.#client) this.#reply = undefined;
    this.list.clear();
    this.#client = client;
    this.#asked = asked;
    this.#data = place.data;
    if (place.data) {
      this.#reply = place.data;
      this.list.replace(place.data.suggestions);
    } else if (client) void this.#ask('anew');
  }

  refresh(): void {
    if (!this.#isLoading) void this.#ask(this.#reply ? 'again' : 'anew');
  }

  more(): void {
    if (!this.#isLoading) void this.#ask('more');
  }

  showNew(): void {
    this.list.showNew();
    this.exchange.focusOn('.list article');
  }

  render(): TemplateResult {
    const place = this.#place;
    // An element is told where it is before it draws.
    if (!place) throw new Error('A desk is drawn before it knows where it is.');
    return renderInbox({ desk: this, host: this.#host, place, words: wordsOf(this.#host) });
  }

  drawn(): void {
    this.exchange.drawn();
  }

  async #ask(how: 'anew' | 'again' | 'more'): Promise<void> {
    const [client, place] = [this.#client, this.#place];
    if (!client || !place || place.data) return;
    this.#control?.abort();
    const { signal } = (this.#control = new AbortController());
    const { writings, threads } = this.exchange;
    const askedAt = writings.clock;
    this.#isLoading = how !== 'again';
    if (this.#isLoading) this.#tell('loading');
    this.#host.redraw();
    try {
      const cursor = how === 'more' ? this.#reply?.nextCursor : undefined;
      const query = {
        ...(place.part !== 'open' && { state: place.part }),
        ...(place.assignee && { assignee: place.assignee }),
        ...(cursor !== undefined && { cursor }),
        ...(how === 'again' && { limit: Math.min(100, Math.max(50, this.list.shown.length)) }),
      };
      const [reply] = await Promise.all([
        client.inbox(query, { signal }),
        how === 'again' ? threads.refresh() : undefined,
      ]);
      if (signal.aborted) return;
      if (how === 'anew') this.list.replace(reply.suggestions);
      else if (how === 'more') this.list.append(reply.suggestions);
      else this.list.update(reply.suggestions, () => false);
      writings.confirm(askedAt, []);
      this.#reply = reply;
      this.#code = undefined;
      if (this.#isLoading) this.#tell('loaded');
    } catch (error) {
      if (signal.aborted) return;
      this.#code = codeOf(error);
      this.#tell('failed', this.#code);
    }
    this.#isLoading = false;
    this.#host.redraw();
  }

  #tell(state: LoadState, code?: string): void {
    const { strings } = wordsOf(this.#host);
    const message = state === 'failed' ? (strings.failures[code ?? ''] ?? strings.failedList) : '';
    this.#host.tell(new CollateralStatusEvent({ collateralId: '', state, id: undefined, code, message }));
  }
}
