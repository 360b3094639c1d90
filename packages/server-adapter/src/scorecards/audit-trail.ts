import type { AuditEntry, AuditSubject, AuditTrail, AuditType } from '@collateral/sdk/contract';
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
  readonly about: AuditSubject | null;
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

/** What shaping the trail for a reader takes. */
export interface AuditReader {
  readonly actorId: string;
  readonly namesOf: ((actorIds: readonly string[]) => Promise<ReadonlyMap<string, string>>) | null;
}

/** Reads a page of the trail, newest first. */
export async function readTrail(
  { store, tenant }: AuditPlace,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  { actorId: reader, namesOf }: AuditReader,
): Promise<AuditTrail> {
  const page = await store.list(tenant, 'audit', { limit, ...(cursor !== undefined && { cursor }) });
  const authors = [...new Set(page.documents.flatMap(({ document }) => document['actorId'] ?? []))] as string[];
  const names = namesOf === null || authors.length === 0 ? null : await namesOf(authors);
  const entries = page.documents.map(({ key, document }): AuditEntry => {
    // Only makeEntry fills this collection.
    const { actorId, role, ...change } = document as unknown as Omit<AuditEntry, 'id' | 'by'> & ChangeAuthor;
    const by = { name: actorId === null ? null : (names?.get(actorId) ?? null), role, mine: actorId === reader };
    return { id: key, ...change, by };
  });
  return { entries, ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }) };
}

// Stores list by ascending key, and people want to read the newest first.
function newestFirst(at: string): string {
  return String(8_640_000_000_000_000 - Date.parse(at)).padStart(16, '0');
}
