import { isWithin, type MeasuredPeriod } from './measured-period.js';
import { counted, leftOut, notYetDue, stillOpen, type Outcome } from './outcome.js';
import { stintsOf, type IsOwn } from './owner-spans.js';
import { answersOf, type SuggestionCase } from './suggestion-case.js';

const dayMs = 86_400_000;

/**
 * P5: suggestions answered by the day an answer was due, out of those due in the period.
 *
 * An answer is due some days after a suggestion was made, or after its item was taken over. Open and overdue is missed, for whoever
 * owned the item when it fell due, whatever happens later. Not yet due is not counted, answered or not; handed over before is left out.
 */
export function answeredInTime(
  cases: readonly SuggestionCase[],
  {
    period,
    answerDays,
    isOwn,
  }: { readonly period: MeasuredPeriod; readonly answerDays: number; readonly isOwn: IsOwn },
): readonly Outcome[] {
  const end = Date.parse(period.asOf);
  return cases.flatMap((one) => {
    const created = Date.parse(one.createdAt);
    const withdrawn = one.withdrawnAt === null ? Infinity : Date.parse(one.withdrawnAt);
    const answered = answersOf(one).find((at) => at >= created) ?? Infinity;
    return stintsOf(one.owners, created, isOwn).flatMap((stint): readonly Outcome[] => {
      const due = stint.start + answerDays * dayMs;
      if (!isWithin(due, period) || stint.start > end || answered < stint.start || withdrawn <= stint.start) return [];
      const dueAt = new Date(due).toISOString();
      if (answered <= Math.min(due, end) && answered < stint.end)
        return [due > end ? notYetDue(one, dueAt) : counted(one, true, dueAt)];
      if (withdrawn <= due) return [leftOut(one, 'withdrawn', dueAt)];
      if (stint.end <= due) return [leftOut(one, 'handed-over', dueAt)];
      return [due > end ? stillOpen(one, dueAt) : counted(one, false, dueAt)];
    });
  });
}
