import type { EvidenceSubject } from './evidence-lists.js';
import type { ScreenQuery } from './scorecard-loader.js';
import type { ScorecardPlace } from './scorecard-place.js';

type Asked = Pick<ScorecardPlace, 'screen' | 'subject' | 'subjectId' | 'period' | 'compare' | 'data'>;

/** What is asked where somebody is. What can't be asked for is refused by the SDK, which knows what can. */
export function queryOf({ screen, subject, subjectId, period, compare }: Asked): ScreenQuery {
  // The organisation is one; nobody is beside it.
  const query =
    screen === 'comparison'
      ? { screen, subject: subject === 'organisation' ? 'team' : subject, period, compare }
      : { screen: 'scorecard', subject, ...(subjectId && { id: subjectId }), period, compare };
  return query as ScreenQuery;
}

/** Whom and when the lists behind the numbers are about. */
export function subjectOf({ subject, subjectId, period }: Asked): EvidenceSubject {
  return { subject, ...(subjectId && { id: subjectId }), period } as EvidenceSubject;
}

/** Whether the same numbers are shown in both places. */
export function isQuestionSame(one: Asked, other: Asked): boolean {
  return one.data === other.data && JSON.stringify(queryOf(one)) === JSON.stringify(queryOf(other));
}
