import { isHostId } from '../contract/ids.js';
import { measureIds } from '../contract/scorecard-measures.js';
import { scorecardComparisons } from '../contract/scorecard-query.js';
import { scorecardSubjects } from '../contract/scorecard.js';
import { refuse } from '../refuse.js';
import type { Transport } from '../transport/transport.js';
import { read, searchOf } from './read.js';
import { scorecardShapes } from './scorecard-shapes.js';
import type { ScorecardsQuery, ScorecardsReplies } from './scorecards-query.js';
import type { ReadOptions } from './suggestions-client.js';

/**
 * Asks for one scorecard, a comparison, or what is behind a number. It is loaded when it is wanted first: most pages never read figures.
 *
 * @throws CollateralError `invalid-query`, `not-found`, `forbidden`, `not-signed-in`, `network-failed`, `unexpected-reply`,
 * `server-failed`.
 */
export async function readScorecards<Query extends ScorecardsQuery>(
  transport: Transport,
  query: Query,
  { signal }: ReadOptions = {},
): Promise<ScorecardsReplies[Query['screen']]> {
  const path = pathOf(query);
  const shape = scorecardShapes[query.screen];
  const reply = await read(transport, { path, signal, shape, codes: ['invalid-query', 'not-found'] });
  // Just checked.
  return reply as ScorecardsReplies[Query['screen']];
}

function pathOf(query: ScorecardsQuery): string {
  oneOf('screen', Object.keys(scorecardShapes), query.screen);
  const { subject = 'organisation', period } = query;
  const compare = query.screen === 'evidence' ? undefined : query.compare;
  oneOf('compare', scorecardComparisons, compare ?? 'previous');
  if (query.screen === 'comparison') {
    oneOf('subject', ['producer', 'team'], subject);
    return `/v1/scorecards/comparison${searchOf({ subject, period, compare })}`;
  }
  oneOf('subject', scorecardSubjects, subject);
  const { id } = query;
  const isOrganisation = subject === 'organisation';
  if (!isOrganisation && !isHostId(id))
    refuse('invalid-query', 'id', `1 to 200 characters without controls, the id of a ${subject}`, id);
  const about = { subject, id: isOrganisation ? undefined : id, period };
  if (query.screen === 'scorecard') return `/v1/scorecards${searchOf({ ...about, compare })}`;
  const { measure, cursor, limit } = query;
  oneOf('measure', measureIds, measure);
  if (limit !== undefined && !(Number.isInteger(limit) && limit > 0 && limit <= 200))
    refuse('invalid-query', 'limit', 'a whole number from 1 to 200', limit);
  return `/v1/scorecards/evidence${searchOf({ ...about, measure, cursor, limit })}`;
}

function oneOf(name: string, values: readonly string[], got: string): void {
  if (!values.includes(got)) refuse('invalid-query', name, values.join(', '), got);
}
