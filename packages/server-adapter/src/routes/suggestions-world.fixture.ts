import type { Inbox, Notice, Policy, Suggestion, SuggestionDetail, Suggestions } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { sampleId } from '../conformance/sample-fact.js';
import { rating, World } from '../handler.fixture.js';
import type { HandlerOptions } from '../handler-options.js';
import type { Store } from '../store/store.js';

/** What a refused command answers. */
export interface Refused {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly now?: Suggestion;
  readonly permitted?: readonly { readonly to: string }[];
}

/** An item with two versions, a producer called paula, and everybody else who uses it. */
export class SuggestionsWorld {
  readonly world: World;
  #number = 1_000;

  constructor(store: Store, options: Partial<HandlerOptions> & { readonly policy?: Partial<Policy> } = {}) {
    this.world = new World(store, options);
  }

  async prepare(): Promise<this> {
    await this.world.putItems([
      {
        id: 'deck-42',
        title: 'Sales deck',
        kind: 'deck',
        producer: { id: 'marketing', name: 'Marketing' },
        versions: [
          { version: 'v1', publishedAt: '2026-01-01T00:00:00.000Z' },
          { version: 'v2', publishedAt: '2026-05-01T00:00:00.000Z' },
          { version: 'v3', publishedAt: '2026-09-01T00:00:00.000Z' },
        ],
      },
      { id: 'sheet-7', title: 'Data sheet', kind: 'datasheet', producer: { id: 'product', name: 'Product' } },
      { id: 'secret-1', title: 'Secret', kind: 'deck' },
    ]);
    return this;
  }

  /** A new id; ids grow. */
  id(): string {
    this.#number += 1;
    return sampleId(this.#number);
  }

  /** When an event happened: `minutes` before the server's clock. */
  at(minutes: number): string {
    return new Date(this.world.clock - minutes * 60_000).toISOString();
  }

  async suggest(as: string, body: string, changes: object = {}): Promise<string> {
    const id = this.id();
    await this.sendGood(as, { id, type: 'suggestion', collateralId: 'deck-42', body, ...changes });
    return id;
  }

  async request(as: string, body: string): Promise<string> {
    const id = this.id();
    await this.sendGood(as, { id, type: 'suggestion', body });
    return id;
  }

  async vote(as: string, suggestionId: string, on = true, changes: object = {}): Promise<void> {
    await this.sendGood(as, { id: this.id(), type: 'vote', suggestionId, on, ...changes });
  }

  async reply(as: string, suggestionId: string, body: string): Promise<string> {
    const id = this.id();
    await this.sendGood(as, { id, type: 'reply', suggestionId, body });
    return id;
  }

  async rateLow(as: string, changes: object = {}): Promise<void> {
    await this.sendGood(as, {
      ...rating(0),
      id: this.id(),
      value: 2,
      version: 'v1',
      reasons: ['outdated'],
      ...changes,
    });
  }

  async sendGood(as: string, event: object): Promise<void> {
    const receipt = await this.world.send([{ occurredAt: this.at(60), ...event }], as, {
      sentAt: new Date(this.world.clock).toISOString(),
    });
    assert.deepEqual(receipt.rejected, []);
  }

  async list(as = 'ana', query = 'collateralId=deck-42'): Promise<Suggestions> {
    return this.#get<Suggestions>(`/v1/suggestions?${query}`, as);
  }

  async one(suggestionId: string, as = 'ana'): Promise<SuggestionDetail> {
    return this.#get<SuggestionDetail>(`/v1/suggestions/${encodeURIComponent(suggestionId)}`, as);
  }

  async inbox(as = 'paula', query = ''): Promise<Inbox> {
    return this.#get<Inbox>(`/v1/inbox${query}`, as);
  }

  async notices(as: string): Promise<readonly Notice[]> {
    return (await this.#get<{ readonly notices: readonly Notice[] }>('/v1/notices', as)).notices;
  }

  command(as: string, suggestionId: string, name: string, body: object): Promise<Response> {
    return this.world.post(
      `/v1/suggestions/${encodeURIComponent(suggestionId)}/${name}`,
      { id: this.id(), expect: 0, reason: 'Because', ...body },
      { as },
    );
  }

  async move(as: string, suggestionId: string, body: object): Promise<SuggestionDetail> {
    return this.#done(await this.command(as, suggestionId, 'transitions', body));
  }

  async done(as: string, suggestionId: string, name: string, body: object): Promise<SuggestionDetail> {
    return this.#done(await this.command(as, suggestionId, name, body));
  }

  async refused(as: string, suggestionId: string, name: string, body: object): Promise<Refused> {
    const reply = await this.command(as, suggestionId, name, body);
    assert.ok(reply.status >= 400, `it was done: ${reply.status}`);
    return (await reply.json()) as Refused;
  }

  /** From new to shipped in three steps. */
  async ship(suggestionId: string, version = 'v2', as = 'paula'): Promise<SuggestionDetail> {
    const { revision } = await this.one(suggestionId, as);
    const promise = { to: 'accepted', assignee: 'marketing', dueAt: '2026-05-20', expect: revision };
    const accepted = await this.move(as, suggestionId, promise);
    const shipped = {
      to: 'shipped',
      shippedVersion: version,
      reason: `Fixed in ${version}`,
      expect: accepted.revision,
    };
    return this.move(as, suggestionId, shipped);
  }

  async #get<Body>(path: string, as: string): Promise<Body> {
    const reply = await this.world.call(path, { as });
    assert.equal(reply.status, 200, await reply.clone().text());
    return (await reply.json()) as Body;
  }

  async #done(reply: Response): Promise<SuggestionDetail> {
    assert.equal(reply.status, 200, await reply.clone().text());
    return (await reply.json()) as SuggestionDetail;
  }
}
