import type { Client } from '@collateral/sdk';
import type { Suggestion } from '@collateral/sdk/contract';
import { codeOf } from './code-of.js';
import type { Exchange } from './exchange.js';
import { ShownList } from './shown-list.js';
import { tellState } from './tell-state.js';

/** The most a server gives at once. */
const longestPage = 100;

/** A list of suggestions, with what is said beside it. */
interface ListReply {
  readonly suggestions: readonly Suggestion[];
  readonly nextCursor?: string;
}

/** What is asked for. */
export interface ListQuestion<Reply extends ListReply> {
  /** The item, or whose inbox it is; nothing of another one stays in sight. */
  readonly about: string;
  /** The item the page is told about. */
  readonly collateralId: string;
  /** How it is narrowed and sorted. */
  readonly order: string;
  /** What the page gave in place of an answer. */
  readonly data: Reply | undefined;
  /** What of that is shown, in its order. */
  readonly arrange: (data: Reply) => readonly Suggestion[];
  readonly ask: (
    client: Client,
    page: { readonly cursor?: string; readonly limit?: number },
    options: { readonly signal: AbortSignal },
  ) => Promise<Reply>;
}

/** Asks for a list, keeps what is shown of it, and tells the page how far it is. */
export class ListLoader<Reply extends ListReply> {
  readonly list: ShownList = new ShownList();
  readonly #exchange: Exchange;
  readonly #usualPage: number;
  #client: Client | undefined;
  #question: ListQuestion<Reply> | undefined;
  #reply: Reply | undefined;
  #code: string | undefined;
  #isLoading = false;
  #control: AbortController | undefined;

  constructor(exchange: Exchange, usualPage: number) {
    this.#exchange = exchange;
    this.#usualPage = usualPage;
  }

  /** The last answer; its list may be newer than the one shown. */
  get reply(): Reply | undefined {
    return this.#reply;
  }

  /** Why the last question was not answered. */
  get code(): string | undefined {
    return this.#code;
  }

  get isLoading(): boolean {
    return this.#isLoading;
  }

  /** Asks if the client or the question is new. */
  follow(client: Client | undefined, question: ListQuestion<Reply>): void {
    const before = this.#question;
    const isElsewhere = client !== this.#client || before?.about !== question.about;
    const isSame = !isElsewhere && before.order === question.order && before.data === question.data;
    this.#client = client;
    this.#question = question;
    if (isSame) return;
    // Whatever is on its way answers another question, or somebody else.
    this.#control?.abort();
    this.#isLoading = false;
    if (isElsewhere) this.#reply = this.#code = undefined;
    if (isElsewhere) this.list.clear();
    if (question.data) {
      this.#code = undefined;
      this.#reply = question.data;
      this.list.replace(question.arrange(question.data));
    } else if (client) void this.#ask('anew');
  }

  /** Asks again and moves nothing. */
  refresh(): void {
    if (!this.#isLoading) void this.#ask(this.list.isUnknown ? 'anew' : 'again');
  }

  /** Asks for the next page. */
  more(): void {
    if (!this.#isLoading) void this.#ask('more');
  }

  async #ask(how: 'anew' | 'again' | 'more'): Promise<void> {
    const [client, question] = [this.#client, this.#question];
    if (!client || !question || question.data) return;
    this.#control?.abort();
    const { signal } = (this.#control = new AbortController());
    const { writings, threads, host } = this.#exchange;
    const askedAt = writings.clock;
    const isQuiet = how === 'again';
    const cursor = how === 'more' ? this.#reply?.nextCursor : undefined;
    this.#isLoading = !isQuiet;
    if (!isQuiet) tellState(host, question.collateralId, 'loading');
    host.redraw();
    try {
      const asking = isQuiet
        ? this.#askAgain(client, question, signal)
        : question.ask(client, { ...(cursor !== undefined && { cursor }) }, { signal });
      const [reply] = await Promise.all([asking, isQuiet && threads.refresh()]);
      if (signal.aborted) return;
      const mine = writings.of('suggestion').map(({ id }) => id);
      if (isQuiet) this.list.update(reply.suggestions, ({ suggestionId }) => mine.includes(suggestionId));
      else if (how === 'more') this.list.append(reply.suggestions);
      else this.list.replace(reply.suggestions);
      writings.confirm(askedAt, this.list.shown);
      this.#reply = reply;
      this.#code = undefined;
      if (!isQuiet) tellState(host, question.collateralId, 'loaded');
    } catch (error) {
      if (signal.aborted) return;
      this.#code = codeOf(error);
      // What is there was narrowed or sorted another way, and its next page would be of another list.
      if (how === 'anew') this.list.clear();
      tellState(host, question.collateralId, 'failed', this.#code);
    }
    this.#isLoading = false;
    host.redraw();
  }

  /** Asks for as many as are shown, in as few pages as the server allows: what was erased or hidden meanwhile stands on no page for long. */
  async #askAgain(client: Client, { ask }: ListQuestion<Reply>, signal: AbortSignal): Promise<Reply> {
    const wanted = Math.max(this.#usualPage, this.list.shown.length);
    let suggestions: readonly Suggestion[] = [];
    for (let cursor: string | undefined; ;) {
      const limit = Math.min(longestPage, wanted - suggestions.length);
      const reply = await ask(client, { ...(cursor !== undefined && { cursor }), limit }, { signal });
      suggestions = [...suggestions, ...reply.suggestions];
      cursor = reply.nextCursor;
      if (cursor === undefined || suggestions.length >= wanted) return { ...reply, suggestions };
    }
  }
}
