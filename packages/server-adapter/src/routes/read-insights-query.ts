import {
  CollateralError,
  itemSorts,
  itemStates,
  type InsightsFilter,
  type InsightsItemsQuery,
  type ItemSort,
  type ItemState,
} from '@collateral/sdk/contract';
import { readParameters } from '../request/read-parameters.js';

const filterNames = ['period', 'team', 'kind', 'producer', 'tag', 'version', 'afterUse'] as const;
const listNames = ['state', 'search', 'sort', 'cursor', 'limit'] as const;

/**
 * Reads the filter of an insights route from the query string.
 *
 * @throws CollateralError `invalid-query` naming the parameter: a misspelt filter must not look like one that found everything.
 */
export function readFilter(
  request: Request,
  names: readonly (typeof filterNames)[number][] = filterNames,
): InsightsFilter {
  return filterOf(readParameters(request, names), names);
}

/** Reads the filter, the order and the page of a list of items. */
export function readItemsQuery(request: Request): InsightsItemsQuery {
  const given = readParameters(request, [...filterNames, ...listNames]);
  const state = given.get('state');
  const search = given.get('search');
  const sort = given.get('sort');
  const cursor = given.get('cursor');
  const limit = given.get('limit');
  if (state !== undefined && !isState(state)) refuse('state', `one of ${itemStates.join(', ')}`, state);
  if (sort !== undefined && !isSort(sort))
    refuse('sort', `one of ${itemSorts.join(', ')}, with a - before it for descending`, sort);
  if (search !== undefined && search.length > 200) refuse('search', 'a text of at most 200 characters', search);
  if (limit !== undefined && !/^(?:[1-9]\d?|1\d\d|200)$/.test(limit))
    refuse('limit', 'a whole number from 1 to 200', limit);
  return {
    ...filterOf(given, filterNames),
    ...(state !== undefined && { state }),
    ...(search !== undefined && { search }),
    ...(sort !== undefined && { sort }),
    ...(cursor !== undefined && { cursor }),
    ...(limit !== undefined && { limit: Number(limit) }),
  };
}

function filterOf(given: ReadonlyMap<string, string>, names: readonly (typeof filterNames)[number][]): InsightsFilter {
  const texts = names.filter((name) => name !== 'afterUse' && given.has(name));
  const filter: InsightsFilter = Object.fromEntries(texts.map((name) => [name, given.get(name)]));
  const { team, period = 'last-90-days' } = filter;
  if (team !== undefined && period !== 'last-90-days') {
    // Two periods of a small group give away what happened between them.
    throw new CollateralError(
      'invalid-query',
      `With team, period must be last-90-days, got ${show(period)}. Leave one of the two out.`,
    );
  }
  const afterUse = given.get('afterUse');
  if (afterUse !== undefined && afterUse !== 'true')
    refuse('afterUse', 'true or left out, as there are no figures of ratings without use', afterUse);
  return { ...filter, ...(afterUse !== undefined && { afterUse: true }) };
}

function isState(value: string): value is ItemState {
  return (itemStates as readonly string[]).includes(value);
}

function isSort(value: string): value is ItemSort {
  return (itemSorts as readonly string[]).includes(value.replace(/^-/, ''));
}

function refuse(name: string, expected: string, got: string): never {
  throw new CollateralError('invalid-query', `${name} must be ${expected}, got ${show(got)}.`);
}

function show(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
