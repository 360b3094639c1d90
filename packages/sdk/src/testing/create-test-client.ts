import { assembleClient } from '../assemble-client.js';
import type { ClientOptions } from '../client-options.js';
import type { Client } from '../client.js';
import { completeOptions } from '../complete-options.js';
import { createOutbox, createOutboxOn } from '../outbox/create-outbox.js';
import { createKyTransport } from '../transport/ky-transport.js';
import { createLoopback, type Loopback } from './loopback.js';
import { createManualPlatform, type ManualPlatform } from './manual-platform.js';

/** Options of {@link createTestClient}: those of a client, and the world around it. */
export interface TestClientOptions extends Partial<ClientOptions> {
  /** Give two clients the same one to have them in one browser. @defaultValue a new one */
  readonly platform?: ManualPlatform;
  /** Give two clients the same one to have them send to one server. @defaultValue a new one */
  readonly server?: Loopback;
  /** Keeps events in the real IndexedDB of this origin and endpoint instead of memory. @defaultValue false */
  readonly onDisk?: boolean;
}

/** A client and the world around it. */
export interface TestClient {
  /** The real client; close it when the test ends. */
  readonly client: Client;
  /** Moves the clock and the page. */
  readonly platform: ManualPlatform;
  /** Shows what arrived and chooses the answers. */
  readonly server: Loopback;
}

/**
 * Creates a client whose clock, page and server the test moves by hand, so that it never sleeps.
 *
 * @example
 * ```ts
 * const { client, server } = createTestClient();
 * await client.rate({ collateralId: 'deck-42', value: 4 });
 * await client.flush();
 * server.events;   // the rating
 * ```
 */
export function createTestClient(options: TestClientOptions = {}): TestClient {
  const { platform = createManualPlatform(), server = createLoopback(), onDisk = false, ...given } = options;
  const complete = completeOptions({ endpoint: '/collateral', fetch: server.fetch, ...given });
  const outbox = onDisk
    ? createOutbox(`collateral outbox ${complete.endpoint}`, platform, complete.maxQueue)
    : createOutboxOn(undefined, platform, complete.maxQueue);
  return {
    client: assembleClient(complete, platform, outbox, createKyTransport(complete, platform)),
    platform,
    server,
  };
}
