import type { Inbox } from '@collateral/sdk/contract';
import type { Exchange } from '../conversation/exchange.js';
import type { ListLoader } from '../conversation/list-loader.js';
import type { Words } from '../conversation/words.js';
import type { DeskHost } from '../shared/desk.js';
import type { InboxPlace } from './inbox-place.js';

/** What the desk shows and can be told to do. */
export interface InboxBoard {
  readonly exchange: Exchange;
  readonly loader: ListLoader<Inbox>;
  refresh(): void;
  /** Shows what is new, and puts the focus where it begins. */
  showNew(): void;
}

/** Everything the element is drawn from. */
export interface InboxView {
  readonly desk: InboxBoard;
  readonly host: DeskHost;
  readonly place: InboxPlace;
  readonly words: Words;
}
