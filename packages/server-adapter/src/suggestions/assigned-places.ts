import type { Store } from '../store/store.js';
import { readMany } from '../store/read-many.js';

interface Place {
  readonly store: Store;
  readonly tenant: string;
}

const mostTries = 20;

/**
 * Notes that something about an item was given to a producer who does not own it, so that it is found for their inbox. Written
 * before the step itself: a note too many is harmless, one too few would hide work.
 */
export async function noteAssigned({ store, tenant }: Place, producerId: string, collateralId: string): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const stored = await store.get(tenant, 'suggestions', keyOf(producerId));
    const places = placesOf(stored?.document);
    if (places.includes(collateralId)) return;
    const expectedRevision = stored?.revision ?? 0;
    const document = { places: [...places, collateralId] };
    if ((await store.put(tenant, 'suggestions', keyOf(producerId), document, { expectedRevision })).ok) return;
  }
}

/** Reads the items something was given to producers about, which they may not own. */
export async function readAssigned(
  { store, tenant }: Place,
  producerIds: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const stored = await readMany(store, tenant, 'suggestions', [...producerIds].map(keyOf));
  return new Set([...stored.values()].flatMap(({ document }) => placesOf(document)));
}

function keyOf(producerId: string): string {
  return `assigned ${producerId}`;
}

function placesOf(document: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  // Only this file writes these documents.
  return (document?.['places'] as readonly string[] | undefined) ?? [];
}
