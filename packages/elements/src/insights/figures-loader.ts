import {
  isCollateralError,
  type Client,
  type InsightsQuery,
  type InsightsReplies,
  type InsightsScreen,
} from '@collateral/sdk';
import type { InsightsChoices, InsightsItems } from '@collateral/sdk/contract';
import type { Trouble } from './insights-view.js';

/** What is told while figures are loaded. */
export interface LoaderListener {
  readonly onChange: () => void;
  readonly onState: (state: 'loading' | 'loaded' | 'failed', code?: string) => void;
}

/**
 * Asks a client for figures and keeps the last answer of each screen, so that nothing flickers while the next is on its way.
 *
 * Must:
 * 1. show an answer only to the question it belongs to: a newer question ends the older request, and when the newer one can't be
 *    answered, the figures of the older one go;
 * 2. keep what is shown when asking the same again fails, and say so;
 * 3. find a page of a list by walking its cursors, which are all a server hands out.
 */
export class FiguresLoader {
  readonly #listener: LoaderListener;
  #replies: Partial<InsightsReplies> = {};
  /** The question each of them answers. */
  readonly #answered = new Map<InsightsScreen, string>();
  #itemShown = '';
  #asked = '';
  #control: AbortController | undefined;
  #trouble: Trouble | undefined;
  #isLoading = false;
  #choices: InsightsChoices | undefined;
  #client: Client | undefined;
  #hasAskedForChoices = false;
  readonly #cursors = new Map<string, (string | undefined)[]>();

  constructor(listener: LoaderListener) {
    this.#listener = listener;
  }

  /** The last answer of each screen. */
  get replies(): Partial<InsightsReplies> {
    return this.#replies;
  }

  get isLoading(): boolean {
    return this.#isLoading;
  }

  /** Why the last question was not answered. */
  get trouble(): Trouble | undefined {
    return this.#trouble;
  }

  /** What can be filtered by, once an overview has told. */
  get choices(): InsightsChoices | undefined {
    return this.#choices;
  }

  /** Asks unless this very question was asked last; `again` asks in any case. */
  ask(client: Client, query: InsightsQuery, page: number, again = false): void {
    const question = JSON.stringify([query, page]);
    if (question === this.#asked && !again) return;
    this.#asked = question;
    this.#client = client;
    void this.#load(client, query, page);
  }

  /** Forgets everything and ends what is on its way. */
  forget(): void {
    this.#control?.abort();
    this.#client = undefined;
    this.#replies = {};
    this.#answered.clear();
    this.#cursors.clear();
    this.#asked = '';
    this.#trouble = this.#choices = undefined;
    this.#isLoading = this.#hasAskedForChoices = false;
  }

  async #load(client: Client, query: InsightsQuery, page: number): Promise<void> {
    this.#control?.abort();
    const { signal } = (this.#control = new AbortController());
    const question = this.#asked;
    if (query.screen === 'item' && query.collateralId !== this.#itemShown) this.#drop('item');
    this.#isLoading = true;
    this.#listener.onState('loading');
    try {
      const reply = await (query.screen === 'items'
        ? this.#walk(client, query, page, signal)
        : client.insights(query, { signal }));
      // Also when it came although it was ended: it may be another person's.
      if (signal.aborted) return;
      this.#settle(undefined);
      this.#answered.set(query.screen, question);
      if (query.screen === 'item') this.#itemShown = query.collateralId;
      this.#replies = { ...this.#replies, [query.screen]: reply };
      if (query.screen === 'overview') this.#choices = this.#replies.overview?.choices;
      else this.#askForChoices(client, query);
      this.#listener.onState('loaded');
    } catch (error) {
      if (signal.aborted) return;
      if (this.#answered.get(query.screen) !== question) this.#drop(query.screen);
      const code = isCollateralError(error) ? error.code : 'server-failed';
      this.#settle({ code });
      this.#listener.onState('failed', code);
    }
    this.#listener.onChange();
  }

  #drop(screen: InsightsScreen): void {
    const { [screen]: _, ...others } = this.#replies;
    this.#replies = others;
  }

  #settle(trouble: Trouble | undefined): void {
    this.#isLoading = false;
    this.#trouble = trouble;
  }

  async #walk(
    client: Client,
    query: InsightsQuery & { screen: 'items' },
    page: number,
    signal: AbortSignal,
  ): Promise<InsightsItems> {
    const list = JSON.stringify(query);
    const cursors = this.#cursors.get(list) ?? [undefined];
    this.#cursors.set(list, cursors);
    for (let at = Math.min(page, cursors.length) - 1; ; at += 1) {
      const cursor = cursors[at];
      const reply = await client.insights({ ...query, ...(cursor !== undefined && { cursor }) }, { signal });
      if (reply.nextCursor !== undefined) cursors[at + 1] = reply.nextCursor;
      if (reply.nextCursor === undefined || at >= page - 1) return reply;
    }
  }

  /** The other screens have no choices of their own; once is enough, and without them there is still the rest. */
  #askForChoices(client: Client, { period }: InsightsQuery): void {
    if (this.#choices || this.#hasAskedForChoices) return;
    this.#hasAskedForChoices = true;
    client.insights({ screen: 'overview', ...(period && { period }) }).then(
      ({ choices }) => {
        // They tell what there is; another client's person may not know that.
        if (client !== this.#client) return;
        this.#choices ??= choices;
        this.#listener.onChange();
      },
      () => {
        // The screen itself says what is wrong; a list of choices that is missing says nothing more.
        if (client === this.#client) this.#hasAskedForChoices = false;
      },
    );
  }
}
