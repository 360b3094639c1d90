import { groupBy, isAsked, isItemAsked } from './aggregate-group.js';
import type { RatingsQuery } from './aggregate-query.js';
import type { RatingsRow } from './aggregate-row.js';
import type { Fact } from './fact.js';
import { isLater } from './fact-order.js';
import { getOrMake } from './get-or-make.js';
import { isAboutRating, ratingValue } from './live-rating.js';

/** Tells whether a person had used an item at an instant. */
export type HasUsed = (collateralId: string, actorId: string, at: string) => boolean;

/** Folds ratings and withdrawals into live ratings and counts them. */
export class RatingFold {
  readonly #latest = new Map<string, Map<string, Map<string | null, Fact>>>();

  /** Takes one fact in. Facts that are not about a rating change nothing. */
  add(fact: Fact): void {
    if (!isAboutRating(fact)) return;
    const actors = getOrMake(this.#latest, fact.collateralId, () => new Map<string, Map<string | null, Fact>>());
    const versions = getOrMake(actors, fact.actorId, () => new Map<string | null, Fact>());
    const known = versions.get(fact.version);
    if (known === undefined || isLater(fact, known)) versions.set(fact.version, fact);
  }

  /** Tells whether a person has a live rating of any version of an item. */
  hasRated(collateralId: string, actorId: string): boolean {
    const latest = this.#latest.get(collateralId)?.get(actorId)?.values() ?? [];
    return [...latest].some((fact) => ratingValue(fact) !== null);
  }

  /** Gives the latest rating or withdrawal of every person, item and version. */
  *latest(): Iterable<Fact> {
    for (const actors of this.#latest.values()) for (const versions of actors.values()) yield* versions.values();
  }

  /** Counts live ratings. */
  rows(query: RatingsQuery, hasUsed: HasUsed): readonly RatingsRow[] {
    const rows = new Map<string, RatingsRow & { ratings: number }>();
    for (const [collateralId, actors] of this.#latest) {
      if (!isItemAsked(collateralId, query)) continue;
      for (const fact of [...actors.values()].flatMap((versions) => [...versions.values()])) {
        const rating = ratingValue(fact);
        if (rating === null || !isAsked(fact, query)) continue;
        if (query.actorId !== undefined && fact.actorId !== query.actorId) continue;
        const { excluded } = fact;
        const afterUse = query.by.includes('afterUse') && hasUsed(collateralId, fact.actorId, fact.effectiveAt);
        const group = groupBy(query.by, { ...fact, collateralId, afterUse });
        const key = JSON.stringify([group, excluded, rating.scaleId, rating.value]);
        const row = getOrMake(rows, key, () => ({ type: 'ratings' as const, group, excluded, ...rating, ratings: 0 }));
        row.ratings += 1;
      }
    }
    return [...rows.values()];
  }
}
