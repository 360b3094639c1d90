import { receiptMediaType } from '../contract/receipt.js';
import type { Reply, Transport } from '../transport/transport.js';
import type { FakeTab } from './fake-profile.fixture.js';
import { unanswered } from '../transport/read-reply.js';

/** How the server answers. */
export type Mood = 'well' | 'offline' | 'reply-lost' | 'unwell' | 'signed-out' | 'not-yet' | 'refuses-batch' | 'small';

/** A request that waits for its answer. */
interface Waiting {
  readonly tab: object;
  readonly ids: readonly string[];
  readonly go: () => void;
  readonly cutOff: () => void;
}

/** A server that holds every answer until it is told to give it. */
export interface FakeServer {
  /** Who is signed in. */
  actorTag: string;
  mood: Mood;
  /**
   * Under whom each id was stored. An id stored under two people is a fault the server sees, and so is one that a tab sends while
   * it waits for the answer to it, or after it had one.
   */
  readonly stored: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
  readonly waiting: Waiting[];
  /** A transport of a tab. `told` hears the status of each reply that reaches the tab. */
  transportFor(
    tab: Pick<FakeTab, 'isDead' | 'hadTrouble'>,
    told: (path: string, status: number, tag: string) => void,
  ): Transport;
}

interface Body {
  readonly batchId: string;
  readonly forActor: string;
  readonly events: readonly { readonly id: string; readonly collateralId: string }[];
}

/** Creates a server that knows nothing. */
export function createFakeServer(): FakeServer {
  const stored = new Map<string, string>();
  const faults: string[] = [];
  const waiting: Waiting[] = [];

  const server: FakeServer = {
    actorTag: 'tag-a',
    mood: 'well',
    stored,
    faults,
    waiting,
    transportFor(tab, told) {
      const settled = new Set<string>();
      function ask(path: string, body: string | undefined, isClosing: boolean): Promise<Reply> {
        const ids = path === '/v1/config' ? [] : (JSON.parse(body ?? '') as Body).events.map(({ id }) => id);
        const onTheWay = waiting.flatMap((other) => (other.tab === tab ? other.ids : []));
        for (const id of ids) {
          if (onTheWay.includes(id)) faults.push(`${id} left again while a tab waited for the answer to it`);
          // A disk that did what it said had failed brings a row back.
          if (settled.has(id) && !tab.hadTrouble) faults.push(`${id} left again after a tab had the answer to it`);
        }
        return new Promise((resolve) => {
          const go = (): void => {
            // What the server does is done when it answers; a tab that died meanwhile does not hear of it.
            const reply = path === '/v1/config' ? config() : take(body ?? '');
            if (tab.isDead) return;
            // A page that hides does not read more than a receipt.
            if (!isClosing) told(path, reply.status, server.actorTag);
            for (const id of reply.mediaType === receiptMediaType ? ids : []) if (stored.has(id)) settled.add(id);
            resolve(reply);
          };
          waiting.push({ tab, ids, go, cutOff: () => resolve(unanswered) });
        });
      }
      return {
        open: () => Promise.reject(new Error('Nothing is streamed here.')),
        send: ({ path, body }) => ask(path, body, false),
        sendClosing: (path, body) => ask(path, body, true),
        lastToken: () => undefined,
        close() {
          for (const request of waiting.splice(0)) {
            if (request.tab === tab) request.cutOff();
            else waiting.push(request);
          }
        },
      };
    },
  };

  function config(): Reply {
    if (server.mood === 'signed-out') return json(401, { code: 'not-signed-in' });
    if (server.mood === 'offline') return unanswered;
    return json(200, { actorTag: server.actorTag, scale: {} });
  }

  function take(text: string): Reply {
    const { batchId, forActor, events } = JSON.parse(text) as Body;
    if (server.mood === 'offline') return unanswered;
    if (server.mood === 'unwell') return { ...json(503, {}), retryAtMs: 0 };
    if (server.mood === 'signed-out') return json(401, { code: 'not-signed-in' });
    if (forActor !== server.actorTag) return json(409, { code: 'actor-changed' });
    if (server.mood === 'small' && events.length > 1) return json(413, {});
    if (server.mood === 'refuses-batch' && events.some(({ collateralId }) => collateralId === 'poison'))
      return json(400, {});
    const rejected = events.flatMap(({ id, collateralId }, index) => {
      if (collateralId === 'poison') return [{ index, id, code: 'invalid-event', message: '', retryable: false }];
      if (server.mood === 'not-yet' && collateralId === 'new')
        return [{ index, id, code: 'unknown-item', message: '', retryable: true }];
      return [];
    });
    let accepted = 0;
    for (const { id } of events) {
      if (rejected.some((rejection) => rejection.id === id)) continue;
      const owner = stored.get(id);
      if (owner !== undefined && owner !== forActor) faults.push(`${id} came from ${owner} and from ${forActor}`);
      if (owner === undefined) accepted += 1;
      stored.set(id, forActor);
    }
    if (server.mood === 'reply-lost') return unanswered;
    const duplicates = events.length - accepted - rejected.length;
    return { ...json(200, { batchId, accepted, duplicates, rejected }), mediaType: receiptMediaType };
  }

  return server;
}

function json(status: number, body: unknown): Reply {
  return { status, mediaType: 'application/json', body, retryAtMs: 0 };
}
