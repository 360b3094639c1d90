import { CollateralError, isHostId } from '@collateral/sdk/contract';
import { requireAudience } from '../request/audience.js';
import type { Route } from './route.js';
import { viewerAt } from './viewer-of.js';

const mostPlaces = 50;
/** Proxies cut connections that are silent for 30 to 60 seconds. */
const heartbeatMs = 20_000;
/** A stream ends after this long: the next one is signed in anew. */
const longestMs = 300_000;

/** Streams which of the items a page shows have changed, as server-sent events. What changed is asked for the usual way. */
export const changes: Route = {
  method: 'GET',
  path: '/v1/changes',
  audience: 'signed-in',
  async answer(call) {
    const caller = await call.signIn();
    const { tenant, actorId, canSee } = caller;
    const watched = readWatched(call.request);
    const places = watched.places.filter((place) => place === null || canSee(place));
    if (watched.inbox) requireAudience('management', caller);
    const opened = { places, ...(watched.inbox && { inbox: true }) };
    const headers = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' };
    // Asking for the headers opens no stream.
    if (call.request.method === 'HEAD') return new Response(null, { headers });
    const encoder = new TextEncoder();
    const over = new AbortController();
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        const say = (text: string): void => controller.enqueue(encoder.encode(text));
        const tell = (change: object): void => {
          if (!over.signal.aborted) say(`event: change\ndata: ${JSON.stringify(change)}\n\n`);
        };
        const end = (): void => {
          if (over.signal.aborted) return;
          over.abort();
          try {
            controller.close();
          } catch {
            // The reader has cancelled it already.
          }
        };
        const stop = call.changes.watch({
          source: { store: call.store, tenant, policy: call.policy },
          actorId,
          places,
          opened: () => say(`event: open\ndata: ${JSON.stringify(opened)}\n\n`),
          changed: (collateralId) => tell({ collateralId }),
          ...(watched.inbox && {
            inbox: {
              viewerAt: (now: number) => viewerAt(call, caller, now),
              inboxChanged: () => tell({ inbox: true }),
            },
          }),
          ended: end,
        });
        const beat = setInterval(() => say(': still here\n\n'), heartbeatMs);
        const last = setTimeout(end, longestMs);
        over.signal.addEventListener('abort', () => {
          stop();
          clearInterval(beat);
          clearTimeout(last);
        });
        call.request.signal.addEventListener('abort', end);
      },
      cancel: () => over.abort(),
    });
    return new Response(stream, { headers });
  },
};

interface Watched {
  readonly places: readonly (string | null)[];
  /** What waits for the caller, wherever it is. */
  readonly inbox: boolean;
}

function readWatched({ url }: Request): Watched {
  const places = new Set<string | null>();
  let inbox = false;
  for (const [name, value] of new URL(url).searchParams) {
    if (name === 'requests' && value === 'true') places.add(null);
    else if (name === 'inbox' && value === 'true') inbox = true;
    else if (name === 'collateralId' && isHostId(value)) places.add(value);
    else
      throw new CollateralError(
        'invalid-query',
        `There may be collateralId, several times, each the id of an item, requests=true and inbox=true, got ${JSON.stringify(name.slice(0, 40))}.`,
      );
  }
  if ((places.size === 0 && !inbox) || places.size > mostPlaces)
    throw new CollateralError('invalid-query', `Name 1 to ${mostPlaces} items to watch, got ${places.size}.`);
  return { places: [...places], inbox };
}
