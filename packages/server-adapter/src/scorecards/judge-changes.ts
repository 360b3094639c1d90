import { measureDefinitions, type ChangeWord, type MeasureId } from '@collateral/sdk/contract';
import { differenceInterval } from '../statistics/estimate-difference.js';
import { holm } from '../statistics/holm.js';
import type { Interval } from '../statistics/interval.js';
import { intervalPValue } from '../statistics/interval-p-value.js';
import type { Estimate } from './estimate.js';

/** A measure beside the one of the period before. */
export interface ComparedEstimate {
  readonly id: MeasureId;
  readonly now: Estimate;
  readonly before: Estimate | null;
}

/** Fewest observations on each side before anything is said about a change. */
const leastForWords = 5;
const significance = 0.05;

/**
 * Says which measures of one scorecard improved and which got worse.
 *
 * A word is said when 0 lies outside of the interval of the difference, widened for the number of measures (Holm), so that of a
 * hundred scorecards without any real change at most five say "improving" or "worse" anywhere. A lift of versions is a change
 * itself and is compared with 0.
 */
export function judgeChanges(measures: readonly ComparedEstimate[]): ReadonlyMap<MeasureId, ChangeWord> {
  const judged = measures.flatMap((measure) => {
    const intervalAt = changeAt(measure);
    return intervalAt === null ? [] : [{ id: measure.id, intervalAt }];
  });
  const adjusted = holm(judged.map(({ intervalAt }) => intervalPValue(intervalAt)));
  const words = new Map<MeasureId, ChangeWord>(measures.map(({ id }) => [id, 'not-enough-data']));
  judged.forEach(({ id, intervalAt }, index) => {
    const isClear = (adjusted[index] ?? 1) <= significance;
    // As narrow as can be, the interval is the point.
    const isUp = intervalAt(0)[0] > 0;
    const isBetter = isUp === (measureDefinitions[id].better === 'higher');
    words.set(id, !isClear ? 'no-clear-change' : isBetter ? 'improving' : 'worse');
  });
  return words;
}

function changeAt({ id, now, before }: ComparedEstimate): ((z: number) => Interval) | null {
  const { estimated } = now;
  if (estimated === null) return null;
  // Lifts are few, and each already rests on five ratings on both sides.
  if (id === 'P7') return (z) => estimated.intervalAt(z);
  const earlier = before?.estimated ?? null;
  if (earlier === null || !hasEnough(now) || before === null || !hasEnough(before)) return null;
  // A difference is as certain as its thinner side allows: the harmonic mean of both counts.
  const count = 2 / (1 / (now.metric.n ?? 1) + 1 / (before.metric.n ?? 1));
  return (z) => differenceInterval(estimated, earlier, widened(z, count));
}

/**
 * Score intervals are drawn towards the middle by z/n, so a very wide one of few observations is narrower than it says: at 25
 * observations 2.9 standard deviations reach as far as 2.5. For one question that is little; Holm asks for wide ones. So the width is
 * chosen that reaches `z`: w/√(1 + w²/n) = z. Where no width does, nothing is clear.
 */
function widened(z: number, count: number): number {
  return z * z >= count ? widest : Math.min(widest, z / Math.sqrt(1 - (z * z) / count));
}

const widest = 100;

function hasEnough({ metric }: Estimate): boolean {
  return (metric.n ?? 0) >= leastForWords;
}
