import type { Fact } from '../../store/fact.js';
import { askOf, foldOf, withDetail } from './count-faults.fixture.js';
import type { Mutant } from './mutant.fixture.js';

const isRating = ({ type }: Fact): boolean => type === 'rating';

/** Faults in who really used what, rated it, and said why. */
export const engagementMutants: readonly Mutant[] = [
  {
    fault: 'takes every view for real use',
    noticedBy: 'aggregate.engagement-real',
    breakIt: foldOf((facts) => facts.map((fact) => (fact.type === 'view' ? withDetail(fact, { progress: 1 }) : fact))),
  },
  {
    fault: 'looks at the time only and not at how much was seen',
    noticedBy: 'aggregate.engagement-real',
    breakIt: foldOf((facts) => facts.map((fact) => (fact.type === 'view' ? withDetail(fact, { progress: 0 }) : fact))),
  },
  {
    fault: 'takes the use of those who own an item for real use',
    noticedBy: 'aggregate.engagement-real',
    breakIt: foldOf((facts) => facts.map((fact) => ({ ...fact, excluded: null }))),
  },
  {
    fault: 'counts a pair for each version',
    noticedBy: 'aggregate.engagement-pairs',
    breakIt: foldOf((facts) =>
      facts.map((fact) => ({ ...fact, collateralId: fact.collateralId && `${fact.collateralId} ${fact.version}` })),
    ),
  },
  {
    fault: 'takes people without a team for those of another',
    noticedBy: 'aggregate.engagement-pairs',
    breakIt: foldOf((facts) => facts.map((fact) => ({ ...fact, team: fact.team ?? 'sales' }))),
  },
  {
    fault: 'counts only pairs that were never used before the window',
    noticedBy: 'aggregate.engagement-window',
    breakIt: foldOf((facts) =>
      facts.filter(
        (fact) => !facts.some((other) => other.actorId === fact.actorId && other.day < fact.day && !isRating(other)),
      ),
    ),
  },
  {
    fault: 'gives a day more to rate',
    noticedBy: 'aggregate.engagement-rated',
    breakIt: foldOf((facts) => facts.map((fact) => (isRating(fact) ? { ...fact, day: dayBefore(fact.day) } : fact))),
  },
  {
    fault: 'knows only ratings that came after the use',
    noticedBy: 'aggregate.engagement-rated',
    breakIt: foldOf((facts) => facts.filter((fact) => !isRating(fact) || fact.day >= '2026-05-04')),
  },
  {
    fault: 'takes a rating of any age',
    noticedBy: 'aggregate.engagement-rated',
    breakIt: foldOf((facts) =>
      facts.map((fact) => (isRating(fact) && fact.day < '2026-05-04' ? { ...fact, day: '2026-05-04' } : fact)),
    ),
  },
  {
    fault: 'looks for the rating beside the first use only',
    noticedBy: 'aggregate.engagement-rated-any',
    breakIt: foldOf((facts, query) => {
      const isAsked = ({ day }: Fact): boolean => 'from' in query && day >= query.from;
      const first = facts.find((fact) => !isRating(fact) && isAsked(fact));
      return facts.filter((fact) => isRating(fact) || fact === first);
    }),
  },
  {
    fault: 'knows the first rating only',
    noticedBy: 'aggregate.engagement-rated-any',
    breakIt: foldOf((facts) => {
      const first = facts.filter(isRating).toSorted((one, other) => (one.day < other.day ? -1 : 1))[0];
      return facts.filter((fact) => !isRating(fact) || fact === first);
    }),
  },
  {
    fault: 'forgets that an item was rated when the rating is taken back',
    noticedBy: 'aggregate.engagement-rated-which',
    breakIt: foldOf((facts) =>
      facts.some(({ type }) => type === 'rating-withdrawal') ? facts.filter((fact) => !isRating(fact)) : facts,
    ),
  },
  {
    fault: 'takes excluded ratings for ratings',
    noticedBy: 'aggregate.engagement-rated-which',
    breakIt: foldOf((facts) => facts.map((fact) => ({ ...fact, excluded: null }))),
  },
  {
    fault: 'counts a pair again for a use that came late',
    noticedBy: 'aggregate.engagement-between',
    breakIt: foldOf((facts, query) =>
      facts.map((fact, index) =>
        query.type === 'participation' && index === 2 ? { ...fact, collateralId: 'deck-44' } : fact,
      ),
    ),
  },
  {
    fault: 'counts somebody who changed team in both of a group',
    noticedBy: 'aggregate.engagement-together',
    breakIt: foldOf((facts, query) =>
      facts.map((fact) =>
        query.type === 'first-engaged' && query.teams ? { ...fact, actorId: `${fact.actorId} ${fact.team}` } : fact,
      ),
    ),
  },
  {
    fault: 'leaves a team of a group out',
    noticedBy: 'aggregate.engagement-together',
    breakIt: askOf((query) =>
      query.type === 'first-engaged' && query.teams ? { ...query, teams: query.teams.slice(0, 1) } : query,
    ),
  },
  {
    fault: 'takes a value too many for low',
    noticedBy: 'aggregate.engagement-low',
    breakIt: askOf((query) => (query.type === 'low-raters' ? { ...query, atMost: query.atMost + 1 } : query)),
  },
  {
    fault: 'counts low ratings that were changed since',
    noticedBy: 'aggregate.engagement-low',
    breakIt: foldOf((facts) => facts.filter(({ detail }) => detail['value'] !== 5)),
  },
  {
    fault: 'takes only reasons for saying why',
    noticedBy: 'aggregate.engagement-low',
    breakIt: foldOf((facts) => facts.map((fact) => (isRating(fact) ? withDetail(fact, { comment: '' }) : fact))),
  },
  {
    fault: 'forgets with a person that they had said why',
    noticedBy: 'aggregate.engagement-erased',
    breakIt: foldOf((facts) => facts.map((fact) => withDetail(fact, { commented: false }))),
  },
];

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
