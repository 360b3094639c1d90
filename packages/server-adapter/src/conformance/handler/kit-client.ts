import {
  receiptMediaType,
  type Item,
  type RatingQueryItem,
  type RatingSummary,
  type Receipt,
} from '@collateral/sdk/contract';
import { expectAnswer } from './expect-answer.js';
import { eventId, secondsAgo } from './kit-event.js';
import type { HandlerSubject, KitPerson } from './handler-subject.js';

/** The calls cases make, with names of their own: `deck` is another item, `ana` another person in every case. */
export class KitClient {
  readonly #subject: HandlerSubject;
  readonly #suffix = crypto.randomUUID().slice(0, 8);

  constructor(subject: HandlerSubject) {
    this.#subject = subject;
  }

  /** Makes a name only this case uses. */
  own(name: string): string {
    return `${name}-${this.#suffix}`;
  }

  person(name: string, changes: Partial<KitPerson> = {}): KitPerson {
    const plain = { tenant: this.own('tenant'), kind: 'person', roles: ['viewer'], team: 'sales' } as const;
    return { ...plain, actorId: this.own(name), producerIds: [], hiddenItems: [], ...changes };
  }

  /** Sends a request; without a person nobody is signed in. */
  call(path: string, person: KitPerson | null, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    for (const [name, value] of Object.entries(person === null ? {} : this.#subject.signIn(person)))
      headers.set(name, value);
    return this.#subject.fetch(new Request(`${this.#subject.endpoint}${path}`, { ...init, headers }));
  }

  sendJson(method: 'POST' | 'PUT', path: string, person: KitPerson | null, body: unknown): Promise<Response> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.call(path, person, { method, body: text, headers: { 'content-type': 'application/json' } });
  }

  /** Sends events and gives the receipt, which must be a proper one. */
  async send(person: KitPerson, events: readonly unknown[], changes: object = {}): Promise<Receipt> {
    const body = batchOf(events, changes);
    const reply = await this.sendJson('POST', '/v1/events', person, body);
    expectAnswer('status of the receipt', reply.status, 200, 'Sending events');
    expectAnswer('media type of the receipt', mediaTypeOf(reply), receiptMediaType, 'Sending events');
    const receipt = (await reply.json()) as Receipt;
    const { accepted, duplicates, rejected } = receipt;
    expectAnswer('batchId of the receipt', receipt.batchId, body.batchId, 'Sending events');
    expectAnswer('events in the receipt', accepted + duplicates + rejected.length, events.length, 'Sending events');
    return receipt;
  }

  async ratings(person: KitPerson, items: readonly RatingQueryItem[]): Promise<readonly RatingSummary[]> {
    const reply = await this.sendJson('POST', '/v1/ratings/query', person, { items });
    expectAnswer('status of the ratings', reply.status, 200, 'Reading');
    return ((await reply.json()) as { readonly ratings: readonly RatingSummary[] }).ratings;
  }

  async putItems(
    items: readonly Item[],
    person: KitPerson = this.person('admin', { roles: ['admin'] }),
  ): Promise<unknown> {
    const reply = await this.sendJson('PUT', '/v1/items', person, { items });
    expectAnswer('status of the upload', reply.status, 200, 'Reading');
    return reply.json();
  }
}

/** A batch as the SDK sends it. */
export function batchOf(events: readonly unknown[], changes: object = {}): { readonly batchId: string } {
  const batch = { protocol: 1, batchId: eventId(), sentAt: secondsAgo(0), events, ...changes };
  return batch;
}

/** Checks that a reply is a refusal as documented. */
export async function expectProblem(what: string, reply: Response, status: number, code: string): Promise<void> {
  const section = 'Errors';
  expectAnswer(`${what}: status`, reply.status, status, section);
  expectAnswer(`${what}: media type`, mediaTypeOf(reply), 'application/problem+json', section);
  const body = (await reply.json()) as Partial<Record<string, unknown>>;
  expectAnswer(`${what}: code`, body['code'], code, section);
  expectAnswer(`${what}: status in the body`, body['status'], status, section);
}

function mediaTypeOf(reply: Response): string {
  return (reply.headers.get('content-type') ?? '').split(';')[0] ?? '';
}
