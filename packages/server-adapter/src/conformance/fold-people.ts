import type { LastUseQuery, RatingsQuery, UsageQuery } from '../store/aggregate-query.js';
import type { LastUseRow, RatingsRow, UsageRow } from '../store/aggregate-row.js';
import type { Fact } from '../store/fact.js';
import { groupOf, hasItemOf, hasTeamAndDayOf, momentOf, partsOf, type Parts } from './fold-parts.js';

type View = Fact & { readonly activeMs: number };

/** Counts views, viewers and pairs. */
export function usageRows(facts: readonly Fact[], query: UsageQuery): readonly UsageRow[] {
  const pairOf = ({ actorId, collateralId }: Fact): string => JSON.stringify([actorId, collateralId]);
  const rated = new Set(liveRatings(facts).map(pairOf));
  const views = foldedViews(facts).filter((view) => hasItemOf(view, query) && hasTeamAndDayOf(view, query));
  return partsOf(views, (view) => [groupOf(view, query), view.excluded])
    .map((parts): UsageRow => {
      const qualified = parts.filter(isQualified);
      const people = query.withoutPeople === true ? [] : qualified;
      const pairs = partsOf(query.withoutPairs === true ? [] : people, pairOf);
      const placeOf = ({ version, team, day, slot }: Fact): unknown => [version, team, day, slot];
      return {
        type: 'usage',
        group: groupOf(parts[0], query),
        excluded: parts[0].excluded,
        views: partsOf(qualified, (view) => [pairOf(view), placeOf(view)]).length,
        viewers: partsOf(people, ({ actorId }) => actorId).length,
        pairs: pairs.length,
        ratedPairs: pairs.filter(([view]) => rated.has(pairOf(view))).length,
        activeMs: parts.reduce((sum, { activeMs }) => sum + activeMs, 0),
      };
    })
    .filter(({ views: count, activeMs }) => count > 0 || activeMs > 0);
}

/** Counts live ratings by value. */
export function ratingRows(facts: readonly Fact[], query: RatingsQuery): readonly RatingsRow[] {
  const views = foldedViews(facts).filter(isQualified);
  const live = liveRatings(facts)
    .filter((fact) => hasItemOf(fact, query) && hasTeamAndDayOf(fact, query))
    .filter(({ actorId }) => query.actorId === undefined || query.actorId === actorId)
    .map((fact) => ({
      ...fact,
      afterUse: views.some(
        ({ actorId, collateralId, effectiveAt }) =>
          actorId === fact.actorId && collateralId === fact.collateralId && effectiveAt <= fact.effectiveAt,
      ),
    }));
  const scaleOf = ({ detail }: Fact): string | null => (detail['scaleId'] as string | undefined) ?? null;
  return partsOf(live, (fact) => [groupOf(fact, query), fact.excluded, scaleOf(fact), fact.detail['value']]).map(
    (parts) => ({
      type: 'ratings',
      group: groupOf(parts[0], query),
      excluded: parts[0].excluded,
      scaleId: scaleOf(parts[0]),
      value: parts[0].detail['value'] as number,
      ratings: parts.length,
    }),
  );
}

/** Finds the days of first and last use. */
export function lastUseRows(facts: readonly Fact[], query: LastUseQuery): readonly LastUseRow[] {
  const views = foldedViews(facts).filter(
    (view) => isQualified(view) && view.excluded === null && hasItemOf(view, query) && hasTeamAndDayOf(view, query),
  );
  return partsOf(views, ({ collateralId }) => collateralId).map((parts) => {
    const days = parts.map(({ day }) => day).sort();
    return {
      type: 'last-use',
      group: { collateralId: parts[0].collateralId ?? '' },
      firstDay: days[0] ?? '',
      lastDay: days.at(-1) ?? '',
    };
  });
}

function foldedViews(facts: readonly Fact[]): readonly View[] {
  const checkpoints = facts.filter(
    ({ type, collateralId, detail }) =>
      type === 'view' && collateralId !== null && typeof detail['viewId'] === 'string',
  );
  return partsOf(checkpoints, ({ actorId, collateralId, detail }) => [actorId, collateralId, detail['viewId']]).map(
    (parts) => ({ ...earliestOf(parts), activeMs: Math.max(...parts.map(millisecondsOf)) }),
  );
}

/** Gives the rating of each person, item and version that counts. */
export function liveRatings(facts: readonly Fact[]): readonly Fact[] {
  const about = facts.filter(
    ({ type, collateralId }) => (type === 'rating' || type === 'rating-withdrawal') && collateralId !== null,
  );
  return partsOf(about, ({ collateralId, version, actorId }) => [collateralId, version, actorId])
    .map((parts) => parts.reduce((latest, fact) => (momentOf(fact) > momentOf(latest) ? fact : latest)))
    .filter(({ type, detail }) => type === 'rating' && typeof detail['value'] === 'number');
}

function isQualified({ activeMs }: View): boolean {
  return activeMs >= 3_000;
}

function earliestOf(parts: Parts<Fact>): Fact {
  return parts.reduce((earliest, fact) => (momentOf(fact) < momentOf(earliest) ? fact : earliest));
}

function millisecondsOf({ detail }: Fact): number {
  return Math.max(0, Math.round(detail['activeMs'] as number));
}
