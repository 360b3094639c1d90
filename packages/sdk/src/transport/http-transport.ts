import type { Platform } from '../platform.js';
import { gzip } from './gzip.js';
import { readReply, unanswered } from './read-reply.js';
import { requestLimitMs } from './request-limit.js';
import type { Reply, Transport, TransportRequest } from './transport.js';

// Below that the compressed body and its header save nothing.
const gzipFromBytes = 2_048;

/** Sends a request, as `fetch` does. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

/** What the transport needs to know of the client's options. */
export interface HttpTransportOptions {
  readonly endpoint: string;
  readonly token?: () => string | Promise<string>;
  readonly fetch?: typeof fetch;
}

/**
 * Creates the transport over HTTP. `sendWith` turns the page's `fetch`, or what the host gave in its place, into what sends.
 *
 * Must:
 * 1. leave every retry to delivery: no other one sees other tabs or knows what must not be sent again;
 * 2. answer within the limit whatever hangs (token, connection, body, a patched `fetch` that ignores its signal),
 *    because delivery waits;
 * 3. read every body to its end: Chromium counts an unread one against the page's 64 KiB keepalive budget.
 */
export function createHttpTransport(
  { endpoint, token, fetch }: HttpTransportOptions,
  platform: Platform,
  sendWith: (fetch: Send) => Send = (same) => same,
): Transport {
  let lastToken: string | undefined;
  let canGzip = true;
  const givingUp = new Set<() => void>();
  // Looked up at each call: hosts and monitoring tools replace the global one after us.
  const callFetch: Send = (url, init) => (fetch ?? globalThis.fetch)(url, init);
  const send = sendWith(callFetch);
  const read = (response: Response): Promise<Reply> => readReply(response, platform.now());

  async function request(what: TransportRequest, signal: AbortSignal): Promise<Reply> {
    const { path, body, method = 'POST' } = what;
    lastToken = await token?.();
    const zipped = canGzip && body && body.length > gzipFromBytes ? await gzip(body).catch(() => null) : null;
    const init = {
      signal,
      headers: {
        ...(lastToken && { authorization: `Bearer ${lastToken}` }),
        ...(body && { 'content-type': 'application/json' }),
        ...(zipped && { 'content-encoding': 'gzip' }),
      },
      ...(body && { method, body: zipped ?? body }),
    };
    const reply = await read(await send(endpoint + path, init));
    if (!zipped || reply.status !== 415) return reply;
    // Something in front of the handler does not take it.
    canGzip = false;
    return request(what, signal);
  }

  /** Begins at once and ends within the limit. */
  async function attempt(
    begin: (signal: AbortSignal) => Promise<Reply>,
    body = '',
    signal?: AbortSignal,
  ): Promise<Reply> {
    const abort = new AbortController();
    let giveUp = (): void => undefined;
    const gaveUp = new Promise<Reply>((resolve) => {
      giveUp = () => {
        abort.abort();
        resolve(unanswered);
      };
    });
    givingUp.add(giveUp);
    signal?.addEventListener('abort', giveUp);
    const stopTimer = platform.startTimer(requestLimitMs(body.length), giveUp);
    // Whatever is thrown (no network, a failing token(), a patched fetch): there was no answer.
    const reply = await Promise.race([begin(abort.signal).catch(() => unanswered), gaveUp]);
    stopTimer();
    givingUp.delete(giveUp);
    signal?.removeEventListener('abort', giveUp);
    return reply;
  }

  return {
    async send(what) {
      const once = (): Promise<Reply> => attempt((signal) => request(what, signal), what.body, what.signal);
      const reply = await once();
      return token && (reply.status === 401 || reply.status === 403) ? once() : reply;
    },
    async open(path, signal) {
      const fresh = await token?.();
      return callFetch(endpoint + path, { signal, headers: { ...(fresh && { authorization: `Bearer ${fresh}` }) } });
    },
    // Not through `send`, which may wait a microtask: the page may be gone by then.
    sendClosing: (path, body) =>
      attempt(async () => {
        const url = endpoint + path;
        // Plain text needs no preflight, which would die with the page.
        const init = { method: 'POST', body, keepalive: true, headers: { 'content-type': 'text/plain' } };
        let answer: Promise<Response>;
        try {
          answer = callFetch(url, init);
        } catch {
          // Only a patched or missing fetch throws at the call. Blockers cancel beacons, so they come second.
          platform.sendBeacon(url, body);
          return unanswered;
        }
        return read(await answer);
      }, body),
    lastToken: () => lastToken,
    close: () => givingUp.forEach((giveUp) => giveUp()),
  };
}
