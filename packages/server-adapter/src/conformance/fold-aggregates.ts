import type { AggregateQuery, AggregateRow, RatingsQuery, UsageQuery } from '../store/aggregate-query.js';
import type { Fact } from '../store/fact.js';
import { showValue } from './show-value.js';

/**
 * Answers an aggregate query from a list of facts, as text in one fixed order.
 *
 * Written anew on purpose, and as plainly as can be: the kit shares no code with what it judges.
 */
export function foldAggregates(facts: readonly Fact[], query: AggregateQuery): readonly string[] {
  return showRows(query.type === 'usage' ? usageRows(facts, query) : ratingRows(facts, query));
}

/** Writes rows down in one fixed order. */
export function showRows(rows: readonly unknown[]): readonly string[] {
  return rows.map(showValue).sort();
}

function usageRows(facts: readonly Fact[], query: UsageQuery): readonly AggregateRow[] {
  const { from = '0000', to = '9999', collateralIds } = query;
  const checkpoints = facts.filter(
    ({ type, collateralId, detail }) =>
      type === 'view' &&
      collateralId !== null &&
      typeof detail['viewId'] === 'string' &&
      (collateralIds === undefined || collateralIds.includes(collateralId)),
  );
  const views = partsOf(checkpoints, ({ actorId, collateralId, detail }) => [actorId, collateralId, detail['viewId']])
    .map((parts) => ({ ...earliestOf(parts), activeMs: Math.max(...parts.map(millisecondsOf)) }))
    .filter(({ day }) => day >= from && day < to);
  return partsOf(views, (view) => [groupOf(view, query), view.excluded])
    .map((parts): AggregateRow => {
      const qualified = parts.filter(({ activeMs }) => activeMs >= 3_000);
      return {
        type: 'usage',
        group: groupOf(parts[0], query),
        excluded: parts[0].excluded,
        views: partsOf(qualified, ({ actorId, collateralId, version, team, day, slot }) => [
          actorId,
          collateralId,
          version,
          team,
          day,
          slot,
        ]).length,
        viewers: partsOf(qualified, ({ actorId }) => actorId).length,
        activeMs: parts.reduce((sum, { activeMs }) => sum + activeMs, 0),
      };
    })
    .filter((row) => row.type === 'usage' && (row.views > 0 || row.activeMs > 0));
}

function ratingRows(facts: readonly Fact[], query: RatingsQuery): readonly AggregateRow[] {
  const asked = facts.filter(
    ({ type, collateralId }) =>
      (type === 'rating' || type === 'rating-withdrawal') &&
      collateralId !== null &&
      (query.collateralIds === undefined || query.collateralIds.includes(collateralId)),
  );
  const live = partsOf(asked, ({ collateralId, version, actorId }) => [collateralId, version, actorId])
    .map((parts) => parts.reduce((latest, fact) => (momentOf(fact) > momentOf(latest) ? fact : latest)))
    .filter(({ type, detail }) => type === 'rating' && typeof detail['value'] === 'number');
  const scaleOf = ({ detail }: Fact): string | null => (detail['scaleId'] as string | undefined) ?? null;
  return partsOf(live, (fact) => [groupOf(fact, query), fact.excluded, scaleOf(fact), fact.detail['value']]).map(
    (parts) => {
      const [first] = parts;
      return {
        type: 'ratings',
        group: groupOf(first, query),
        excluded: first.excluded,
        scaleId: scaleOf(first),
        value: first.detail['value'] as number,
        ratings: parts.length,
      };
    },
  );
}

function groupOf(fact: Fact, query: AggregateQuery): AggregateRow['group'] {
  const by: readonly string[] = query.by;
  const { collateralId, version, team, day } = fact;
  return Object.fromEntries(Object.entries({ collateralId, version, team, day }).filter(([name]) => by.includes(name)));
}

type Parts<Part> = readonly [Part, ...Part[]];

function partsOf<Part>(all: readonly Part[], keyOf: (part: Part) => unknown): readonly Parts<Part>[] {
  const parts = new Map<string, [Part, ...Part[]]>();
  for (const part of all) {
    const key = showValue(keyOf(part));
    const known = parts.get(key);
    if (known === undefined) parts.set(key, [part]);
    else known.push(part);
  }
  return [...parts.values()];
}

function earliestOf(parts: Parts<Fact>): Fact {
  return parts.reduce((earliest, fact) => (momentOf(fact) < momentOf(earliest) ? fact : earliest));
}

function momentOf({ effectiveAt, id }: Fact): string {
  return `${effectiveAt} ${id}`;
}

function millisecondsOf({ detail }: Fact): number {
  return Math.max(0, Math.round(detail['activeMs'] as number));
}
