import type { Commitments } from '@collateral/sdk/contract';
import { calendarDay } from '../insights/calendar-day.js';
import { dayEnd, dayStart } from '../insights/day-start.js';
import type { MeasuredPeriod } from './measured-period.js';
import { counted, stillOpen, type Outcome } from './outcome.js';
import { ownerAt, type IsOwn } from './owner-spans.js';
import { isReopenedSoon } from './resolutions.js';
import type { SuggestionCase } from './suggestion-case.js';

/**
 * P12: accepted suggestions that were shipped by the day first promised, out of those promised for a day in the period.
 *
 * The first day rules: moving it later does not make late work punctual. Declining what was promised is not keeping it, and what is
 * reopened within 14 days was not done. Each time a suggestion is accepted after it was new or closed, a promise begins. It
 * belongs to whoever owned the item on the day it was due, or when it was done before.
 */
export function promises(
  cases: readonly SuggestionCase[],
  { period, isOwn }: { readonly period: MeasuredPeriod; readonly isOwn: IsOwn },
): readonly Outcome[] {
  const { span, timeZone, endDay } = period;
  const dayOf = calendarDay(timeZone);
  return cases.flatMap((one) =>
    one.moves.flatMap(({ from, to, dueAt, at }, index): readonly Outcome[] => {
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
      if (doneOn !== null && doneOn <= endDay) return [counted(one, isKept, dueAt)];
      return [dayEnd(dueAt, timeZone) > Date.parse(period.asOf) ? stillOpen(one, dueAt) : counted(one, false, dueAt)];
    }),
  );
}

/** Counts what was promised for the period. */
export function commitmentsOf(outcomes: readonly Outcome[]): Commitments {
  const count = (part: Outcome['part']): number => outcomes.filter((one) => one.part === part).length;
  return { promised: outcomes.length, kept: count('hit'), late: count('miss'), open: count('open') };
}

function isEnd(status: string): boolean {
  return status === 'shipped' || status === 'declined' || status === 'duplicate';
}
