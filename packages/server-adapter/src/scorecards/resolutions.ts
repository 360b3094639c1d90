import { isWithin, type MeasuredPeriod } from './measured-period.js';
import { counted, leftOut, type Outcome } from './outcome.js';
import { ownerAt, type IsOwn } from './owner-spans.js';
import { rootsAt, type CaseMove, type SuggestionCase } from './suggestion-case.js';

const dayMs = 86_400_000;
const daysUntilJudged = 30;
const daysToReopen = 14;

/**
 * P6: suggestions that were shipped or declined with a reason by the end of the period, out of those that became 30 days old in it.
 *
 * - They belong to whoever owned the item when they became 30 days old.
 * - What was reopened within 14 days was not resolved, also when that came after the end of the period.
 * - Duplicates stand as what they were merged into stands. Once that is resolved they count once, with it; until then each counts:
 *   neither closing many duplicates nor merging what is open raises the share.
 * - What its author took back is left out.
 */
export function resolutions(
  cases: readonly SuggestionCase[],
  { period, isOwn }: { readonly period: MeasuredPeriod; readonly isOwn: IsOwn },
): readonly Outcome[] {
  const end = Date.parse(period.asOf);
  const rootOf = rootsAt(cases, end);
  return cases.flatMap((one): readonly Outcome[] => {
    const judged = Date.parse(one.createdAt) + daysUntilJudged * dayMs;
    if (!isWithin(judged, period) || judged > end) return [];
    if (!isOwn(one.owners.length === 0 ? null : ownerAt(one.owners, judged))) return [];
    if (one.withdrawnAt !== null && Date.parse(one.withdrawnAt) <= end)
      return [leftOut(one, 'withdrawn', one.createdAt)];
    const root = rootOf(one);
    const isDone = isResolved(root.moves, end);
    if (isDone && root !== one) return [leftOut(one, 'duplicate', one.createdAt)];
    return [counted(one, isDone, one.createdAt)];
  });
}

/** Tells whether what a move closed was open again within 14 days. */
export function isReopenedSoon(moves: readonly CaseMove[], index: number): boolean {
  const closed = Date.parse(moves[index]?.at ?? '');
  const next = moves[index + 1];
  return next !== undefined && Date.parse(next.at) - closed <= daysToReopen * dayMs;
}

function isResolved(moves: readonly CaseMove[], by: number): boolean {
  return moves.some(({ at, to }, index) => {
    if ((to !== 'shipped' && to !== 'declined') || Date.parse(at) > by) return false;
    return !isReopenedSoon(moves, index);
  });
}
