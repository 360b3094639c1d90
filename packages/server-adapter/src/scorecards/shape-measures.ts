import {
  measureDefinitions,
  type MeasureTarget,
  type ScorecardMeasure,
  type ScorecardSubject,
  type StoredTarget,
  type TrendPoint,
} from '@collateral/sdk/contract';
import { isCounted } from '../insights/counted-since.js';
import { changeFigure } from './change-figure.js';
import { judgeChanges } from './judge-changes.js';
import { judgeTarget } from './judge-target.js';
import type { MeasuredSubject } from './measure-subject.js';
import { isRunning, type MeasuredPeriod } from './measured-period.js';
import { targetOn } from './targets.js';

/** What the measures of a subject are shown with. */
export interface MeasureContext {
  readonly subject: ScorecardSubject;
  readonly period: MeasuredPeriod;
  /** What it is compared with. */
  readonly before: MeasuredPeriod;
  /** First day anything was used; null while nothing was. */
  readonly countedSince: string | null;
  readonly targets: readonly StoredTarget[];
}

/** They depend on how long a period is: half a quarter has fewer items used, and only the busiest people's pairs. */
const growing: ReadonlySet<ScorecardMeasure['id']> = new Set(['P1', 'T1']);

/** They are about use, and days on which nobody counted it would read as days without any. */
const aboutUse: ReadonlySet<ScorecardMeasure['id']> = new Set(['P1', 'T1', 'T3']);

/** Shapes the measures of a subject: beside those of the period before, against their targets, with words about the change. */
export function shapeMeasures(
  now: MeasuredSubject,
  before: MeasuredSubject,
  { subject, period, before: earlier, countedSince, targets }: MeasureContext,
): readonly Omit<ScorecardMeasure, 'trend'>[] {
  const compared = [...now].map(([id, { estimate }]) => {
    // A part of a period says less than a whole one: it is compared with nothing, and with no target.
    const isWhole = !growing.has(id) || (!isRunning(period) && isCounted(period.span, countedSince));
    const known =
      aboutUse.has(id) && !isCounted(earlier.span, countedSince) ? null : (before.get(id)?.estimate ?? null);
    return { id, now: estimate, before: isWhole ? known : null, known, isWhole };
  });
  const words = judgeChanges(compared);
  return compared.map((one) => {
    const stored = targetOn(targets, one.id, subject, period.endDay);
    const judged = one.isWhole ? one.now : { ...one.now, estimated: null };
    return {
      id: one.id,
      metric: one.now.metric,
      previous: one.known?.metric ?? null,
      // A lift is a change itself.
      change: one.id === 'P7' ? null : changeFigure(one.now, one.before),
      target: stored && shapeTarget(stored),
      verdict: judgeTarget(judged, stored?.value ?? null, measureDefinitions[one.id].better),
      words: words.get(one.id) ?? 'not-enough-data',
    };
  });
}

/** Shapes one stretch of a course; those before counting began, or only partly behind it, say nothing about use. */
export function trendPoint(
  measured: MeasuredSubject,
  id: ScorecardMeasure['id'],
  { span }: MeasuredPeriod,
  countedSince: string | null,
): TrendPoint {
  const { firstDay, lastDay } = span;
  const metric = measured.get(id)?.estimate.metric;
  if (metric === undefined || (aboutUse.has(id) && !isCounted(span, countedSince)))
    return { firstDay, lastDay, value: null, n: 0, interval: null, state: 'none' };
  const { value, n, interval, state } = metric;
  return { firstDay, lastDay, value, n, interval, state };
}

function shapeTarget({ value, owner, from, until, subject }: StoredTarget): MeasureTarget {
  return { value, owner, from, until, setFor: subject };
}
