import type { Client, WatchedPlaces } from '@collateral/sdk';
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
    this.#live = new LiveRefresh(() => this.refresh(), host.startTimer);
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
    this.#live.follow(data ? undefined : client, this.#inSight);
  }

  /** What is in sight: votes and replies change what is shown, but not how much waits. */
  get #inSight(): WatchedPlaces {
    const places = new Set(this.loader.list.shown.map(({ collateralId }) => collateralId));
    const collateralIds = [...places].filter((id) => id !== null).sort();
    return { collateralIds, inbox: true, ...(places.has(null) && { requests: true }) };
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
