import { readMany } from '../store/read-many.js';
import type { Store } from '../store/store.js';
import { actorTag } from './actor-tag.js';

/** What is remembered of an erased person: nothing that says who it was. */
export interface Erasure {
  /** Everything up to this instant was erased, ISO 8601 UTC. */
  readonly erasedAt: string;
  /** The random id their facts carry now. */
  readonly tombstoneId: string;
}

// No tag: those are longer.
const latestKey = 'latest';

/** Where and how erasures are noted. */
interface Place {
  readonly store: Store;
  readonly tenant: string;
  /** The handler's secret: without it nobody can tell from the notes who was erased. */
  readonly secret: string | null;
}

/**
 * Erases a person: their facts become a random id's and lose every text. Safe to repeat, also after a crash half way.
 *
 * The note comes first: from then on events from before the erasure are refused, so that a browser that was offline can't bring
 * them back.
 */
export async function erasePerson(place: Place, actorId: string, now: number): Promise<Erasure> {
  const { store, tenant, secret } = place;
  const earlier = (await readErasures(place, [actorId])).get(actorId);
  const erasure: Erasure = {
    erasedAt: new Date(now).toISOString(),
    tombstoneId: earlier?.tombstoneId ?? crypto.randomUUID(),
  };
  await store.put(tenant, 'erasures', await actorTag(tenant, actorId, secret), { ...erasure });
  await store.reassign(tenant, actorId, erasure.tombstoneId);
  return erasure;
}

/** Says that a person was erased, to every process: what it has read before may hold their words. Comes last. */
export async function announceErasure(
  { store, tenant }: Pick<Place, 'store' | 'tenant'>,
  erasedAt: string,
): Promise<void> {
  await store.put(tenant, 'erasures', latestKey, { erasedAt });
}

/** Gives a number that grows with each erasure; 0 before the first. */
export async function erasureCount({ store, tenant }: Pick<Place, 'store' | 'tenant'>): Promise<number> {
  return (await store.get(tenant, 'erasures', latestKey))?.revision ?? 0;
}

/** Reads the notes about some people. Whoever was never erased is missing from the map. */
export async function readErasures(
  { store, tenant, secret }: Place,
  actorIds: readonly string[],
): Promise<ReadonlyMap<string, Erasure>> {
  const tags = await Promise.all(actorIds.map((actorId) => actorTag(tenant, actorId, secret)));
  const stored = await readMany(store, tenant, 'erasures', tags);
  return new Map(
    actorIds.flatMap((actorId, index) => {
      // Only erasePerson fills this collection.
      const erasure = stored.get(tags[index] ?? '')?.document as unknown as Erasure | undefined;
      return erasure === undefined ? [] : [[actorId, erasure]];
    }),
  );
}
