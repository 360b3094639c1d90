import type { Commitments } from '@collateral/sdk/contract';
import { calendarDay } from '../insights/calendar-day.js';
import { dayEnd, dayStart } from '../insights/day-start.js';
import type { MeasuredPeriod } from './measured-period.js';
import { counted, notYetDue, stillOpen, type Outcome } from './outcome.js';
import { ownerAt, type IsOwn } from './owner-spans.js';
import { isReopenedSoon } from './resolutions.js';
import type { SuggestionCase } from './suggestion-case.js';

/** What became of a promise. */
export interface PromiseOutcome extends Outcome {
  /** Known as soon as it is done, also when the share still waits for the day. */
  readonly standing: Exclude<keyof Commitments, 'promised'>;
}

/**
 * P12: accepted suggestions that were shipped by the day first promised, out of those promised for a day in the period.
 *
 * The first day rules: moving it later does not make late work punctual. Declining what was promised is not keeping it, and what is
 * reopened within 14 days was not done. Each time a suggestion is accepted after it was new or closed, a promise begins. It
 * belongs to whoever owned the item on the day it was due, or when it was done before. The share counts it once that day is over.
 */
export function promises(
  cases: readonly SuggestionCase[],
  { period, isOwn }: { readonly period: MeasuredPeriod; readonly isOwn: IsOwn },
): readonly PromiseOutcome[] {
  const { span, timeZone, endDay } = period;
  const dayOf = calendarDay(timeZone);
  return cases.flatMap((one) =>
    one.moves.flatMap(({ from, to, dueAt, at }, index): readonly PromiseOutcome[] => {
      const isPromise = to === 'accepted' && from !== 'accepted' && from !== 'in-progress' && dueAt !== null;
      if (!isPromise || dueAt < span.firstDay || dueAt > span.lastDay || dayOf(Date.parse(at)) > endDay) return [];
      const done = one.moves.findIndex((move, later) => later > index && isEnd(move.to));
      const end = one.moves[done];
      const doneOn = end === undefined ? null : dayOf(Date.parse(end.at));
      const isKept = end?.to === 'shipped' && doneOn !== null && doneOn <= dueAt && !isReopenedSoon(one.moves, done);
      // The owner of the whole day it was due is the one at its start.
      const dueStart = dayStart(dueAt, timeZone);
      const judged = end === undefined ? dueStart : Math.min(dueStart, Date.parse(end.at));
      if (!isOwn(one.owners.length === 0 ? null : ownerAt(one.owners, judged))) return [];
      const isDone = doneOn !== null && doneOn <= endDay;
      const isDue = dayEnd(dueAt, timeZone) <= Date.parse(period.asOf);
      const standing = isDone && isKept ? 'kept' : isDone || isDue ? 'late' : 'open';
      if (isDue) return [{ ...counted(one, standing === 'kept', dueAt), standing }];
      return [{ ...(isDone ? notYetDue(one, dueAt) : stillOpen(one, dueAt)), standing }];
    }),
  );
}

/** Counts what was promised for the period. */
export function commitmentsOf(outcomes: readonly PromiseOutcome[]): Commitments {
  const count = (standing: PromiseOutcome['standing']): number =>
    outcomes.filter((one) => one.standing === standing).length;
  return { promised: outcomes.length, kept: count('kept'), late: count('late'), open: count('open') };
}

function isEnd(status: string): boolean {
  return status === 'shipped' || status === 'declined' || status === 'duplicate';
}
