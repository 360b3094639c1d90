import type { StoredRound } from '../insights/disputed-ratings.js';
import type { Collection, Document, StoredDocument } from '../store/store.js';
import type { AuditPlace, PendingEntry } from './audit-trail.js';

/** Where entries are kept until they are in the trail, and the trail itself. */
const collections: readonly Collection[] = ['owners', 'targets', 'disputes', 'audit'];

/** Somebody who is erased. */
interface Erased {
  readonly actorId: string;
  readonly tombstoneId: string;
  /** What the host calls them; null when it does not say. */
  readonly name: string | null;
}

/**
 * Takes a person out of the audit trail and of what it tells of: what was changed stays, who did it becomes a random id, and who answers
 * for a target is nobody where the text names them. Safe to repeat.
 */
export async function eraseAuthor(place: AuditPlace, person: Erased): Promise<void> {
  const { store, tenant } = place;
  for (const collection of collections) {
    let cursor: string | undefined;
    do {
      const page = await store.list(tenant, collection, { limit: 1_000, ...(cursor !== undefined && { cursor }) });
      for (const stored of page.documents) await eraseIn(place, collection, stored, person);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }
}

async function eraseIn(
  { store, tenant }: AuditPlace,
  collection: Collection,
  first: StoredDocument,
  person: Erased,
): Promise<void> {
  for (let stored: StoredDocument | null = first; stored !== null;) {
    const { key, document, revision }: StoredDocument = stored;
    const after = erased(collection, document, person);
    if (after === null) return;
    const outcome = await store.put(tenant, collection, key, after, { expectedRevision: revision });
    // Somebody else wrote meanwhile; then what they wrote is looked at too.
    stored = outcome.ok ? null : outcome.current;
  }
}

/** The document without the person, or null when they are not in it. */
function erased(collection: Collection, document: Document, person: Erased): Document | null {
  const { actorId, tombstoneId } = person;
  if (collection === 'audit') return erasedEntry(document, person);
  const entry = document['entry'] as PendingEntry | undefined;
  const changes: Record<string, unknown> = {};
  const blanked = entry && erasedEntry(entry.document, person);
  if (blanked) changes['entry'] = { ...entry, document: blanked };
  if (collection === 'targets' && isNamedIn(document['owner'], person)) changes['owner'] = nobody;
  // Who settled it is in the entry of its last change.
  if (entry?.document['actorId'] === actorId && 'settlement' in document) changes['settlement'] = null;
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

/** The entry of a change without the person, or null when they are not in it. */
function erasedEntry(entry: Document, person: Erased): Document | null {
  const { actorId, tombstoneId } = person;
  const changes: Record<string, unknown> = {};
  if (entry['actorId'] === actorId) Object.assign(changes, { actorId: tombstoneId, reason: null });
  if (entry['type'] === 'target')
    for (const side of ['before', 'after']) {
      const values = entry[side] as Document | null;
      if (values !== null && isNamedIn(values['owner'], person)) changes[side] = { ...values, owner: nobody };
    }
  return Object.keys(changes).length === 0 ? null : { ...entry, ...changes };
}

/** Written where somebody was named. Of any language, as a target has to have somebody who answers for it. */
const nobody = '\u2013';

/** Tells whether a text names somebody: it is their id, or has their name in it as words of their own. */
function isNamedIn(text: unknown, { actorId, name }: Erased): boolean {
  if (typeof text !== 'string') return false;
  const words = (one: string): string =>
    ` ${
      one
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(' ') ?? ''
    } `;
  return text === actorId || (name !== null && name.trim() !== '' && words(text).includes(words(name)));
}
