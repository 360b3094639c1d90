import type { ScorecardSubject, StoredTarget } from '@collateral/sdk/contract';
import type { TargetState } from '../../shared/governing-strings.js';

/** A target of one measure, with how it stands today. */
export interface ListedTarget {
  readonly target: StoredTarget;
  /** It is the subject's own, not the organisation's beside it. */
  readonly isOwn: boolean;
  readonly state: TargetState;
}

/** Lists a measure's targets of a subject and those of the organisation, the latest first day first. */
export function listTargets(
  targets: readonly StoredTarget[],
  measure: string,
  subject: Pick<ScorecardSubject, 'type' | 'id'>,
  today: string,
): readonly ListedTarget[] {
  const isOwn = (one: StoredTarget): boolean => one.subject === subject.type && one.id === subject.id;
  const about = targets
    .filter((one) => one.measure === measure && (isOwn(one) || one.subject === 'organisation'))
    .toSorted((one, other) =>
      one.from < other.from ? 1 : one.from > other.from ? -1 : Number(isOwn(other)) - Number(isOwn(one)),
    );
  const inForce = about.filter(({ from, until }) => from <= today && (until === null || until >= today));
  // The rule of the server: one's own goes before the organisation's, and the latest first day before earlier ones.
  const holding = inForce.find(isOwn) ?? inForce[0];
  return about.map((target) => {
    const isOver = target.until !== null && target.until < today;
    const state =
      target === holding ? 'holds' : isOver ? 'over' : target.from > today ? 'coming' : ('replaced' as const);
    return { target, isOwn: isOwn(target), state };
  });
}

/** Gives the day an instant falls on in a time zone, `YYYY-MM-DD`. */
export function dayOf(instant: string, timeZone: string): string {
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const parts = new Intl.DateTimeFormat('en', options).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
