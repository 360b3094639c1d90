import type { Client } from '@collateral/sdk';
import type { SuggestionSort, Suggestions, SuggestionsQuery } from '@collateral/sdk/contract';
import { codeOf } from '../conversation/code-of.js';
import type { Exchange } from '../conversation/exchange.js';
import { ShownList } from '../conversation/shown-list.js';
import { arrange } from './arrange.js';
import { sortChoices, statusChoices, type SuggestionsPlace } from './suggestions-place.js';

/** The most a server gives at once. */
const longestPage = 100;

/** Asks for the list and keeps what is shown of it. */
export class SuggestionsLoader {
  readonly list: ShownList = new ShownList();
  readonly #exchange: Exchange;
  readonly #onState: (state: 'loading' | 'loaded' | 'failed', code?: string) => void;
  #client: Client | undefined;
  #asked = '';
  #about: string | undefined;
  #data: Suggestions | undefined;
  #reply: Suggestions | undefined;
  #code: string | undefined;
  #isLoading = false;
  #control: AbortController | undefined;

  constructor(exchange: Exchange, onState: (state: 'loading' | 'loaded' | 'failed', code?: string) => void) {
    this.#exchange = exchange;
    this.#onState = onState;
  }

  /** What the last answer said beside its list. */
  get reply(): Suggestions | undefined {
    return this.#reply;
  }

  /** Why the last question was not answered. */
  get code(): string | undefined {
    return this.#code;
  }

  get isLoading(): boolean {
    return this.#isLoading;
  }

  /** Asks if the client or the place is new. */
  follow(client: Client | undefined, place: SuggestionsPlace): void {
    const { data, collateralId, status, sort } = place;
    const asked = JSON.stringify([collateralId, status, sort]);
    if (client === this.#client && asked === this.#asked && data === this.#data) return;
    const isElsewhere = client !== this.#client || this.#about !== collateralId;
    if (isElsewhere || data) this.#reply = this.#code = undefined;
    if (isElsewhere) this.list.clear();
    this.#client = client;
    this.#asked = asked;
    this.#about = collateralId;
    this.#data = data;
    if (data) {
      this.#reply = data;
      this.list.replace(arrange(data.suggestions, place));
    } else if (client) void this.#ask(client, place, 'anew');
  }

  /** Asks again and moves nothing. */
  refresh(place: SuggestionsPlace): void {
    if (this.#client && !this.#data && !this.#isLoading)
      void this.#ask(this.#client, place, this.#reply ? 'again' : 'anew');
  }

  /** Asks for the next page. */
  more(place: SuggestionsPlace): void {
    if (this.#client && !this.#isLoading) void this.#ask(this.#client, place, 'more');
  }

  async #ask(client: Client, place: SuggestionsPlace, how: 'anew' | 'again' | 'more'): Promise<void> {
    this.#control?.abort();
    const { signal } = (this.#control = new AbortController());
    const { writings, threads, host } = this.#exchange;
    const askedAt = writings.clock;
    this.#isLoading = how !== 'again';
    if (this.#isLoading) this.#onState('loading');
    host.redraw();
    try {
      const [reply] = await Promise.all([
        client.suggestions(this.#query(place, how), { signal }),
        how === 'again' ? threads.refresh() : undefined,
      ]);
      if (signal.aborted) return;
      const mine = writings.of('suggestion').map(({ id }) => id);
      if (how === 'anew') this.list.replace(reply.suggestions);
      else if (how === 'more') this.list.append(reply.suggestions);
      else this.list.update(reply.suggestions, ({ suggestionId }) => mine.includes(suggestionId));
      writings.confirm(askedAt, this.list.shown);
      this.#reply = reply;
      this.#code = undefined;
      if (this.#isLoading) this.#onState('loaded');
    } catch (error) {
      if (signal.aborted) return;
      this.#code = codeOf(error);
      this.#onState('failed', this.#code);
    }
    this.#isLoading = false;
    host.redraw();
  }

  #query({ collateralId, status, sort }: SuggestionsPlace, how: 'anew' | 'again' | 'more'): SuggestionsQuery {
    const cursor = how === 'more' ? this.#reply?.nextCursor : undefined;
    const known = ['closed', ...statusChoices].find((each) => each === status);
    return {
      ...(collateralId !== '' && { collateralId }),
      ...(known && { status: known as NonNullable<SuggestionsQuery['status']> }),
      sort: sortChoices.find((each): each is SuggestionSort => each === sort) ?? 'supporters',
      ...(cursor !== undefined && { cursor }),
      ...(how === 'again' && { limit: Math.min(longestPage, Math.max(20, this.list.shown.length)) }),
    };
  }
}
