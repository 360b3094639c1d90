import {
  CollateralError,
  inboxStates,
  isHostId,
  suggestionKinds,
  suggestionSorts,
  suggestionStatuses,
  type InboxQuery,
  type SuggestionsQuery,
} from '@collateral/sdk/contract';
import { readParameters } from '../request/read-parameters.js';

const statuses = [...suggestionStatuses, 'open', 'closed'] as const;

/** Reads which suggestions are asked for. @throws CollateralError `invalid-query` naming the parameter. */
export function readSuggestionsQuery(request: Request): SuggestionsQuery {
  const given = readParameters(request, ['collateralId', 'status', 'similar', 'sort', 'cursor', 'limit']);
  const similar = given.get('similar');
  if (similar !== undefined && similar.length > 200) refuse('similar', 'a text of at most 200 characters', similar);
  if (similar !== undefined && (given.has('sort') || given.has('cursor')))
    throw new CollateralError(
      'invalid-query',
      'similar comes in its own order on one page. Leave sort and cursor out.',
    );
  return clean({
    collateralId: given.get('collateralId'),
    status: oneOf(given, 'status', statuses),
    similar,
    sort: oneOf(given, 'sort', suggestionSorts),
    cursor: given.get('cursor'),
    limit: readLimit(given),
  });
}

/** Reads which part of the inbox is asked for. @throws CollateralError `invalid-query` naming the parameter. */
export function readInboxQuery(request: Request): InboxQuery {
  const given = readParameters(request, ['state', 'assignee', 'kind', 'sort', 'cursor', 'limit']);
  const assignee = given.get('assignee');
  if (assignee !== undefined && !isHostId(assignee)) refuse('assignee', 'the id of a producer', assignee);
  return clean({
    state: oneOf(given, 'state', inboxStates),
    assignee,
    kind: oneOf(given, 'kind', suggestionKinds),
    sort: oneOf(given, 'sort', suggestionSorts),
    cursor: given.get('cursor'),
    limit: readLimit(given),
  });
}

function oneOf<Value extends string>(
  given: ReadonlyMap<string, string>,
  name: string,
  values: readonly Value[],
): Value | undefined {
  const value = given.get(name);
  const found = values.find((one) => one === value);
  if (value !== undefined && found === undefined) refuse(name, `one of ${values.join(', ')}`, value);
  return found;
}

function readLimit(given: ReadonlyMap<string, string>): number | undefined {
  const limit = given.get('limit');
  if (limit === undefined) return undefined;
  if (!/^(?:[1-9]\d?|100)$/.test(limit)) refuse('limit', 'a whole number from 1 to 100', limit);
  return Number(limit);
}

type Clean<Query> = { readonly [Name in keyof Query]?: Exclude<Query[Name], undefined> };

function clean<Query extends object>(query: Query): Clean<Query> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as Clean<Query>;
}

function refuse(name: string, expected: string, got: string): never {
  throw new CollateralError('invalid-query', `${name} must be ${expected}, got ${JSON.stringify(got.slice(0, 40))}.`);
}
