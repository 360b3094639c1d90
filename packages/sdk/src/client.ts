import type { Config } from './contract/config.js';
import type { RatingQueryItem, RatingSummary } from './contract/rating-summary.js';
import type { DeliveryStatus } from './delivery/delivery-status.js';
import type { Observation } from './observe/observations.js';
import type { Prompts } from './prompts/prompt.js';
import type { DisputesClient } from './reader/disputes-client.js';
import type { GoverningClient } from './reader/governing-client.js';
import type { InsightsQuery, InsightsReadOptions, InsightsReplies } from './reader/insights-query.js';
import type { ScorecardsQuery, ScorecardsReplies } from './reader/scorecards-query.js';
import type { WatchedPlaces } from './reader/watched-places.js';
import type { ReadOptions, SuggestionsClient } from './reader/suggestions-client.js';
import type { Consent } from './record/consent.js';
import type { Drafts } from './record/drafts.js';
import type { PendingRating } from './record/pending-rating.js';
import type { PendingWriting } from './record/pending-writings.js';
import type {
  CompletionInput,
  ItemReference,
  NoticeAnswer,
  RatingInput,
  ReplyInput,
  SuggestionInput,
  UsageInput,
} from './record/record-input.js';
import type { StoreReceipt } from './record/store-receipt.js';
import type { View } from './record/views.js';
import type { SignalListener, SignalName } from './signals.js';

/** What waits, where, and why. */
export interface ClientStatus extends DeliveryStatus {
  /** `none`: there is no browser here and nothing is recorded. */
  readonly tier: 'indexed-db' | 'memory' | 'none';
}

/**
 * Records what people do with collateral, keeps it on the device until the server has it, and reads ratings back.
 *
 * Signals (`addEventListener`): `delivered`, `rejected`, `dropped`, `stalled`, `drained`, `actor-changed`.
 */
export interface Client extends SuggestionsClient, GoverningClient, DisputesClient {
  /** Asks for ratings at the right moment, and rarely. */
  readonly prompts: Prompts;
  /** Keeps what a person types until it is sent. */
  readonly drafts: Drafts;
  /**
   * Rates an item. Resolves when the rating is on disk (`stored`) or, without IndexedDB, in memory (`memory`).
   *
   * @throws CollateralError `invalid-value`, `invalid-collateral-id`, `unknown-scale`, `invalid-event`, `client-closed`.
   */
  rate(input: RatingInput): Promise<StoreReceipt>;
  /** Takes the caller's rating of an item back. */
  withdrawRating(item: ItemReference): Promise<StoreReceipt>;
  /**
   * Suggests an improvement of an item, or without `collateralId` asks for content that does not exist. Its receipt's id is the
   * `suggestionId`.
   *
   * @example
   * ```ts
   * await client.suggest({ collateralId: 'deck-42', body: 'Add an ROI slide', place: { slide: 7 } });
   * ```
   * @throws CollateralError `invalid-event`, `invalid-collateral-id`, `client-closed`.
   */
  suggest(input: SuggestionInput): Promise<StoreReceipt>;
  /** Takes the caller's suggestion back while it is new. */
  withdrawSuggestion(suggestionId: string): Promise<StoreReceipt>;
  /** Supports a suggestion, or takes that back. However often it is called, a person counts once. */
  vote(suggestionId: string, on: boolean): Promise<StoreReceipt>;
  /** Answers below a suggestion. */
  reply(suggestionId: string, input: ReplyInput): Promise<StoreReceipt>;
  /** Records what a person did with a notice. */
  answerNotice(input: NoticeAnswer): Promise<StoreReceipt>;
  /** Starts a view. Call `end()` when the person leaves the item. */
  view(item: ItemReference): View;
  /**
   * Records views and downloads of elements marked with `data-collateral-id` (and `data-collateral-version`) below a document,
   * a shadow root or an element, also of those that come later. What two observations see on one page counts once.
   *
   * @example
   * ```html
   * <a download data-collateral-id="deck-42" href="deck.pdf">Deck</a>
   * ```
   * @throws CollateralError `invalid-option`, `client-closed`.
   */
  observe(root: Document | DocumentFragment | Element): Observation;
  /** Records something done with an item, or a search. */
  track(event: UsageInput): Promise<StoreReceipt>;
  /** Records that a training module was finished. */
  complete(input: CompletionInput): Promise<StoreReceipt>;
  /**
   * Asks for the ratings of items, answers in the order given. All calls of one task become one request.
   *
   * @throws CollateralError `network-failed`, `not-signed-in`, `unexpected-reply`, `server-failed`.
   */
  ratings(items: readonly (string | RatingQueryItem)[]): Promise<readonly RatingSummary[]>;
  /**
   * Calls back whenever what is suggested about items may have changed, within seconds while the page is visible: by one stream for
   * everything watched on the page, or without one from time to time. Also called when the watch begins, and when the page comes back.
   *
   * @returns what ends it.
   */
  watchSuggestions(places: WatchedPlaces, changed: () => void): () => void;
  /**
   * Asks for the figures of one screen of the insights. Only producers, managers and admins may see them.
   *
   * @example
   * ```ts
   * const { headlines } = await client.insights({ screen: 'overview', period: 'last-30-days' });
   * ```
   * @throws CollateralError `invalid-query`, `invalid-collateral-id`, `not-found`, `forbidden`, `not-signed-in`,
   * `network-failed`, `unexpected-reply`, `server-failed`; an abort rejects with the signal's reason.
   */
  insights<Query extends InsightsQuery>(
    query: Query,
    options?: InsightsReadOptions,
  ): Promise<InsightsReplies[Query['screen']]>;
  /**
   * Asks for one scorecard, for those of all producers or teams the caller may see, or for a page of the items and suggestions
   * behind one number. Only producers, managers and admins may see them.
   *
   * @example
   * ```ts
   * const { measures } = await client.scorecards({ screen: 'scorecard', subject: 'team', id: 'west', period: '2026-Q2' });
   * ```
   * @throws CollateralError `invalid-query`, `not-found`, `forbidden`, `not-signed-in`, `network-failed`, `unexpected-reply`,
   * `server-failed`; an abort rejects with the signal's reason.
   */
  scorecards<Query extends ScorecardsQuery>(
    query: Query,
    options?: ReadOptions,
  ): Promise<ScorecardsReplies[Query['screen']]>;
  /** Returns the newest rating or withdrawal of an item that is still on this device, if there is one. */
  pendingRating(item: ItemReference): Promise<PendingRating | null>;
  /** Returns the caller's suggestions, withdrawals, votes, replies and answers to notices that are still on this device, oldest first. */
  pendingWritings(): Promise<readonly PendingWriting[]>;
  /** Returns what the server wants pages to know; asked once and kept. */
  config(): Promise<Config>;
  /**
   * Says what the person allowed. `denied` removes what waits on this device and ends the request in flight; `unknown` keeps
   * what a person wrote in memory and sends nothing.
   *
   * @throws CollateralError `invalid-option`.
   */
  setConsent(consent: Consent): Promise<void>;
  /** Says who is signed in from now on, by the host's local name; without one, that somebody else is. What waits stays for its owner. */
  setActor(actor?: string): Promise<void>;
  /** Sends what waits, now. Resolves when everything was answered, the try failed, or another tab is already sending. */
  flush(): Promise<void>;
  /** What waits, since when, and why it was not sent; a plain object for a support page or a log. */
  status(): ClientStatus;
  /** Stops timers and listeners. What waits stays on disk for the next page. */
  close(): Promise<void>;
  /** Listens to a signal; `options` as on any EventTarget. */
  addEventListener<Name extends SignalName>(
    name: Name,
    listener: SignalListener<Name>,
    options?: AddEventListenerOptions,
  ): void;
  /** Stops listening to a signal. */
  removeEventListener<Name extends SignalName>(name: Name, listener: SignalListener<Name>): void;
}
