import type { Fact } from '../../store/fact.js';
import { answerOf, askOf, foldOf, withDetail, withoutPart } from './count-faults.fixture.js';
import type { Mutant } from './mutant.fixture.js';

const isRating = ({ type }: Fact): boolean => type === 'rating' || type === 'rating-withdrawal';

/** Faults in pairs, teams, days, actions and arrivals. */
export const questionMutants: readonly Mutant[] = [
  {
    fault: 'takes viewers for pairs',
    noticedBy: 'aggregate.pairs-distinct',
    breakIt: answerOf((rows) => rows.map((row) => (row.type === 'usage' ? { ...row, pairs: row.viewers } : row))),
  },
  {
    fault: 'takes views for pairs',
    noticedBy: 'aggregate.pairs-distinct',
    breakIt: answerOf((rows) => rows.map((row) => (row.type === 'usage' ? { ...row, pairs: row.views } : row))),
  },
  {
    fault: 'takes only ratings of the days asked for into rated pairs',
    noticedBy: 'aggregate.pairs-rated',
    breakIt: foldOf((facts, query) =>
      facts.filter((fact) => query.type !== 'usage' || !isRating(fact) || fact.day < (query.to ?? '9999')),
    ),
  },
  {
    fault: 'takes no rating that is excluded into rated pairs',
    noticedBy: 'aggregate.pairs-rated',
    breakIt: foldOf((facts) => facts.filter((fact) => !isRating(fact) || fact.excluded === null)),
  },
  {
    fault: 'keeps a pair rated when the rating was taken back',
    noticedBy: 'aggregate.pairs-withdrawn',
    breakIt: foldOf((facts, query) =>
      facts.filter(({ type }) => query.type !== 'usage' || type !== 'rating-withdrawal'),
    ),
  },
  {
    fault: 'takes a pair for not rated when one of its ratings was taken back',
    noticedBy: 'aggregate.pairs-withdrawn',
    breakIt: foldOf((facts, query) =>
      facts.map((fact) => (query.type === 'usage' && isRating(fact) ? { ...fact, version: 'v1' } : fact)),
    ),
  },
  {
    fault: 'counts every team where one was asked for',
    noticedBy: 'aggregate.usage-team',
    breakIt: askOf((query) => withoutPart(query, 'team')),
  },
  {
    fault: 'takes people without a team for everybody',
    noticedBy: 'aggregate.ratings-team',
    breakIt: askOf((query) => ('team' in query && query.team === null ? withoutPart(query, 'team') : query)),
  },
  {
    fault: 'looks for the live rating only in the team asked for',
    noticedBy: 'aggregate.ratings-team',
    breakIt: foldOf((facts, query) =>
      facts.filter(({ team }) => query.type !== 'ratings' || query.team === undefined || query.team === team),
    ),
  },
  {
    fault: 'looks for the live rating only on the days asked for',
    noticedBy: 'aggregate.ratings-days',
    breakIt: foldOf((facts, query) =>
      facts.filter(({ day }) => query.type !== 'ratings' || query.to === undefined || day < query.to),
    ),
  },
  {
    fault: 'takes a view that began after the rating for use before it',
    noticedBy: 'aggregate.after-use-order',
    breakIt: foldOf((facts) =>
      facts.map((fact) => (fact.type === 'view' ? { ...fact, effectiveAt: '2000-01-01T00:00:00.000Z' } : fact)),
    ),
  },
  {
    fault: 'takes a view for begun where its last checkpoint is',
    noticedBy: 'aggregate.after-use-earlier',
    breakIt: foldOf((facts) =>
      facts.filter(
        (fact) =>
          !facts.some(
            (other) =>
              other.detail['viewId'] !== undefined &&
              other.detail['viewId'] === fact.detail['viewId'] &&
              other.effectiveAt > fact.effectiveAt,
          ),
      ),
    ),
  },
  {
    fault: 'takes the use of somebody else or of another item for use before a rating',
    noticedBy: 'aggregate.after-use-which',
    breakIt: foldOf((facts, query) =>
      query.type === 'ratings' ? facts.map((fact) => ({ ...fact, collateralId: 'deck-42', actorId: 'ana' })) : facts,
    ),
  },
  {
    fault: 'knows no use that is excluded',
    noticedBy: 'aggregate.after-use-which',
    breakIt: foldOf((facts) => facts.filter(({ excluded }) => excluded === null)),
  },
  {
    fault: 'takes all ratings of a person for after use once one of them is',
    noticedBy: 'aggregate.after-use-each',
    breakIt: foldOf((facts) =>
      facts.map((fact) =>
        fact.type === 'view' &&
        facts.some((other) => isRating(other) && other.actorId === fact.actorId && other.effectiveAt > fact.effectiveAt)
          ? { ...fact, effectiveAt: '2000-01-01T00:00:00.000Z' }
          : fact,
      ),
    ),
  },
  {
    fault: 'looks for use before a rating on the days asked for only',
    noticedBy: 'aggregate.after-use-since',
    breakIt: foldOf((facts, query) =>
      facts.filter((fact) => fact.type !== 'view' || !('from' in query) || fact.day >= (query.from ?? '')),
    ),
  },
  {
    fault: 'counts people as often as they did something',
    noticedBy: 'aggregate.actions-times',
    breakIt: answerOf((rows) => rows.map((row) => (row.type === 'actions' ? { ...row, people: row.times } : row))),
  },
  {
    fault: 'knows no completions',
    noticedBy: 'aggregate.actions-times',
    breakIt: foldOf((facts) => facts.filter(({ type }) => type !== 'completion')),
  },
  {
    fault: 'counts actions about no item',
    noticedBy: 'aggregate.actions-other-facts',
    breakIt: foldOf((facts) => facts.map((fact) => ({ ...fact, collateralId: fact.collateralId ?? '' }))),
  },
  {
    fault: 'counts every use as a download',
    noticedBy: 'aggregate.actions-other-facts',
    breakIt: foldOf((facts) =>
      facts.map((fact) => (fact.type === 'usage' ? withDetail(fact, { action: 'download' }) : fact)),
    ),
  },
  {
    fault: 'takes the last day for the first',
    noticedBy: 'aggregate.last-use-days',
    breakIt: answerOf((rows) => rows.map((row) => (row.type === 'last-use' ? { ...row, firstDay: row.lastDay } : row))),
  },
  {
    fault: 'takes excluded views for use',
    noticedBy: 'aggregate.last-use-qualified',
    breakIt: foldOf((facts) => facts.map((fact) => ({ ...fact, excluded: null }))),
  },
  {
    fault: 'leaves facts about no item out of arrivals',
    noticedBy: 'aggregate.arrivals-types',
    breakIt: foldOf((facts) => facts.filter(({ collateralId }) => collateralId !== null)),
  },
  {
    fault: 'calls a fact late after exactly an hour',
    noticedBy: 'aggregate.arrivals-late',
    breakIt: foldOf((facts) =>
      facts.map((fact) => ({ ...fact, receivedAt: new Date(Date.parse(fact.receivedAt) + 1).toISOString() })),
    ),
  },
  {
    fault: 'counts arrivals by the day they came',
    noticedBy: 'aggregate.arrivals-days',
    breakIt: foldOf((facts) => facts.map((fact) => ({ ...fact, day: fact.receivedAt.slice(0, 10) }))),
  },
];
