import { groupBy, isAsked, isItemAsked } from './aggregate-group.js';
import type { LastUseQuery, UsageQuery } from './aggregate-query.js';
import type { AggregateGroup, LastUseRow, UsageRow } from './aggregate-row.js';
import type { Fact } from './fact.js';
import { countViews, joinViews, qualifiedViewMs, viewOf, type FoldedView } from './folded-view.js';
import { getOrMake } from './get-or-make.js';

/** Tells whether a person has a live rating of an item. */
export type HasRated = (collateralId: string, actorId: string) => boolean;

/** Folds checkpoints into views and counts them. */
export class ViewFold {
  readonly #views = new Map<string, Map<string, Map<string, FoldedView>>>();

  /** Takes one fact in. Facts that are no checkpoints of views change nothing. */
  add(fact: Fact): void {
    const view = viewOf(fact);
    if (view === null || fact.collateralId === null) return;
    const actors = getOrMake(this.#views, fact.collateralId, () => new Map<string, Map<string, FoldedView>>());
    const views = getOrMake(actors, fact.actorId, () => new Map<string, FoldedView>());
    const known = views.get(view.viewId);
    views.set(view.viewId, known === undefined ? view : joinViews(known, view));
  }

  /** Tells whether a person had used an item at an instant: a qualified view of it had begun. */
  hasUsed(collateralId: string, actorId: string, at: string): boolean {
    const views = this.#views.get(collateralId)?.get(actorId)?.values() ?? [];
    return [...views].some(({ activeMs, effectiveAt }) => activeMs >= qualifiedViewMs && effectiveAt <= at);
  }

  /** Counts views, viewers, pairs and active time. */
  usage(query: UsageQuery, hasRated: HasRated): readonly UsageRow[] {
    const rows = new Map<string, UsageTotal>();
    for (const [collateralId, actors] of this.#views) {
      if (!isItemAsked(collateralId, query)) continue;
      for (const [actorId, views] of actors) {
        for (const { at, views: count, activeMs } of countViews(views.values()).values()) {
          if (!isAsked(at, query)) continue;
          const { excluded } = at;
          const group = groupBy(query.by, { ...at, collateralId });
          const total = getOrMake(rows, JSON.stringify([group, excluded]), () => newTotal(group, excluded));
          total.views += count;
          total.activeMs += activeMs;
          if (count === 0 || query.withoutPeople === true) continue;
          total.viewers.add(actorId);
          if (query.withoutPairs === true) continue;
          const pair = JSON.stringify([collateralId, actorId]);
          total.pairs.add(pair);
          if (hasRated(collateralId, actorId)) total.ratedPairs.add(pair);
        }
      }
    }
    return [...rows.values()].filter(({ views, activeMs }) => views > 0 || activeMs > 0).map(rowOfTotal);
  }

  /** Finds the first and the last day each item was used on. */
  lastUse(query: LastUseQuery): readonly LastUseRow[] {
    return [...this.#views].flatMap(([collateralId, actors]): readonly LastUseRow[] => {
      if (!isItemAsked(collateralId, query)) return [];
      const days = [...actors.values()]
        .flatMap((views) => [...views.values()])
        .filter((view) => view.excluded === null && view.activeMs >= qualifiedViewMs && isAsked(view, query))
        .map(({ day }) => day)
        .toSorted();
      const [firstDay] = days;
      const lastDay = days.at(-1);
      if (firstDay === undefined || lastDay === undefined) return [];
      return [{ type: 'last-use', group: { collateralId }, firstDay, lastDay }];
    });
  }
}

interface UsageTotal {
  readonly group: AggregateGroup;
  readonly excluded: Fact['excluded'];
  readonly viewers: Set<string>;
  readonly pairs: Set<string>;
  readonly ratedPairs: Set<string>;
  views: number;
  activeMs: number;
}

function newTotal(group: AggregateGroup, excluded: Fact['excluded']): UsageTotal {
  return { group, excluded, viewers: new Set(), pairs: new Set(), ratedPairs: new Set(), views: 0, activeMs: 0 };
}

function rowOfTotal({ group, excluded, views, viewers, pairs, ratedPairs, activeMs }: UsageTotal): UsageRow {
  return {
    type: 'usage',
    group,
    excluded,
    views,
    viewers: viewers.size,
    pairs: pairs.size,
    ratedPairs: ratedPairs.size,
    activeMs,
  };
}
