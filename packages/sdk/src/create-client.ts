import { createBrowserPlatform } from './browser-platform.js';
import { assembleClient } from './assemble-client.js';
import type { ClientOptions } from './client-options.js';
import type { Client } from './client.js';
import { completeOptions } from './complete-options.js';
import { createOutbox } from './outbox/create-outbox.js';
import { createKyTransport } from './transport/ky-transport.js';

/**
 * Creates a client. Make one per page and endpoint; it listens and delivers until `close()`.
 *
 * Without a document (a server, a worker) recording does nothing and `status().tier` is `none`.
 *
 * @example
 * ```ts
 * const client = createClient({ endpoint: '/collateral' });
 * const { state } = await client.rate({ collateralId: 'deck-42', value: 4 });   // 'stored': safe on this device
 * ```
 * @throws CollateralError `invalid-option`.
 */
export function createClient(options: ClientOptions): Client {
  const complete = completeOptions(options);
  const platform = createBrowserPlatform();
  const outbox = createOutbox(`collateral outbox ${complete.endpoint}`, platform, complete.maxQueue);
  return assembleClient(complete, platform, outbox, createKyTransport(complete, platform));
}
