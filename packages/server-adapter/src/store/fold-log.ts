import { AggregateFold } from './aggregate-fold.js';
import type { AggregateQuery } from './aggregate-query.js';
import type { AggregateRow } from './aggregate-row.js';
import { aggregateTypes } from './aggregate-types.js';
import type { InboxPageQuery, StandingsQuery, SuggestionPageQuery, SuggestionsQuery } from './conversation-query.js';
import type { Fact } from './fact.js';
import type { FactFilter, Store, StoredDocument } from './store.js';
import { checkSuggestionsQuery } from './suggestion-fold.js';

/** The part of a store that reads facts, and the steps of suggestions. */
export type LogReader = Pick<Store, 'read' | 'list'>;

/** Answers an aggregate query from a log. Reads no more of it than the query needs. */
export async function foldLog(log: LogReader, tenant: string, query: AggregateQuery): Promise<readonly AggregateRow[]> {
  const fold = new AggregateFold();
  if (query.type === 'suggestions') {
    checkSuggestionsQuery(query);
    const types = aggregateTypes(query);
    for await (const fact of factsOfSuggestions(log, tenant, query, types)) fold.add(fact);
  } else if (query.type === 'suggestion-page') {
    const ofPlace = { collateralIds: [query.collateralId] };
    for await (const fact of factsOfSuggestions(log, tenant, ofPlace, aggregateTypes(query))) fold.add(fact);
  } else if (query.type === 'inbox-page' || query.type === 'standings') {
    const { collateralIds = [] } = query;
    for await (const fact of factsOfSuggestions(log, tenant, { collateralIds }, aggregateTypes(query))) fold.add(fact);
    for await (const stored of everyStep(log, tenant)) fold.addDocument(stored);
  } else {
    for await (const fact of factsOf(log, tenant, filterOf(query))) fold.add(fact);
  }
  return fold.answer(query);
}

/**
 * Gives the facts about suggestions that are about some items, or have some ids, or both.
 *
 * In two steps for items: votes, replies and withdrawals name the suggestion only, and which of several suggestions with one id
 * counts is known only when all of them are seen.
 */
export async function* factsOfSuggestions(
  log: Pick<Store, 'read'>,
  tenant: string,
  { collateralIds, suggestionIds }: Omit<SuggestionsQuery, 'type'>,
  types: FactFilter['types'] = [],
): AsyncGenerator<Fact> {
  const ofIds = suggestionIds && { suggestionIds };
  if (collateralIds === undefined) {
    yield* factsOf(log, tenant, { types, ...ofIds });
    return;
  }
  const items = new Set(collateralIds);
  const named = collateralIds.filter((id) => id !== null);
  const found = new Set<string>();
  // Requests are about no item, and a filter by item leaves them out.
  const ofItems = named.length === collateralIds.length && { collateralIds: named };
  for await (const fact of factsOf(log, tenant, { types: ['suggestion'], ...ofIds, ...ofItems }))
    if (items.has(fact.collateralId)) found.add(fact.id);
  yield* factsOf(log, tenant, { types, suggestionIds: [...found] });
}

async function* everyStep(log: LogReader, tenant: string): AsyncGenerator<StoredDocument> {
  let cursor: string | undefined;
  do {
    const page = await log.list(tenant, 'suggestions', { limit: 1_000, ...(cursor !== undefined && { cursor }) });
    yield* page.documents;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

async function* factsOf(log: Pick<Store, 'read'>, tenant: string, filter: FactFilter): AsyncGenerator<Fact> {
  for await (const { facts } of log.read(tenant, filter)) yield* facts;
}

type SaidQuery = SuggestionsQuery | SuggestionPageQuery | InboxPageQuery | StandingsQuery;

function filterOf(query: Exclude<AggregateQuery, SaidQuery>): FactFilter {
  const types = aggregateTypes(query);
  const ofTypes = types && { types };
  switch (query.type) {
    case 'supporters': {
      const { suggestionIds, actorId } = query;
      return { ...ofTypes, suggestionIds, ...(actorId !== undefined && { actorId }) };
    }
    case 'low-ratings': {
      const { collateralIds, actorId } = query;
      return { ...ofTypes, collateralIds, ...(actorId !== undefined && { actorId }) };
    }
    case 'arrivals':
    case 'searches':
    case 'participation':
    case 'low-raters':
      return { ...ofTypes };
    case 'ratings': {
      const { collateralIds, actorId } = query;
      return { ...ofTypes, ...(collateralIds && { collateralIds }), ...(actorId !== undefined && { actorId }) };
    }
    default:
      return { ...ofTypes, ...(query.collateralIds && { collateralIds: query.collateralIds }) };
  }
}
