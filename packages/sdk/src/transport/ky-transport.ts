import ky from 'ky';
import type { Platform } from '../platform.js';
import { readReply, unanswered } from './read-reply.js';
import type { Reply, Transport, TransportRequest } from './transport.js';

const timeoutMs = 10_000;

/** What the transport needs to know of the client's options. */
export interface KyTransportOptions {
  readonly endpoint: string;
  readonly token: (() => string | Promise<string>) | undefined;
  readonly fetch: typeof fetch | undefined;
}

/**
 * Creates the transport over HTTP.
 *
 * Must:
 * 1. leave every retry to delivery: ky's own cannot see other tabs, and it does not know what must not be sent again;
 * 2. answer within the timeout whatever hangs (token, connection, body, a patched `fetch` that ignores its signal),
 *    because delivery waits; ky's own timeout ends with the headers, so it is off and one timer covers all;
 * 3. read every body to its end: Chromium counts an unread one against the page's 64 KiB keepalive budget.
 */
export function createKyTransport({ endpoint, token, fetch }: KyTransportOptions, platform: Platform): Transport {
  let lastToken: string | undefined;
  const inFlight = new Set<() => void>();
  // Looked up at each call: hosts and monitoring tools replace the global one after us.
  const callFetch: typeof globalThis.fetch = (input, init) => (fetch ?? globalThis.fetch)(input, init);

  async function request({ path, body }: TransportRequest, signal: AbortSignal): Promise<Reply> {
    lastToken = (await token?.()) || undefined;
    const response = await ky(endpoint + path, {
      retry: 0,
      throwHttpErrors: false,
      timeout: false,
      fetch: callFetch,
      signal,
      headers: {
        ...(lastToken && { authorization: `Bearer ${lastToken}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { method: 'POST', body }),
    });
    return readReply(response, platform.now());
  }

  function attempt(what: TransportRequest): Promise<Reply> {
    return new Promise((resolve) => {
      const abort = new AbortController();
      const giveUp = (): void => {
        abort.abort();
        settle(unanswered);
      };
      const stopTimer = platform.startTimer(timeoutMs, giveUp);
      const settle = (reply: Reply): void => {
        stopTimer();
        inFlight.delete(giveUp);
        resolve(reply);
      };
      inFlight.add(giveUp);
      // Whatever is thrown here (no network, a failing token(), a patched fetch): there was no answer.
      request(what, abort.signal).then(settle, () => settle(unanswered));
    });
  }

  return {
    async send(what) {
      const reply = await attempt(what);
      const isRefused = reply.status === 401 || reply.status === 403;
      return isRefused && token ? attempt(what) : reply;
    },
    // Not async and not through ky, which waits a microtask: the page may be gone by then.
    sendClosing({ path, body }) {
      const url = endpoint + path;
      try {
        // Plain text needs no preflight, which would die with the page.
        const init = { method: 'POST', body, keepalive: true, headers: { 'content-type': 'text/plain' } };
        const reply = callFetch(url, init).then((response) => readReply(response, platform.now()));
        return reply.catch(() => unanswered);
      } catch {
        // Only a patched or missing fetch throws at the call. Blockers cancel beacons, so they come second.
        platform.sendBeacon(url, body);
        return Promise.resolve(unanswered);
      }
    },
    lastToken: () => lastToken,
    close: () => inFlight.forEach((giveUp) => giveUp()),
  };
}
