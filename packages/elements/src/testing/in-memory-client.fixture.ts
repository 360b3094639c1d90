// A Client that keeps everything in memory and does what a test tells it. It holds no tests of its own; it is named as
// one so that it is built with them and never published.
import { CollateralError, collateralScale } from '@collateral/sdk';
import type { Dispute, DisputeCommand, Disputes, SettleCommand } from '@collateral/sdk/contract';
import type {
  Client,
  WatchedPlaces,
  Config,
  InsightsQuery,
  InsightsReadOptions,
  InsightsReplies,
  InsightsScreen,
  ItemReference,
  PendingRating,
  Prompt,
  RatingInput,
  RatingSummary,
  ReadOptions,
  ScorecardsQuery,
  ScorecardsReplies,
  SignalListener,
  SignalName,
  Signals,
  StoreReceipt,
} from '@collateral/sdk';
import { InMemoryGoverning } from './in-memory-governing.fixture.js';

export class InMemoryClient extends InMemoryGoverning implements Client {
  /** What the element asked for, in order. */
  readonly rated: RatingInput[] = [];
  readonly withdrawn: ItemReference[] = [];
  readonly asked: string[] = [];
  readonly questions: InsightsQuery[] = [];
  isClosed = false;
  /** Who watches for a request to rate, by item. */
  readonly watched = new Map<string, (prompt: Prompt) => void>();
  /** Requests that were dismissed, by item. */
  readonly dismissed: string[] = [];
  /** Ratings up to this are low. */
  lowRating = 2;

  /** What `ratings` answers, by item; an Error is thrown. */
  readonly summaries = new Map<string, RatingSummary | Error>();
  /** What `insights` answers; an Error is thrown. */
  answerQuestion: (query: InsightsQuery) => InsightsReplies[InsightsScreen] | Error = () =>
    new CollateralError('not-found', 'The test gave no figures.');
  /** What was asked about scorecards, in order. */
  readonly scorecardQuestions: ScorecardsQuery[] = [];
  /** What `scorecards` answers; an Error is thrown. */
  answerScorecards: (query: ScorecardsQuery) => ScorecardsReplies[ScorecardsQuery['screen']] | Error = () =>
    new CollateralError('not-found', 'The test gave no scorecard.');
  /** What `pendingRating` answers, by item. */
  readonly pending = new Map<string, PendingRating>();
  /** How the next receipts come out; an Error is thrown. */
  receipt: StoreReceipt['state'] | Error = 'stored';
  /** Receipts and answers wait for this. */
  gate: Promise<void> = Promise.resolve();
  /** What the device keeps is told after this; undefined at once. */
  deviceGate: Promise<void> | undefined;

  readonly prompts: Client['prompts'] = {
    watch: ({ collateralId }, ask) => {
      this.watched.set(collateralId, ask);
      return () => this.watched.delete(collateralId);
    },
  };

  readonly #signals = new EventTarget();
  #lastId = 0;

  async rate(input: RatingInput): Promise<StoreReceipt> {
    this.rated.push(input);
    return this.#store(input.collateralId, input.value);
  }

  async withdrawRating(item: ItemReference): Promise<StoreReceipt> {
    this.withdrawn.push(item);
    return this.#store(item.collateralId, null);
  }

  async ratings(items: readonly (string | ItemReference)[]): Promise<readonly RatingSummary[]> {
    const ids = items.map((item) => (typeof item === 'string' ? item : item.collateralId));
    this.asked.push(...ids);
    await this.gate;
    return ids.map((id) => {
      const summary = this.summaries.get(id) ?? summaryOf(id);
      if (summary instanceof Error) throw summary;
      return summary;
    });
  }

  async insights<Query extends InsightsQuery>(
    query: Query,
    { signal }: InsightsReadOptions = {},
  ): Promise<InsightsReplies[Query['screen']]> {
    this.questions.push(query);
    await this.gate;
    signal?.throwIfAborted();
    const answer = this.answerQuestion(query);
    if (answer instanceof Error) throw answer;
    return answer as InsightsReplies[Query['screen']];
  }

  async scorecards<Query extends ScorecardsQuery>(
    query: Query,
    { signal }: ReadOptions = {},
  ): Promise<ScorecardsReplies[Query['screen']]> {
    this.scorecardQuestions.push(query);
    await this.gate;
    signal?.throwIfAborted();
    const answer = this.answerScorecards(query);
    if (answer instanceof Error) throw answer;
    return answer as ScorecardsReplies[Query['screen']];
  }

  /** What `disputes` answers. */
  disputesReply: Disputes = { disputes: [] };
  /** Disputes that were opened and settled, in order. */
  readonly disputed: (DisputeCommand | (SettleCommand & { readonly ratingId: string }))[] = [];
  /** What opening and settling answer; an Error is thrown. */
  answerDispute: (command: DisputeCommand | (SettleCommand & { readonly ratingId: string })) => Dispute | Error = () =>
    new CollateralError('not-found', 'The test gave no dispute.');

  async disputes({ signal }: ReadOptions = {}): Promise<Disputes> {
    await this.gate;
    signal?.throwIfAborted();
    if (this.readFailure) throw this.readFailure;
    return this.disputesReply;
  }

  dispute(command: DisputeCommand): Promise<Dispute> {
    return this.#takeDispute(command);
  }

  settleDispute(ratingId: string, command: SettleCommand): Promise<Dispute> {
    return this.#takeDispute({ ratingId, ...command });
  }

  async #takeDispute(command: Parameters<InMemoryClient['answerDispute']>[0]): Promise<Dispute> {
    this.disputed.push(command);
    await this.gate;
    const answer = this.answerDispute(command);
    if (answer instanceof Error) throw answer;
    return answer;
  }

  /** Those who want to know when what is suggested changes. */
  readonly watching = new Map<() => void, WatchedPlaces>();

  watchSuggestions(places: WatchedPlaces, changed: () => void): () => void {
    this.watching.set(changed, places);
    return () => this.watching.delete(changed);
  }

  /** Lets the server say that something changed. */
  news(): void {
    for (const changed of this.watching.keys()) changed();
  }

  async pendingRating(item: ItemReference): Promise<PendingRating | null> {
    if (this.deviceGate) await this.deviceGate;
    return this.pending.get(item.collateralId) ?? null;
  }

  /** Lets the server answer for everything that waits, as the client would signal it. */
  deliver(): void {
    for (const [id, { id: eventId, value, occurredAt }] of this.pending) {
      const { mine: _, ...summary } = this.#summary(id);
      this.summaries.set(
        id,
        value === null ? summary : { ...summary, mine: { id: eventId, value, ratedAt: occurredAt } },
      );
    }
    const ids = [...[...this.pending.values()].map(({ id }) => id), ...this.takeWritings()];
    const collateralIds = [...this.pending.keys()];
    this.pending.clear();
    this.signal('delivered', { ids, collateralIds });
  }

  /** Has an item's request to rate shown. */
  prompt(collateralId: string): void {
    this.watched.get(collateralId)!({
      promptId: 'prompt-1',
      collateralId,
      dismiss: () => this.dismissed.push(collateralId),
    });
  }

  /** Lets the server refuse what waits for an item. */
  reject(collateralId: string, code: Signals['rejected']['code']): void {
    const id = this.pending.get(collateralId)!.id;
    this.pending.delete(collateralId);
    this.signal('rejected', { id, code, message: 'Refused by the test.' });
  }

  signal<Name extends SignalName>(name: Name, detail: Signals[Name]): void {
    this.#signals.dispatchEvent(new CustomEvent(name, { detail }));
  }

  addEventListener<Name extends SignalName>(
    name: Name,
    listener: SignalListener<Name>,
    options?: AddEventListenerOptions,
  ): void {
    this.#signals.addEventListener(name, listener as EventListener, options);
  }

  removeEventListener<Name extends SignalName>(name: Name, listener: SignalListener<Name>): void {
    this.#signals.removeEventListener(name, listener as EventListener);
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }

  async setConsent(): Promise<void> {
    // Nothing is kept.
  }

  /** Somebody else signs in: what waits is not theirs. */
  async setActor(): Promise<void> {
    this.pending.clear();
    this.writings.splice(0);
    this.keptDrafts.clear();
    this.signal('actor-changed', {});
  }

  async flush(): Promise<void> {
    this.deliver();
  }

  view(): never {
    throw new CollateralError('client-closed', 'A rating never starts a view.');
  }

  observe(): never {
    throw new CollateralError('client-closed', 'A rating never observes a page.');
  }

  async track(): Promise<never> {
    throw new CollateralError('client-closed', 'A rating never tracks usage.');
  }

  async complete(): Promise<never> {
    throw new CollateralError('client-closed', 'A rating never completes a module.');
  }

  async config(): Promise<Config> {
    return {
      protocol: 1,
      scale: collateralScale,
      lowRating: this.lowRating,
      minimumGroup: 5,
      prompts: { perDay: 1, restDays: 30 },
      actorTag: 'tag',
      may: { rate: true, editItems: false, seeInsights: false },
    };
  }

  status(): never {
    throw new CollateralError('client-closed', 'A rating follows signals, not the status.');
  }

  async #store(collateralId: string, value: number | null): Promise<StoreReceipt> {
    await this.gate;
    if (this.receipt instanceof Error) throw this.receipt;
    const id = `event-${(this.#lastId += 1)}`;
    this.pending.set(collateralId, { id, value, occurredAt: '2026-01-05T09:00:00.000Z' });
    return { id, state: this.receipt };
  }

  #summary(id: string): RatingSummary {
    const summary = this.summaries.get(id);
    return summary && !(summary instanceof Error) ? summary : summaryOf(id);
  }
}

/** A summary of an item, with no ratings unless told otherwise. */
export function summaryOf(collateralId: string, fields: Partial<RatingSummary> = {}): RatingSummary {
  const metric = {
    value: null,
    n: 0,
    interval: null,
    window: null,
    excluded: [],
    method: 'rating-mean',
    state: 'none',
  } as const;
  return { collateralId, version: 'v1', metric, distribution: null, own: false, ...fields };
}

/** The metric of product.md R7: 3.9 (3.4 to 4.4) from 14 ratings. */
export const fourteenRatings: RatingSummary['metric'] = {
  value: 3.9,
  n: 14,
  interval: [3.4, 4.4],
  window: null,
  excluded: [],
  method: 'rating-mean',
  state: 'ok',
};
