import {
  CollateralError,
  isHostId,
  measureIds,
  scorecardComparisons,
  scorecardSubjects,
  type EvidenceQuery,
  type ScorecardQuery,
} from '@collateral/sdk/contract';
import { readParameters } from '../request/read-parameters.js';

const names = ['subject', 'id', 'period'] as const;

/** Reads which scorecard is asked for. @throws CollateralError `invalid-query` naming the parameter. */
export function readScorecardQuery(request: Request): Required<Pick<ScorecardQuery, 'subject'>> & ScorecardQuery {
  return queryOf(readParameters(request, [...names, 'compare']));
}

/** Reads what is compared. @throws CollateralError `invalid-query` naming the parameter. */
export function readComparisonQuery(
  request: Request,
): Omit<ScorecardQuery, 'id' | 'subject'> & { readonly subject: 'producer' | 'team' } {
  const given = readParameters(request, ['subject', 'period', 'compare']);
  const { subject } = queryOf(new Map([...given, ['id', 'any']]));
  if (subject === 'organisation') refuse('subject', 'producer or team', subject);
  const { id: _any, ...query } = queryOf(new Map([...given, ['id', 'any']]));
  return { ...query, subject };
}

/** Reads which list behind a number is asked for. @throws CollateralError `invalid-query` naming the parameter. */
export function readEvidenceQuery(request: Request): ReturnType<typeof readScorecardQuery> & {
  readonly measure: EvidenceQuery['measure'];
  offset: number;
  limit: number;
} {
  const given = readParameters(request, [...names, 'measure', 'cursor', 'limit']);
  const measure = oneOf(given, 'measure', measureIds);
  if (measure === undefined) refuse('measure', `one of ${measureIds.join(', ')}`, '');
  if (measure === 'T1' || measure === 'T2')
    throw new CollateralError(
      'invalid-query',
      `There is no list behind ${measure}: it would tell who did what. Ask for T3 or a measure that begins with P.`,
    );
  const offset = given.get('cursor') ?? '0';
  if (!/^\d{1,9}$/.test(offset)) refuse('cursor', 'the nextCursor of an earlier page', offset);
  const limit = given.get('limit') ?? '50';
  if (!/^(?:[1-9]\d?|1\d\d|200)$/.test(limit)) refuse('limit', 'a whole number from 1 to 200', limit);
  return { ...queryOf(given), measure, offset: Number(offset), limit: Number(limit) };
}

function queryOf(given: ReadonlyMap<string, string>): ReturnType<typeof readScorecardQuery> {
  const subject = oneOf(given, 'subject', scorecardSubjects) ?? 'organisation';
  const id = given.get('id');
  const period = given.get('period');
  const compare = oneOf(given, 'compare', scorecardComparisons);
  if (subject !== 'organisation' && id === undefined) refuse('id', `the id of a ${subject}`, '');
  if (id !== undefined && !isHostId(id)) refuse('id', 'an id of 1 to 200 characters', id);
  return {
    subject,
    ...(id !== undefined && subject !== 'organisation' && { id }),
    ...(period !== undefined && { period }),
    ...(compare !== undefined && { compare }),
  };
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

function refuse(name: string, expected: string, got: string): never {
  throw new CollateralError('invalid-query', `${name} must be ${expected}, got ${JSON.stringify(got.slice(0, 40))}.`);
}
