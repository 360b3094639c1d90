import { CollateralError, type Scorecard, type ScorecardQuery, type ScorecardSubject } from '@collateral/sdk/contract';
import type { Caller } from '../request/principal.js';
import { taggedReply } from '../request/tagged-reply.js';
import { attributableTo, withoutLiftsOfOthers, type MayAttribute } from '../scorecards/attributable.js';
import { comparisonOf } from '../scorecards/comparison-of.js';
import { evidenceOf } from '../scorecards/evidence-of.js';
import { scorecardCsv } from '../scorecards/scorecard-csv.js';
import { scorecardOf } from '../scorecards/scorecard-of.js';
import { scorecardQuestion, type ScorecardQuestion } from '../scorecards/scorecard-question.js';
import { organisation, readSubjects } from '../scorecards/subjects.js';
import { sourceOf } from './insights-source.js';
import { readComparisonQuery, readEvidenceQuery, readScorecardQuery } from './read-scorecard-query.js';
import type { Call, Route } from './route.js';
import { isVisibleSubject } from './scorecard-access.js';
import { whyNotSetTargets } from './target-access.js';

const management = { method: 'GET', audience: 'management' } as const;

/** Scorecards: how those who make collateral, and the teams who use it, do. */
export const scorecardRoutes: readonly Route[] = Object.freeze([
  {
    ...management,
    path: '/v1/scorecards',
    async answer(call: Call) {
      const { question, subject, caller } = await ask(call, readScorecardQuery);
      const { versions, handOvers, ...scorecard } = await scorecardOf(question, subject);
      // What somebody may not see does not exist for them; in the figures it counts all the same.
      const isSeen = ({ collateralId }: { readonly collateralId: string }): boolean => caller.canSee(collateralId);
      const { figures } = question.source;
      const known = await withoutLiftsOfOthers(figures, versions.filter(isSeen), mayAttribute(call, caller));
      const seen = { versions: known, handOvers: handOvers.filter(isSeen) };
      const maySetTargets = whyNotSetTargets(caller, call.policy, subject) === null;
      return taggedReply(call.request, { ...scorecard, ...seen, maySetTargets } satisfies Scorecard);
    },
  },
  {
    ...management,
    path: '/v1/scorecards/evidence',
    async answer(call: Call) {
      const { question, subject, query, caller } = await ask(call, readEvidenceQuery);
      const { measure, offset, limit } = query;
      const page = { measure, offset, limit, canSee: caller.canSee, mayAttribute: mayAttribute(call, caller) };
      return taggedReply(call.request, await evidenceOf(question, subject, page));
    },
  },
  {
    ...management,
    path: '/v1/scorecards/comparison',
    async answer(call: Call) {
      return taggedReply(call.request, await compare(call));
    },
  },
  {
    ...management,
    path: '/v1/scorecards.csv',
    async answer(call: Call) {
      const { question, subject } = await ask(call, readScorecardQuery);
      const { measures, window } = await scorecardOf(question, subject);
      return csvReply(scorecardCsv(measures.map((measure) => ({ subject, measure, window }))));
    },
  },
  {
    ...management,
    path: '/v1/scorecards/comparison.csv',
    async answer(call: Call) {
      const { subjects, window } = await compare(call);
      const rows = subjects.flatMap(({ subject, measures }) =>
        measures.map((measure) => ({ subject, measure, window })),
      );
      return csvReply(scorecardCsv(rows));
    },
  },
]);

interface Asked<Query> {
  readonly caller: Caller;
  readonly query: Query;
  readonly question: ScorecardQuestion;
  readonly subject: ScorecardSubject;
}

async function ask<Query extends ReturnType<typeof readScorecardQuery>>(
  call: Call,
  read: (request: Request) => Query,
): Promise<Asked<Query>> {
  const caller = await call.signIn();
  const query = read(call.request);
  const question = await questionOf(call, caller, query);
  return { caller, query, question, subject: await subjectOf(call, caller, question, query) };
}

function compare(call: Call): ReturnType<typeof comparisonOf> {
  return (async () => {
    const caller = await call.signIn();
    const query = readComparisonQuery(call.request);
    return comparisonOf(await questionOf(call, caller, query), query.subject, (subject) =>
      isVisibleSubject(caller, call.policy, subject),
    );
  })();
}

function mayAttribute({ policy }: Call, caller: Caller): MayAttribute {
  return attributableTo((id) => isVisibleSubject(caller, policy, { type: 'producer', id }));
}

function questionOf(
  call: Call,
  caller: Caller,
  query: Pick<ScorecardQuery, 'period' | 'compare'>,
): Promise<ScorecardQuestion> {
  return scorecardQuestion({ figures: sourceOf(call, caller), now: call.receivedAt }, query);
}

async function subjectOf(
  call: Call,
  caller: Caller,
  { source }: ScorecardQuestion,
  { subject: type, id }: ReturnType<typeof readScorecardQuery>,
): Promise<ScorecardSubject> {
  if (type === 'organisation') return organisation;
  if (isVisibleSubject(caller, call.policy, { type, id: id ?? null })) {
    const found = (await readSubjects(source.figures, type)).find((one) => one.id === id);
    if (found !== undefined) return found;
  }
  // The same for both, so that nobody learns who exists.
  throw new CollateralError(
    'not-found',
    `There is no such ${type}, or you may not see their scorecard. GET /v1/scorecards/comparison?subject=${type} lists those you may.`,
  );
}

function csvReply(text: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="collateral-scorecard.csv"',
    },
  });
}
