import { isWithin, type MeasuredPeriod } from './measured-period.js';
import { leftOut, type Outcome } from './outcome.js';
import { stintsOf, type IsOwn, type Stint } from './owner-spans.js';
import { answersOf, rootsAt, type SuggestionCase } from './suggestion-case.js';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/**
 * P4: how long suggestions made in the period waited for the first reply or decision of the owner, in days.
 *
 * - What is still open at the end of the period waits, and is never left out.
 * - Merging a duplicate is an answer to it at that moment and no other; it keeps counting. What it was merged into has waited since
 *   the earliest of them.
 * - After a hand-over the clock starts anew for the new owner; for the old one the wait ends unanswered.
 * - What its author took back within an hour was a slip; taken back later, it waited as long as it was there.
 */
export function firstResponses(
  cases: readonly SuggestionCase[],
  { period, isOwn }: { readonly period: MeasuredPeriod; readonly isOwn: IsOwn },
): readonly Outcome[] {
  const end = Date.parse(period.asOf);
  const earliest = earliestMerged(cases, end);
  return cases.flatMap((one) => {
    const created = Date.parse(one.createdAt);
    if (created > end) return [];
    return stintsOf(one.owners, created, isOwn)
      .filter(({ start }) => isWithin(start, period) && start <= end)
      .flatMap((stint) => waitOf(one, stint, { end, created, since: earliest.get(one.suggestionId) ?? created }));
  });
}

interface Clock {
  readonly end: number;
  readonly created: number;
  /** When the earliest of what was merged into it was made. */
  readonly since: number;
}

function waitOf(one: SuggestionCase, stint: Stint, { end, created, since }: Clock): readonly Outcome[] {
  const withdrawn = one.withdrawnAt === null ? Infinity : Date.parse(one.withdrawnAt);
  if (withdrawn - created < hourMs) return [leftOut(one, 'withdrawn', one.createdAt)];
  // Already answered under somebody else: nothing waits any more.
  const answered = answersOf(one).find((at) => at >= created) ?? Infinity;
  if (answered < stint.start || withdrawn <= stint.start) return [];
  const start = stint.start === created ? Math.min(since, created) : stint.start;
  const last = Math.min(stint.end, end, withdrawn);
  const isAnswered = answered <= end && answered < stint.end && answered <= withdrawn;
  const { collateralId, version, suggestionId } = one;
  return [
    {
      collateralId,
      version,
      suggestionId,
      part: isAnswered ? 'hit' : 'open',
      reason: isAnswered ? null : last === stint.end ? 'handed-over' : last === withdrawn ? 'withdrawn' : null,
      value: ((isAnswered ? answered : last) - start) / dayMs,
      at: new Date(start).toISOString(),
    },
  ];
}

function earliestMerged(cases: readonly SuggestionCase[], at: number): ReadonlyMap<string, number> {
  const rootOf = rootsAt(cases, at);
  const earliest = new Map<string, number>();
  for (const one of cases) {
    const created = Date.parse(one.createdAt);
    const { suggestionId } = rootOf(one);
    earliest.set(suggestionId, Math.min(earliest.get(suggestionId) ?? Infinity, created));
  }
  return earliest;
}
