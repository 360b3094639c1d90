import {
  receiptMediaType,
  type Config,
  type Item,
  type Policy,
  type RatingQueryItem,
  type RatingSummary,
  type Receipt,
} from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { sampleId } from './conformance/sample-fact.js';
import { createHandler, type Handler } from './handler.js';
import { expectDescribed } from './openapi/openapi.fixture.js';
import type { HandlerOptions } from './handler-options.js';
import type { Principal } from './request/principal.js';
import { createSqliteStore } from './sql/sqlite.js';
import type { Fact } from './store/fact.js';
import { createMemoryStore } from './store/memory-store.js';
import type { Store } from './store/store.js';

/** The server's clock in every handler test. */
export const now: number = Date.parse('2026-05-04T10:00:00.000Z');
export const origin = 'https://intranet.example';

/** People who exist in the tests; anybody else with a token is a plain viewer of that name. */
const people = new Map<string, Partial<Principal>>([
  ['admin', { roles: ['admin'] }],
  ['paula', { roles: ['producer'], producerIds: ['marketing'] }],
  ['petra', { roles: ['producer'], producerIds: ['product'] }],
  ['crm', { kind: 'service', roles: [] }],
  ['outsider', { canSee: (id) => !id.startsWith('secret') }],
  ['foreigner', { tenant: 'other' }],
]);

/** Runs the same handler tests on every store. */
export function onEveryStore(name: string, tests: (createStore: () => Store) => void): void {
  describe(`${name}, on the memory store`, () => tests(createMemoryStore));
  describe(`${name}, on the SQLite store`, () => tests(() => createSqliteStore({ path: ':memory:' })));
}

/** A handler with its store and the calls tests make. */
export class World {
  readonly store: Store;
  readonly handler: Handler;
  readonly errors: unknown[] = [];
  clock: number = now;

  constructor(store: Store = createMemoryStore(), options: Partial<HandlerOptions> = {}) {
    this.store = store;
    this.handler = createHandler({
      store,
      publicOrigin: origin,
      authenticate: (request) => signedIn(request),
      now: () => this.clock,
      onError: (error) => this.errors.push(error),
      ...options,
    });
  }

  static withPolicy(store: Store, policy: Partial<Policy>): World {
    return new World(store, { policy });
  }

  async call(path: string, init: RequestInit & { readonly as?: string | null } = {}): Promise<Response> {
    const { as = 'ana', ...rest } = init;
    const headers = new Headers(rest.headers);
    if (as !== null) headers.set('authorization', `Bearer ${as}`);
    const request = new Request(`${origin}/collateral${path}`, { ...rest, headers });
    const reply = await this.handler(request);
    await expectDescribed(request.method, path.split('?')[0] ?? path, reply);
    return reply;
  }

  post(path: string, body: unknown, init: RequestInit & { readonly as?: string | null } = {}): Promise<Response> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.call(path, {
      method: 'POST',
      body: text,
      ...init,
      headers: withJsonType(init.headers),
    });
  }

  async send(events: readonly unknown[], as = 'ana', changes: object = {}): Promise<Receipt> {
    const reply = await this.post('/v1/events', batch(events, changes), { as });
    assert.equal(reply.status, 200, await reply.clone().text());
    assert.equal(reply.headers.get('content-type'), receiptMediaType);
    return (await reply.json()) as Receipt;
  }

  async ratings(items: readonly RatingQueryItem[], as = 'ana'): Promise<readonly RatingSummary[]> {
    const reply = await this.post('/v1/ratings/query', { items }, { as });
    assert.equal(reply.status, 200, await reply.clone().text());
    return ((await reply.json()) as { readonly ratings: readonly RatingSummary[] }).ratings;
  }

  async putItems(items: readonly Item[]): Promise<void> {
    const reply = await this.call('/v1/items', {
      method: 'PUT',
      as: 'admin',
      body: JSON.stringify({ items }),
      headers: { 'content-type': 'application/json' },
    });
    assert.equal(reply.status, 200, await reply.clone().text());
  }

  async config(as = 'ana'): Promise<Config> {
    return (await (await this.call('/v1/config', { as })).json()) as Config;
  }

  async facts(tenant = 'main'): Promise<readonly Fact[]> {
    const facts: Fact[] = [];
    for await (const page of this.store.read(tenant, {})) facts.push(...page.facts);
    return facts;
  }
}

/** A batch as the SDK sends it. */
export function batch(events: readonly unknown[], changes: object = {}): object {
  return { protocol: 1, batchId: 'batch-1', sentAt: new Date(now).toISOString(), events, ...changes };
}

/** A rating event. The number decides its id and, as minutes before now, its time. */
export function rating(number: number, changes: object = {}): object {
  const occurredAt = new Date(now - 3_600_000 + number * 1_000).toISOString();
  return {
    id: sampleId(number),
    type: 'rating',
    occurredAt,
    collateralId: 'deck-42',
    value: 4,
    scaleId: 'collateral-5@1',
    ...changes,
  };
}

/** Reads a problem reply and checks that it is one. */
export async function problem(
  reply: Response,
): Promise<{ readonly status: number; readonly code: string; readonly detail: string }> {
  assert.equal(reply.headers.get('content-type'), 'application/problem+json');
  const body = (await reply.json()) as {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly code: string;
    readonly detail: string;
  };
  assert.equal(body.status, reply.status);
  assert.equal(body.type, `urn:collateral:error:${body.code}`);
  assert.ok(body.title.length > 0);
  return body;
}

function withJsonType(given: RequestInit['headers']): Headers {
  const headers = new Headers(given);
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  return headers;
}

function signedIn(request: Request): Principal | null {
  const name = decodeURIComponent(request.headers.get('authorization')?.replace('Bearer ', '') ?? '');
  if (name === '') return null;
  return { actorId: name, kind: 'person', roles: ['viewer'], team: 'sales', ...people.get(name) };
}
