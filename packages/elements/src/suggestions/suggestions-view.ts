import type { Suggestions } from '@collateral/sdk/contract';
import type { Exchange } from '../conversation/exchange.js';
import type { ListLoader } from '../conversation/list-loader.js';
import type { Words } from '../conversation/words.js';
import type { WritingBox } from '../conversation/writing-box.js';
import type { Writing } from '../conversation/writings.js';
import type { DeskHost } from '../shared/desk.js';
import type { Similar } from './similar.js';
import type { SuggestionsPlace } from './suggestions-place.js';

/** What the desk shows and can be told to do. */
export interface SuggestionsBoard {
  readonly exchange: Exchange;
  readonly loader: ListLoader<Suggestions>;
  readonly similar: Similar;
  readonly box: WritingBox;
  /** Sends a suggestion; false keeps the text. */
  suggest(body: string): Promise<boolean>;
  /** Begins a request with the words people searched for. */
  request(query: string): void;
  /** Looks for what is similar. */
  typed(text: string): void;
  /** Shows what is new, and puts the focus where it begins. */
  showNew(): void;
  refresh(): void;
}

/** Everything the element is drawn from. */
export interface SuggestionsView {
  readonly desk: SuggestionsBoard;
  readonly host: DeskHost;
  readonly place: SuggestionsPlace;
  readonly words: Words;
  /** What this person wrote that the list does not have yet. */
  readonly pending: readonly Writing[];
}
