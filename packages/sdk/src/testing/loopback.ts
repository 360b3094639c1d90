import type { Receipt, Rejection } from '../contract/batch.js';
import { collateralScale } from '../contract/scale.js';
import { receiptMediaType } from '../contract/receipt.js';
import { emptyInsights } from './empty-insights.js';
import { emptyScorecards } from './empty-scorecards.js';
import { emptySuggestions } from './empty-suggestions.js';
import type { EventContext, UsageEvent } from '../contract/usage-event.js';

/** A request as the loopback saw it. */
export interface LoopbackRequest {
  /** `GET`, `POST` or `PUT`. */
  readonly method: string;
  /** From `/v1` on. */
  readonly path: string;
  /** Parameters of the query string. */
  readonly query: Readonly<Record<string, string>>;
  /** The parsed JSON body; null for a GET. */
  readonly body: LoopbackBody | null;
  /** UTF-8 bytes of the body, inflated. */
  readonly bytes: number;
  /** Bytes that travelled. */
  readonly sentBytes: number;
  /** Those of the `Request`; the network may add more. */
  readonly headers: Headers;
  /** True for what is sent while the page closes. */
  readonly keepalive: boolean;
}

/** The fields of the bodies the SDK sends. */
export interface LoopbackBody {
  /** Of a batch; the receipt repeats it. */
  readonly batchId: string;
  /** Of a batch: the clock of the platform, ISO 8601 UTC. */
  readonly sentAt: string;
  /** Of a batch: the tag its rows were recorded under; another than `actorTag` is answered with `actor-changed`. */
  readonly forActor?: string;
  /** Of a batch sent while the page closes, when the client has a token. */
  readonly token?: string;
  /** Of a batch: where those of its events happened that don't say it themselves. */
  readonly context?: EventContext;
  /** Of a batch; absent in a ratings query. */
  readonly events: readonly UsageEvent[];
  /** Of a ratings query; absent in a batch. */
  readonly items: readonly {
    /** Id of the item in the host's catalogue, 1 to 200 characters. */
    readonly collateralId: string;
    /** Absent means the version published now. */
    readonly version?: string;
  }[];
}

/** Answers in place of the loopback, or returns undefined to let it answer. */
export type Answerer = (request: LoopbackRequest) => Response | Promise<Response> | undefined;

/** A server inside the page that behaves as the wire protocol says. */
export interface Loopback {
  /** Give it to `createClient` as the option `fetch`. */
  readonly fetch: typeof fetch;
  /** Every request, answered or not. */
  readonly requests: readonly LoopbackRequest[];
  /** Every event taken with its context, each id once, in the order taken. */
  readonly events: readonly UsageEvent[];
  /** The tag of the person signed in. */
  actorTag: string;
  /** Set it to answer differently: an error, a sign-in page, a lost connection. */
  answer: Answerer;
  /** The bodies that were posted to `/v1/events`. */
  batches(): readonly LoopbackBody[];
}

/** Creates a loopback with nobody's events. */
export function createLoopback(): Loopback {
  const requests: LoopbackRequest[] = [];
  const events = new Map<string, UsageEvent>();

  function take({ batchId, forActor, context, events: sent }: LoopbackBody): Response {
    if (forActor !== loopback.actorTag) return problem(409, 'actor-changed');
    const rejected: Rejection[] = [];
    const accepted = sent.filter(({ id }) => !events.has(id)).length;
    for (const event of sent) events.set(event.id, context ? { context, ...event } : event);
    const receipt: Receipt = { batchId, accepted, duplicates: sent.length - accepted, rejected };
    return reply(receipt, receiptMediaType);
  }

  function answerAsUsual({ path, body }: LoopbackRequest): Response {
    if (path === '/v1/config') return reply(configFor(loopback.actorTag));
    if (path === '/v1/prompts') return reply({ notBefore: null, recent: [] });
    if (path === '/v1/events' && body) return take(body);
    if (path === '/v1/ratings/query' && body) return reply({ ratings: body.items.map(summaryOf) });
    const talk = emptySuggestions(path);
    if (talk) return reply(talk);
    const figures = emptyInsights(path) ?? emptyScorecards(path);
    if (figures) return reply(figures);
    return problem(404, 'not-found');
  }

  const loopback: Loopback = {
    actorTag: 'tag-1',
    answer: () => undefined,
    requests,
    get events() {
      return [...events.values()];
    },
    batches: () => requests.flatMap(({ path, body }) => (path === '/v1/events' && body ? [body] : [])),
    async fetch(input, init) {
      const asked = new Request(input, init);
      const isZipped = asked.headers.get('content-encoding') === 'gzip';
      const sent = await asked.blob();
      const text = await new Response(
        isZipped ? sent.stream().pipeThrough(new DecompressionStream('gzip')) : sent,
      ).text();
      const url = new URL(asked.url);
      const request: LoopbackRequest = {
        method: asked.method,
        path: url.pathname.replace(/^.*(?=\/v1\/)/, ''),
        query: Object.fromEntries(url.searchParams),
        body: text === '' ? null : (JSON.parse(text) as LoopbackBody),
        bytes: new TextEncoder().encode(text).length,
        sentBytes: sent.size,
        headers: asked.headers,
        keepalive: init?.keepalive ?? asked.keepalive,
      };
      requests.push(request);
      return (await loopback.answer(request)) ?? answerAsUsual(request);
    },
  };
  return loopback;
}

/** Makes a JSON response. */
export function reply(body: unknown, mediaType = 'application/json', status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': mediaType } });
}

/** Makes the error response of a handler (RFC 9457). */
export function problem(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Response {
  const body = JSON.stringify({ status, code, title: code });
  return new Response(body, { status, headers: { 'content-type': 'application/problem+json', ...headers } });
}

function configFor(actorTag: string): unknown {
  const may = { rate: true, editItems: false, seeInsights: true };
  return {
    protocol: 1,
    scale: collateralScale,
    lowRating: 2,
    minimumGroup: 5,
    prompts: { perDay: 1, restDays: 30 },
    actorTag,
    may,
  };
}

function summaryOf(item: LoopbackBody['items'][number]): unknown {
  const metric = { value: null, n: 0, interval: null, window: null, excluded: [], method: 'loopback', state: 'none' };
  return { version: null, ...item, metric, distribution: null, own: false };
}
