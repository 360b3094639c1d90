import type { Exclusion, Metric, MetricWindow } from '@collateral/sdk/contract';
import { newcombe } from '../statistics/newcombe.js';
import { wilson } from '../statistics/wilson.js';

/** What a figure says beside its value. */
export interface FigureEvidence {
  readonly window: MetricWindow | null;
  readonly excluded?: readonly Exclusion[];
}

/** A plain count: complete, so without an interval. */
export function countFigure(value: number, method: string, { window, excluded = [] }: FigureEvidence): Metric {
  return { value, n: value, interval: null, window, excluded: known(excluded), method, state: 'ok' };
}

/** A share with its Wilson interval; without anything to divide by there is none. */
export function shareFigure(numerator: number, denominator: number, { window, excluded = [] }: FigureEvidence): Metric {
  const evidence = { n: denominator, numerator, denominator, window, excluded: known(excluded), method: 'wilson' };
  if (denominator === 0) return { ...evidence, value: null, interval: null, state: 'none' };
  const share = { numerator, denominator };
  return { ...evidence, value: numerator / denominator, interval: wilson(share), state: 'ok' };
}

/** A share of a whole that was counted completely: it has no interval. */
export function portionFigure(
  numerator: number,
  denominator: number,
  { window, excluded = [] }: FigureEvidence,
): Metric {
  const evidence = { n: denominator, interval: null, numerator, denominator, window, excluded: known(excluded) };
  const isNone = denominator === 0;
  return {
    ...evidence,
    method: 'portion',
    value: isNone ? null : numerator / denominator,
    state: isNone ? 'none' : 'ok',
  };
}

/** Active time per qualified view; hidden when fewer people than the minimum viewed. */
export function activeTimeFigure(
  { views, viewers, activeMs }: { readonly views: number; readonly viewers: number; readonly activeMs: number },
  window: MetricWindow,
  minimum: number,
): Metric {
  if (views === 0) return noFigure('active-time-per-view', window);
  if (viewers < minimum) return hiddenFigure('active-time-per-view', window);
  const evidence = { n: views, interval: null, window, excluded: [], method: 'active-time-per-view' };
  return { ...evidence, value: Math.round(activeMs / views), state: 'ok' };
}

/** A figure that would tell about too few people: nothing of it is given. */
export function hiddenFigure(method: string, window: MetricWindow | null): Metric {
  return { value: null, n: null, interval: null, window, excluded: [], method, state: 'hidden' };
}

/** A figure for which there is nothing to count. */
export function noFigure(method: string, window: MetricWindow | null): Metric {
  return { value: null, n: 0, interval: null, window, excluded: [], method, state: 'none' };
}

/** The difference of two shares with Newcombe's interval; none when one of them is missing. */
export function shareChange(now: Metric, before: Metric): Metric | null {
  const [second, first] = [before, now].map(({ state, numerator, denominator }) =>
    state === 'ok' && numerator !== undefined && denominator !== undefined ? { numerator, denominator } : null,
  );
  if (!first || !second) return null;
  const { difference, interval } = newcombe(first, second);
  return { ...changeEvidence(now), value: difference, interval, method: 'newcombe' };
}

/** The difference of two counts; none when one of them is missing. */
export function countChange(now: Metric, before: Metric): Metric | null {
  if (now.value === null || before.value === null) return null;
  return { ...changeEvidence(now), value: now.value - before.value, interval: null, method: 'difference' };
}

function changeEvidence({ n, window }: Metric): Pick<Metric, 'n' | 'window' | 'excluded' | 'state'> {
  return { n, window, excluded: [], state: 'ok' };
}

function known(excluded: readonly Exclusion[]): readonly Exclusion[] {
  return excluded.filter(({ count }) => count > 0);
}
