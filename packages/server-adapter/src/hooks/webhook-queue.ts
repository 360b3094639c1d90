import type { Store } from '../store/store.js';
import type { NewsReference } from './compose-news.js';

/** Something that has to be told to one address. It holds no words: what is told is read when it is sent. */
export interface QueuedNews extends NewsReference {
  readonly url: string;
  /** How often it was tried. */
  readonly tries: number;
  /** When it is tried next, milliseconds since 1970. */
  readonly dueAt: number;
}

/** Tells queued news apart. A command's id is unique for one suggestion only: another one may have a step of the same id. */
export function queueKey({ url, type, id, suggestionId }: NewsReference & { readonly url: string }): string {
  return JSON.stringify([url, type, id, suggestionId]);
}

/** Where the queue of one tenant is. */
export interface QueuePlace {
  readonly store: Store;
  readonly tenant: string;
}

/** Longest queue; beyond it the oldest go, so that an address that is gone does not fill the store. */
const mostQueued = 1_000;
const mostWrites = 20;

/**
 * Changes the queue of a tenant in one step. It is one document: what was told leaves nothing behind, and two processes can't both
 * take the same news.
 *
 * @returns what `change` gave with the queue that was written.
 */
export async function changeQueue<Result>(
  { store, tenant }: QueuePlace,
  change: (queue: readonly QueuedNews[]) => { readonly queue: readonly QueuedNews[]; readonly result: Result },
): Promise<Result | null> {
  for (let writes = 0; writes < mostWrites; writes += 1) {
    const stored = await store.get(tenant, 'webhooks', 'queue');
    // Only this file writes the document.
    const before = (stored?.document['queue'] as readonly QueuedNews[] | undefined) ?? [];
    const { queue, result } = change(before);
    if (queue === before) return result;
    const document = { queue: queue.slice(-mostQueued) };
    const expectedRevision = stored?.revision ?? 0;
    if ((await store.put(tenant, 'webhooks', 'queue', document, { expectedRevision })).ok) return result;
  }
  // Others keep writing; whoever wins sends what is due.
  return null;
}
