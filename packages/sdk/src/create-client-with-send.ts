import { assembleClient } from './assemble-client.js';
import { createBrowserPlatform } from './browser-platform.js';
import type { ClientOptions } from './client-options.js';
import type { Client } from './client.js';
import { completeOptions } from './complete-options.js';
import { createOutbox } from './outbox/create-outbox.js';
import { refuse } from './refuse.js';
import { createHttpTransport, type Send } from './transport/http-transport.js';

/** Options of `createClient` of `@collateral/sdk/core`. Only `endpoint` and `send` are required. */
export interface CoreOptions extends Omit<ClientOptions, 'fetch'> {
  /**
   * Sends a request and gives the response, whatever its status; rejects when there was none. It must not try again by itself:
   * the client does, with all tabs in view. It takes what `fetch` takes, so `fetch` itself will do. With `keepalive` the page
   * is closing, and the request has to leave before it returns.
   */
  readonly send: Send;
}

/**
 * Creates a client that sends with what the host gives it. In everything else it is the client of `@collateral/sdk`.
 *
 * @example
 * ```ts
 * import { createClient } from '@collateral/sdk/core';
 * const client = createClient({ endpoint: '/collateral', send: (url, init) => fetch(url, init) });
 * ```
 * @throws CollateralError `invalid-option`.
 */
export function createClientWithSend({ send, ...options }: CoreOptions): Client {
  if (typeof send !== 'function') refuse('invalid-option', 'send', 'function', send);
  const complete = completeOptions(options);
  const platform = createBrowserPlatform();
  const outbox = createOutbox(`collateral outbox ${complete.endpoint}`, platform, complete.maxQueue);
  return assembleClient(
    complete,
    platform,
    outbox,
    createHttpTransport({ ...complete, fetch: send as typeof fetch }, platform),
  );
}
