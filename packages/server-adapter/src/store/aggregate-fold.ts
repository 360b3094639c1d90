import type {
  AggregateDimension,
  AggregateGroup,
  AggregateQuery,
  AggregateRow,
  RatingsQuery,
  RatingsRow,
  UsageQuery,
} from './aggregate-query.js';
import type { Fact } from './fact.js';
import { isLater } from './fact-order.js';
import { countViews, joinViews, viewOf, type FoldedView } from './folded-view.js';
import { getOrMake } from './get-or-make.js';
import { isAboutRating, ratingValue } from './live-rating.js';

/**
 * Answers aggregate queries from the facts themselves. Facts may come in any order, each of them once.
 *
 * This is what the figures mean. A store with the capability `aggregate` keeps counts instead, and must give the same rows.
 */
export class AggregateFold {
  readonly #views = new Map<string, Map<string, Map<string, FoldedView>>>();
  readonly #ratings = new Map<string, Fact & { readonly collateralId: string }>();

  /** Takes one fact in. Facts that are neither views nor ratings change nothing. */
  add(fact: Fact): void {
    const view = viewOf(fact);
    if (view !== null && fact.collateralId !== null) this.#addView(fact.collateralId, fact.actorId, view);
    if (!isAboutRating(fact)) return;
    const place = JSON.stringify([fact.collateralId, fact.version, fact.actorId]);
    const known = this.#ratings.get(place);
    if (known === undefined || isLater(fact, known)) this.#ratings.set(place, fact);
  }

  /** Answers a query from what was added. */
  answer(query: AggregateQuery): readonly AggregateRow[] {
    return query.type === 'usage' ? this.#usage(query) : this.#ratingCounts(query);
  }

  #addView(collateralId: string, actorId: string, view: FoldedView): void {
    const actors = getOrMake(this.#views, collateralId, () => new Map<string, Map<string, FoldedView>>());
    const views = getOrMake(actors, actorId, () => new Map<string, FoldedView>());
    const known = views.get(view.viewId);
    views.set(view.viewId, known === undefined ? view : joinViews(known, view));
  }

  #usage(query: UsageQuery): readonly AggregateRow[] {
    const rows = new Map<string, UsageTotal>();
    for (const [collateralId, actors] of this.#views) {
      if (query.collateralIds?.includes(collateralId) === false) continue;
      for (const [actorId, views] of actors) {
        for (const count of countViews(views.values()).values()) {
          const { day, version, team, excluded } = count.at;
          if (!isWithin(day, query)) continue;
          const group = groupBy(query.by, { collateralId, day, version, team });
          const total = getOrMake(rows, JSON.stringify([group, excluded]), () => newTotal(group, excluded));
          total.views += count.views;
          total.activeMs += count.activeMs;
          if (count.views > 0) total.viewers.add(actorId);
        }
      }
    }
    return [...rows.values()].filter(({ views, activeMs }) => views > 0 || activeMs > 0).map(rowOfTotal);
  }

  #ratingCounts(query: RatingsQuery): readonly AggregateRow[] {
    const rows = new Map<string, RatingsRow & { ratings: number }>();
    for (const fact of this.#ratings.values()) {
      const rating = ratingValue(fact);
      if (rating === null || query.collateralIds?.includes(fact.collateralId) === false) continue;
      const { excluded } = fact;
      const group = groupBy(query.by, fact);
      const key = JSON.stringify([group, excluded, rating.scaleId, rating.value]);
      const row = getOrMake(rows, key, () => ({ type: 'ratings' as const, group, excluded, ...rating, ratings: 0 }));
      row.ratings += 1;
    }
    return [...rows.values()];
  }
}

interface UsageTotal {
  readonly group: AggregateGroup;
  readonly excluded: Fact['excluded'];
  readonly viewers: Set<string>;
  views: number;
  activeMs: number;
}

function newTotal(group: AggregateGroup, excluded: Fact['excluded']): UsageTotal {
  return { group, excluded, viewers: new Set(), views: 0, activeMs: 0 };
}

function rowOfTotal({ group, excluded, views, viewers, activeMs }: UsageTotal): AggregateRow {
  return { type: 'usage', group, excluded, views, viewers: viewers.size, activeMs };
}

function isWithin(day: string, { from, to }: UsageQuery): boolean {
  return (from === undefined || day >= from) && (to === undefined || day < to);
}

function groupBy(by: readonly AggregateDimension[], all: Required<AggregateGroup>): AggregateGroup {
  // In one fixed order, so that the same group always has the same text.
  const dimensions = (['collateralId', 'version', 'team', 'day'] as const).filter((dimension) =>
    by.includes(dimension),
  );
  return Object.fromEntries(dimensions.map((dimension) => [dimension, all[dimension]]));
}
