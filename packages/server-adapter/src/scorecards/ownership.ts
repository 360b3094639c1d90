import { CollateralError, type Item } from '@collateral/sdk/contract';
import { readMany } from '../store/read-many.js';
import type { Document, Store, StoredDocument } from '../store/store.js';
import { addEntries, makeEntry, pendingEntry, type AuditPlace } from './audit-trail.js';
import type { ChangeAuthor } from './change-author.js';
import type { Owner, OwnerSpan } from './owner-spans.js';

/** The owners of items over time, by item; items that never changed hands are missing. */
export type OwnerHistories = ReadonlyMap<string, readonly OwnerSpan[]>;

// Before anything there is to measure.
const always = '1970-01-01T00:00:00.000Z';
const mostTries = 50;

/** An upload of one item. */
export interface OwnerChange {
  readonly item: Item;
  /** What the catalogue says of it; undefined when it is new. */
  readonly old: Item | undefined;
  /** Its owners so far; null when it never changed hands. */
  readonly history: StoredDocument | null;
}

/** Reads the histories of items as they are kept, and sees to it that their last changes are in the audit trail. */
export async function readOwners(
  place: AuditPlace,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, StoredDocument>> {
  const histories = await readMany(place.store, place.tenant, 'owners', ids);
  await addEntries(
    place,
    [...histories.values()].map(({ document }) => pendingEntry(document)),
  );
  return histories;
}

/**
 * Notes who owns an item from now on, before it is written into the catalogue: so that numbers follow the owner at the time. Items
 * that are new or stay with their owner need no note. Safe to repeat.
 */
export async function noteOwner(place: AuditPlace, change: OwnerChange, author: ChangeAuthor): Promise<void> {
  const { item, old, history } = change;
  if (history !== null || (old !== undefined && !isSame(ownerOf(old), ownerOf(item))))
    await addSpan(place, change, author);
}

/** Tells whether another owner was noted last. */
export function isOvertaken({ item, history }: OwnerChange): boolean {
  const last = history === null ? undefined : spansOfDocument(history.document).at(-1);
  return last !== undefined && !isSame(last, ownerOf(item));
}

/** Gives the owners of an item over time; of one that never changed hands the one it has. */
export function spansOf(histories: OwnerHistories, item: Item): readonly OwnerSpan[] {
  return histories.get(item.id) ?? [{ ...ownerOf(item), from: always }];
}

/** Reads a document of the collection `owners`. */
export function spansOfDocument({ spans }: Document): readonly OwnerSpan[] {
  // Only addSpan fills this collection.
  return spans as readonly OwnerSpan[];
}

async function addSpan(place: AuditPlace, { item, old, history }: OwnerChange, author: ChangeAuthor): Promise<void> {
  const { store, tenant } = place;
  const owner = ownerOf(item);
  let stored = history;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const spans = stored === null ? [{ ...ownerOf(old ?? item), from: always }] : spansOfDocument(stored.document);
    const before = spans.at(-1);
    if (before === undefined || isSame(before, owner)) return;
    const change = {
      type: 'ownership',
      about: { type: 'item', id: item.id },
      before: { producer: before.producer, team: before.team },
      after: { ...owner },
      reason: null,
    } as const;
    const expectedRevision = stored?.revision ?? 0;
    // Two hand-overs of one moment are two entries.
    const entry = makeEntry(`owner ${item.id} ${expectedRevision}`, change, author);
    // Who asked first may come last; spans are in the order of time.
    const document = {
      spans: [...spans, { ...owner, from: author.at > before.from ? author.at : before.from }],
      entry,
    };
    const outcome = await writeOwners(store, tenant, item.id, document, expectedRevision);
    if (outcome === null) return addEntries(place, [entry]);
    stored = outcome;
  }
  throw new CollateralError(
    'store-unavailable',
    `The owner of ${JSON.stringify(item.id)} could not be noted in ${mostTries} tries, because others kept writing. Send the upload again.`,
  );
}

/** Writes a history, or gives the one that stands in the way. */
async function writeOwners(
  store: Store,
  tenant: string,
  id: string,
  document: Document,
  expectedRevision: number,
): Promise<StoredDocument | null> {
  const outcome = await store.put(tenant, 'owners', id, document, { expectedRevision });
  return outcome.ok ? null : outcome.current;
}

function ownerOf({ producer, team }: Item): Owner {
  return { producer: producer ?? null, team: team ?? null };
}

// A producer who changes their name is still the same.
function isSame(one: Owner, other: Owner): boolean {
  return (one.producer?.id ?? null) === (other.producer?.id ?? null) && one.team === other.team;
}
