import { collateralScale, type DisputeStatus, type Item } from '@collateral/sdk/contract';
import { isLater } from '../store/fact-order.js';
import type { StoredDispute } from '../insights/disputed-ratings.js';
import { ratingIdOf } from '../insights/rating-id.js';
import type { Fact } from '../store/fact.js';
import type { Document, StoredDocument } from '../store/store.js';
import { addEntries, makeEntry, pendingEntry, type AuditPlace, type PendingEntry } from './audit-trail.js';
import type { ChangeAuthor } from './change-author.js';
import { repeatedChange } from './repeated-change.js';

/** A dispute with what a change of it has to expect. */
export interface DisputeState {
  readonly dispute: StoredDispute;
  readonly revision: number;
}

/** Reads one dispute; null when nobody disputed that rating. */
export async function readDispute({ store, tenant }: AuditPlace, ratingId: string): Promise<DisputeState | null> {
  const stored = await store.get(tenant, 'disputes', ratingId);
  return stored && stateOf(stored);
}

/** Reads all disputes with their revisions. */
export async function listDisputes(place: AuditPlace): Promise<readonly DisputeState[]> {
  const all: DisputeState[] = [];
  for await (const stored of everyStored(place)) all.push(stateOf(stored));
  return all;
}

/** Goes through all disputes as they are kept, with the entry of their last change. */
export async function* everyDispute(place: AuditPlace): AsyncGenerator<Document> {
  for await (const { document } of everyStored(place)) yield document;
}

async function* everyStored({ store, tenant }: AuditPlace): AsyncGenerator<StoredDocument> {
  let cursor: string | undefined;
  do {
    const page = await store.list(tenant, 'disputes', { limit: 1_000, ...(cursor !== undefined && { cursor }) });
    yield* page.documents;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

/** Finds a live rating with a comment by the id it is named by; null when there is none. */
export async function findRating({ store, tenant }: AuditPlace, item: Item, ratingId: string): Promise<Fact | null> {
  const latest = new Map<string, Fact>();
  const filter = { types: ['rating', 'rating-withdrawal'], collateralIds: [item.id] } as const;
  for await (const { facts } of store.read(tenant, filter))
    for (const fact of facts) {
      const place = JSON.stringify([fact.actorId, fact.version]);
      const known = latest.get(place);
      if (known === undefined || isLater(fact, known)) latest.set(place, fact);
    }
  for (const fact of latest.values())
    if (isDisputable(fact) && (await ratingIdOf(tenant, fact)) === ratingId) return fact;
  return null;
}

/**
 * Opens a dispute about a rating; gives the one there is when somebody did before. One that was settled is opened again by a reason
 * nobody gave before; what was decided stays in its record.
 */
export async function openDispute(
  place: AuditPlace,
  { rating, ratingId, reason }: { readonly rating: Fact; readonly ratingId: string; readonly reason: string },
  author: ChangeAuthor,
): Promise<DisputeState> {
  const { collateralId, version, id: factId, actorId: raterId, day, detail } = rating;
  const dispute: StoredDispute = {
    ratingId,
    // findRating reads ratings of an item, with a value of the scale.
    collateralId: collateralId ?? '',
    version,
    value: detail['value'] as number,
    month: day.slice(0, 7),
    factId,
    raterId,
    reason,
    status: 'open',
    openedAt: author.at,
    openedBy: author.actorId ?? '',
    settledAt: null,
    settlement: null,
  };
  const written = await write(place, dispute, { before: null, reason, expectedRevision: 0 }, author);
  if (written !== null) return written;
  const there = await place.store.get(place.tenant, 'disputes', ratingId);
  if (there === null) return { dispute, revision: 1 };
  return (await reopen(place, there, dispute, author)) ?? stateOf(there);
}

async function reopen(
  place: AuditPlace,
  there: StoredDocument,
  anew: StoredDispute,
  author: ChangeAuthor,
): Promise<DisputeState | null> {
  const { reason, status, openedAt, openedBy, settledAt, settlement, earlier = [] } = stateOf(there).dispute;
  // A reason that was weighed before, or a command that was sent again.
  const isKnown = [reason, ...earlier.map((one) => one.reason)].includes(anew.reason);
  if (status === 'open' || settledAt === null || isKnown) return null;
  const entry = pendingEntry(there.document);
  await addEntries(place, [entry]);
  const settledBy = entry.document['actorId'] as string | null;
  const round = { reason, status, openedAt, openedBy, settledAt, settledBy, settlement };
  const change = { before: status, reason: anew.reason ?? '', expectedRevision: there.revision };
  return (
    (await write(place, { ...anew, earlier: [...earlier, round] }, change, author)) ?? readDispute(place, anew.ratingId)
  );
}

/** Settles a dispute; null when it is at another revision than the sender saw, or settled already by another command. */
export async function settleDispute(
  place: AuditPlace,
  ratingId: string,
  { upheld, reason, expect }: { readonly upheld: boolean; readonly reason: string; readonly expect: number },
  author: ChangeAuthor,
): Promise<DisputeState | null> {
  const stored = await place.store.get(place.tenant, 'disputes', ratingId);
  if (stored === null) return null;
  await addEntries(place, [pendingEntry(stored.document)]);
  const { dispute } = stateOf(stored);
  const settled = {
    ...dispute,
    status: upheld ? 'upheld' : 'rejected',
    settledAt: author.at,
    settlement: reason,
  } as const;
  const change = { before: 'open', reason, expectedRevision: expect } as const;
  const repeated = repeatedChange(stored, expect, entryOf(settled, change, author));
  if (repeated !== null) return stateOf(repeated);
  if (stored.revision !== expect || dispute.status !== 'open') return null;
  return write(place, settled, change, author);
}

interface Change {
  readonly before: DisputeStatus | null;
  readonly reason: string;
  readonly expectedRevision: number;
}

async function write(
  place: AuditPlace,
  dispute: StoredDispute,
  change: Change,
  author: ChangeAuthor,
): Promise<DisputeState | null> {
  const { expectedRevision } = change;
  const entry = entryOf(dispute, change, author);
  const document: Document = { ...dispute, entry };
  const outcome = await place.store.put(place.tenant, 'disputes', dispute.ratingId, document, { expectedRevision });
  if (!outcome.ok) {
    const repeated = repeatedChange(outcome.current, expectedRevision, entry);
    return repeated && stateOf(repeated);
  }
  await addEntries(place, [entry]);
  return { dispute, revision: outcome.revision };
}

function entryOf(
  { ratingId, collateralId, status, earlier = [] }: StoredDispute,
  { before, reason }: Change,
  author: ChangeAuthor,
): PendingEntry {
  const change = {
    type: 'dispute',
    about: { type: 'item', id: collateralId },
    before: before && { ratingId, status: before },
    after: { ratingId, status },
    reason,
  } as const;
  // Of every round there is one entry of each kind, also when two fall into one instant.
  const round = earlier.length === 0 ? '' : ` ${earlier.length + 1}`;
  return makeEntry(`dispute ${ratingId} ${status}${round}`, change, author);
}

function isDisputable({ type, excluded, detail }: Fact): boolean {
  const { value, comment, scaleId } = detail;
  return (
    type === 'rating' &&
    excluded === null &&
    typeof value === 'number' &&
    scaleId === collateralScale.id &&
    typeof comment === 'string' &&
    comment.trim() !== ''
  );
}

function stateOf({ document, revision }: StoredDocument): DisputeState {
  // Only this file fills the collection.
  const { entry: _entry, ...dispute } = document as unknown as StoredDispute & { readonly entry: PendingEntry };
  return { dispute, revision };
}
