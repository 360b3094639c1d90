import { lazily } from '../lazily.js';
import type { Platform } from '../platform.js';
import type { Transport } from '../transport/transport.js';
import type { Watch } from './watched-places.js';

/** Gives the one watch of a client, whose code is loaded with the first thing watched. */
export function createWatch(transport: Transport, platform: Platform): () => Promise<Watch> {
  return lazily(async () => (await import('./watch-changes.js')).watchChanges(transport, platform));
}
