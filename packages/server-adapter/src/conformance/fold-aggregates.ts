import type { AggregateQuery, ActionsQuery, ArrivalsQuery } from '../store/aggregate-query.js';
import type { ActionsRow, AggregateRow, ArrivalsRow } from '../store/aggregate-row.js';
import type { Fact } from '../store/fact.js';
import { lowRatingRows, searchRows, suggestionPageRows, suggestionRows, supporterRows } from './fold-conversation.js';
import { firstEngagedRows, lowRaterRows, participationRows } from './fold-engagement.js';
import { inboxPageRows } from './fold-inbox.js';
import { groupOf, hasItemOf, hasTeamAndDayOf, partsOf } from './fold-parts.js';
import { lastUseRows, ratingRows, usageRows } from './fold-people.js';
import { showValue } from './show-value.js';

/**
 * Answers an aggregate query from a list of facts, as text in one fixed order.
 *
 * Written anew on purpose, and as plainly as can be: the kit shares no code with what it judges.
 */
export function foldAggregates(facts: readonly Fact[], query: AggregateQuery): readonly string[] {
  return showRows(rowsOf(facts, query));
}

/** Writes rows down in one fixed order. */
export function showRows(rows: readonly unknown[]): readonly string[] {
  return rows.map(showValue).sort();
}

function rowsOf(facts: readonly Fact[], query: AggregateQuery): readonly AggregateRow[] {
  if (query.type === 'usage') return usageRows(facts, query);
  if (query.type === 'ratings') return ratingRows(facts, query);
  if (query.type === 'actions') return actionRows(facts, query);
  if (query.type === 'last-use') return lastUseRows(facts, query);
  if (query.type === 'arrivals') return arrivalRows(facts, query);
  if (query.type === 'suggestions') return suggestionRows(facts, query);
  if (query.type === 'suggestion-page') return suggestionPageRows(facts, query);
  // Nothing is decided in a history of facts alone.
  if (query.type === 'inbox-page') return inboxPageRows(facts, [], query);
  if (query.type === 'standings') return [];
  if (query.type === 'supporters') return supporterRows(facts, query);
  if (query.type === 'low-ratings') return lowRatingRows(facts, query);
  if (query.type === 'participation') return participationRows(facts, query);
  if (query.type === 'low-raters') return lowRaterRows(facts, query);
  if (query.type === 'first-engaged') return firstEngagedRows(facts, query);
  return searchRows(facts, query);
}

function actionRows(facts: readonly Fact[], query: ActionsQuery): readonly ActionsRow[] {
  const actionOf = ({ type, detail }: Fact): unknown =>
    type === 'completion' ? 'complete' : type === 'usage' ? detail['action'] : null;
  const asked = facts.filter(
    (fact) =>
      hasItemOf(fact, query) &&
      hasTeamAndDayOf(fact, query) &&
      ['download', 'share', 'present', 'complete'].includes(String(actionOf(fact))),
  );
  return partsOf(asked, (fact) => [groupOf(fact, query), fact.excluded, actionOf(fact)]).map((parts) => ({
    type: 'actions',
    group: groupOf(parts[0], query),
    excluded: parts[0].excluded,
    action: actionOf(parts[0]) as ActionsRow['action'],
    times: parts.length,
    people: partsOf(parts, ({ actorId }) => actorId).length,
  }));
}

function arrivalRows(facts: readonly Fact[], query: ArrivalsQuery): readonly ArrivalsRow[] {
  const asked = facts.filter((fact) => hasTeamAndDayOf(fact, query));
  const hoursBetween = ({ effectiveAt, receivedAt }: Fact): number =>
    (Date.parse(receivedAt) - Date.parse(effectiveAt)) / 3_600_000;
  return partsOf(asked, (fact) => groupOf(fact, query)).map((parts) => ({
    type: 'arrivals',
    group: groupOf(parts[0], query),
    facts: parts.length,
    late: parts.filter((fact) => hoursBetween(fact) > 1).length,
  }));
}
