import type { Fact } from '../store/fact.js';

/**
 * Folds facts into live ratings: per person, item and version the latest rating or withdrawal by (effective time, id).
 *
 * Written anew on purpose: the kit shares no code with what it judges.
 */
export function foldRatings(facts: readonly Fact[]): readonly string[] {
  const latest = new Map<string, Fact>();
  for (const fact of facts) {
    if (fact.type !== 'rating' && fact.type !== 'rating-withdrawal') continue;
    const place = JSON.stringify([fact.collateralId, fact.version, fact.actorId]);
    const known = latest.get(place);
    if (known === undefined || rankOf(fact) > rankOf(known)) latest.set(place, fact);
  }
  return [...latest]
    .flatMap(([place, { type, detail }]) => (type === 'rating' ? [`${place} ${JSON.stringify(detail['value'])}`] : []))
    .sort();
}

function rankOf({ effectiveAt, id }: Fact): string {
  return `${effectiveAt} ${id}`;
}
