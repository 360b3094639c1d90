import type { AuditSubject, AuditType } from '@collateral/sdk/contract';
import { readMany } from '../store/read-many.js';
import type { Document, Store } from '../store/store.js';
import type { ChangeAuthor } from './change-author.js';

/** Where the audit trail is kept. */
export interface AuditPlace {
  readonly store: Store;
  readonly tenant: string;
}

/** An entry with its key, before it is certain that it is in the trail. */
export interface PendingEntry {
  readonly key: string;
  readonly document: Document;
}

/** One change as it is described by whoever makes it. */
export interface RecordedChange {
  readonly type: AuditType;
  readonly about: Omit<AuditSubject, 'name'> | null;
  readonly before: Document | null;
  readonly after: Document | null;
  readonly reason: string | null;
}

/**
 * Makes an entry of the audit trail. Whoever changes something keeps the entry in the document it changes, in the same write, and
 * then adds it to the trail: a crash between the two loses nothing, as {@link addEntries} can be asked again.
 *
 * @param name - with the instant, what makes the key: the same change has the same key.
 */
export function makeEntry(name: string, change: RecordedChange, { at, actorId, role }: ChangeAuthor): PendingEntry {
  return { key: `${newestFirst(at)} ${name}`, document: { ...change, at, actorId, role } };
}

/** Adds entries to the trail; those that are there are left as they are. */
export async function addEntries({ store, tenant }: AuditPlace, entries: readonly PendingEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const there = await readMany(
    store,
    tenant,
    'audit',
    entries.map(({ key }) => key),
  );
  for (const { key, document } of entries)
    if (!there.has(key)) await store.put(tenant, 'audit', key, document, { expectedRevision: 0 });
}

/** Reads an entry out of the document it was kept in. */
export function pendingEntry({ entry }: Document): PendingEntry {
  // Only makeEntry makes them.
  return entry as PendingEntry;
}

/** An entry as it is kept: with who did it, and without the names of things, which may change. */
export type StoredEntry = ChangeAuthor & {
  readonly key: string;
  readonly type: AuditType;
  readonly about: Omit<AuditSubject, 'name'> | null;
  readonly before: Document | null;
  readonly after: Document | null;
  readonly reason: string | null;
};

/** A page of entries as they are kept. */
export interface StoredPage {
  readonly entries: readonly StoredEntry[];
  readonly nextCursor?: string;
}

/** Pages of the store that are read for one answer: with a rare type, what is found by then is the answer. */
const mostPages = 20;

/** Reads a page of the trail, newest first. */
export async function readTrail(
  { store, tenant }: AuditPlace,
  query: { readonly limit: number; readonly cursor?: string | undefined; readonly type?: AuditType | undefined },
): Promise<StoredPage> {
  const entries: StoredEntry[] = [];
  let { cursor } = query;
  for (let pages = 0; pages < mostPages; pages += 1) {
    // Never more than are wanted: a cursor points behind all that was read.
    const limit = query.limit - entries.length;
    const page = await store.list(tenant, 'audit', { limit, ...(cursor !== undefined && { cursor }) });
    for (const { key, document } of page.documents) {
      // Only makeEntry fills this collection.
      const entry = { ...(document as unknown as Omit<StoredEntry, 'key'>), key };
      if (query.type === undefined || entry.type === query.type) entries.push(entry);
    }
    cursor = page.nextCursor;
    if (cursor === undefined) return { entries };
    if (entries.length === query.limit) break;
  }
  return { entries, ...(cursor !== undefined && { nextCursor: cursor }) };
}

// Stores list by ascending key, and people want to read the newest first.
function newestFirst(at: string): string {
  return String(8_640_000_000_000_000 - Date.parse(at)).padStart(16, '0');
}
