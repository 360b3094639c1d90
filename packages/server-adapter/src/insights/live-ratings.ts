import type { Fact } from '../store/fact.js';
import { isLater } from '../store/fact-order.js';
import { getOrMake } from '../store/get-or-make.js';
import type { Store } from '../store/store.js';

/** Live rating facts of one version by actor. A person who took theirs back has none. */
export type RatingsByActor = ReadonlyMap<string, Fact>;

/** The live ratings of some items, by item and then by version. Ratings without a version are under null. */
export class LiveRatings {
  readonly #latest = new Map<string, Map<string | null, Map<string, Fact>>>();

  /** Takes one rating or withdrawal in. Facts may come in any order. */
  add(fact: Fact): void {
    if (fact.collateralId === null) return;
    const versions = getOrMake(this.#latest, fact.collateralId, () => new Map<string | null, Map<string, Fact>>());
    const actors = getOrMake(versions, fact.version, () => new Map<string, Fact>());
    const known = actors.get(fact.actorId);
    if (known === undefined || isLater(fact, known)) actors.set(fact.actorId, fact);
  }

  /** Gives the live ratings of one version. */
  ofVersion(collateralId: string, version: string | null): RatingsByActor {
    const latest = this.#latest.get(collateralId)?.get(version) ?? new Map<string, Fact>();
    return new Map([...latest].filter(([, fact]) => fact.type === 'rating'));
  }

  /** Gives one person's live ratings of every version of an item. */
  ofActor(collateralId: string, actorId: string): readonly Fact[] {
    const versions = this.#latest.get(collateralId)?.values() ?? [];
    return [...versions].flatMap((actors) => actors.get(actorId) ?? []).filter(({ type }) => type === 'rating');
  }
}

/** Reads one person's ratings of some items out of the log and folds them: per item and version the latest rating or withdrawal rules. */
export async function readOwnRatings(
  store: Store,
  tenant: string,
  actorId: string,
  collateralIds: readonly string[],
): Promise<LiveRatings> {
  const ratings = new LiveRatings();
  if (collateralIds.length === 0) return ratings;
  for await (const { facts } of store.read(tenant, {
    types: ['rating', 'rating-withdrawal'],
    collateralIds,
    actorId,
  })) {
    for (const fact of facts) ratings.add(fact);
  }
  return ratings;
}
