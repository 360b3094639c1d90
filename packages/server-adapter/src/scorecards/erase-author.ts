import type { StoredRound } from '../insights/disputed-ratings.js';
import type { Collection, Document, StoredDocument } from '../store/store.js';
import type { AuditPlace, PendingEntry } from './audit-trail.js';

/** Where entries are kept until they are in the trail, and the trail itself. */
const collections: readonly Collection[] = ['owners', 'targets', 'disputes', 'audit'];

/** Takes a person out of the audit trail: what was changed stays, who did it becomes a random id. Safe to repeat. */
export async function eraseAuthor(place: AuditPlace, actorId: string, tombstoneId: string): Promise<void> {
  const { store, tenant } = place;
  for (const collection of collections) {
    let cursor: string | undefined;
    do {
      const page = await store.list(tenant, collection, { limit: 1_000, ...(cursor !== undefined && { cursor }) });
      for (const stored of page.documents) await eraseIn(place, collection, stored, { actorId, tombstoneId });
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }
}

async function eraseIn(
  { store, tenant }: AuditPlace,
  collection: Collection,
  first: StoredDocument,
  { actorId, tombstoneId }: { readonly actorId: string; readonly tombstoneId: string },
): Promise<void> {
  for (let stored: StoredDocument | null = first; stored !== null;) {
    const { key, document, revision }: StoredDocument = stored;
    const after = erased(collection, document, { actorId, tombstoneId });
    if (after === null) return;
    const outcome = await store.put(tenant, collection, key, after, { expectedRevision: revision });
    // Somebody else wrote meanwhile; then what they wrote is looked at too.
    stored = outcome.ok ? null : outcome.current;
  }
}

/** The document without the person, or null when they are not in it. */
function erased(
  collection: Collection,
  document: Document,
  { actorId, tombstoneId }: { readonly actorId: string; readonly tombstoneId: string },
): Document | null {
  if (collection === 'audit')
    return document['actorId'] === actorId ? { ...document, actorId: tombstoneId, reason: null } : null;
  const entry = document['entry'] as PendingEntry | undefined;
  const changes: Record<string, unknown> = {};
  if (entry?.document['actorId'] === actorId)
    changes['entry'] = { ...entry, document: { ...entry.document, actorId: tombstoneId, reason: null } };
  // Who settled it is in the entry of its last change.
  if (changes['entry'] !== undefined && 'settlement' in document) changes['settlement'] = null;
  if (document['raterId'] === actorId) changes['raterId'] = tombstoneId;
  if (document['openedBy'] === actorId) Object.assign(changes, { openedBy: tombstoneId, reason: null });
  const earlier = document['earlier'] as readonly StoredRound[] | undefined;
  if (earlier?.some(({ openedBy, settledBy }) => openedBy === actorId || settledBy === actorId))
    changes['earlier'] = earlier.map((round) => ({
      ...round,
      ...(round.openedBy === actorId && { openedBy: tombstoneId, reason: null }),
      ...(round.settledBy === actorId && { settledBy: tombstoneId, settlement: null }),
    }));
  return Object.keys(changes).length === 0 ? null : { ...document, ...changes };
}
