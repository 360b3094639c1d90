import type { Client } from '@collateral/sdk';
import type { Inbox } from '@collateral/sdk/contract';
import type { TemplateResult } from 'lit';
import { conversationStyles } from '../conversation/conversation-styles.js';
import { wear } from '../shared/wear.js';
import { Exchange } from '../conversation/exchange.js';
import { ListLoader } from '../conversation/list-loader.js';
import { LiveRefresh } from '../conversation/live-refresh.js';
import { wordsOf } from '../conversation/words.js';
import type { Desk, DeskHost } from '../shared/desk.js';
import type { InboxPlace } from './inbox-place.js';
import type { InboxBoard } from './inbox-view.js';
import { renderInbox } from './render-inbox.js';

/** How soon a suggestion about an item that has nothing in sight appears. An unchanged answer costs no body. */
const unwatchedEveryMs = 30_000;

/** What stands behind `collateral-inbox`. */
export class InboxDesk implements Desk<InboxPlace>, InboxBoard {
  readonly exchange: Exchange;
  readonly loader: ListLoader<Inbox>;
  readonly #host: DeskHost;
  readonly #live: LiveRefresh;
  #place: InboxPlace | undefined;

  constructor(host: DeskHost) {
    this.#host = host;
    wear(host.root, conversationStyles);
    this.exchange = new Exchange(host, {
      onChanged: (suggestion) => {
        this.loader.list.put(suggestion);
        // The numbers above the list follow.
        this.refresh();
      },
      onLost: () => undefined,
    });
    this.loader = new ListLoader(this.exchange, 50);
    this.#live = new LiveRefresh(() => this.refresh(), host.startTimer, unwatchedEveryMs);
  }

  follow(client: Client | undefined, place: InboxPlace): void {
    const { part, assignee, data } = place;
    const query = { ...(part !== 'open' && { state: part }), ...(assignee && { assignee }) };
    this.#place = place;
    this.exchange.follow(client, false);
    this.loader.follow(client, {
      about: assignee,
      collateralId: '',
      order: JSON.stringify(query),
      data,
      arrange: (given) => given.suggestions,
      ask: (asked, page, options) => asked.inbox({ ...query, ...page }, options),
    });
    this.#live.follow(data ? undefined : client, { collateralIds: this.#items, requests: true });
  }

  /** The items in sight. What others suggest about one that has nothing waiting is found when the inbox is asked for by itself. */
  get #items(): readonly string[] {
    const ids = this.loader.list.shown.flatMap(({ collateralId }) => collateralId ?? []);
    return [...new Set(ids)].sort();
  }

  refresh(): void {
    this.loader.refresh();
  }

  showNew(): void {
    this.loader.list.showNew();
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
}
