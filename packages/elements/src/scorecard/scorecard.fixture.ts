// A scorecard as a server gives it: every verdict, every word, hidden, early and missing figures. It holds no tests of its own.
import type { Metric, Scorecard, ScorecardFrame, ScorecardMeasure, TrendPoint } from '@collateral/sdk/contract';

const span = { from: '2026-04-01T00:00:00.000Z', to: '2026-07-01T00:00:00.000Z' };

function figure(value: number, n: number, interval: Metric['interval'], more: Partial<Metric> = {}): Metric {
  return { value, n, interval, window: span, excluded: [], method: 'wilson', state: 'ok', ...more };
}

function share(numerator: number, denominator: number, half: number, more: Partial<Metric> = {}): Metric {
  const value = numerator / denominator;
  const interval = [Math.max(0, value - half), Math.min(1, value + half)] as const;
  return figure(value, denominator, interval, { numerator, denominator, ...more });
}

const none: Metric = { ...figure(0, 0, null), value: null, state: 'none' };
const hidden: Metric = { ...none, n: null, state: 'hidden' };

function courseOf(values: readonly (number | null)[]): TrendPoint[] {
  const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
  return values.map((value, index) => ({
    firstDay: `${months[index]}-01`,
    lastDay: `${months[index]}-28`,
    value,
    n: value === null ? null : 12,
    interval: value === null ? null : [value - 0.1, value + 0.1],
    state: value === null ? 'hidden' : 'ok',
  }));
}

const target = { value: 0.8, owner: 'Dana Reed', from: '2026-01-01', until: null, setFor: 'organisation' } as const;

export function measureOf(id: ScorecardMeasure['id'], more: Partial<ScorecardMeasure> = {}): ScorecardMeasure {
  const said = { target: null, verdict: 'no-target', words: 'not-enough-data' } as const;
  return { id, metric: none, previous: null, change: null, ...said, trend: [], ...more };
}

export const frame: ScorecardFrame = {
  asOf: '2026-07-02T14:05:00.000Z',
  window: { period: '2026-Q2', firstDay: '2026-04-01', lastDay: '2026-06-30', timeZone: 'UTC' },
  previousWindow: { period: '2026-Q1', firstDay: '2026-01-01', lastDay: '2026-03-31', timeZone: 'UTC' },
  minimumGroup: 5,
  targetRating: 4,
};

export const westCard: Scorecard = {
  ...frame,
  subject: { type: 'team', id: 'west', name: 'Sales, West' },
  measures: [
    measureOf('P1', {
      metric: share(60, 64, 0.05),
      previous: share(44, 62, 0.1),
      change: figure(0.22, 64, [0.08, 0.35], { method: 'newcombe' }),
      target,
      verdict: 'met',
      words: 'improving',
      trend: courseOf([0.7, 0.68, 0.72, 0.86, 0.91, 0.94]),
    }),
    measureOf('P3', { metric: { ...none, n: 3, state: 'early' }, target, verdict: 'not-enough-data' }),
    measureOf('P4', {
      metric: figure(9.5, 21, [6, 17.25], { method: 'kaplan-meier-at-least' }),
      previous: figure(5, 20, [3, 8], { method: 'kaplan-meier' }),
      change: figure(4.5, 41, [0.5, 9], { method: 'difference' }),
      target: { ...target, value: 5, setFor: 'team', until: '2026-12-31' },
      verdict: 'missed',
      words: 'worse',
      trend: courseOf([4, 5, 5, 7, 9, 9.5]),
    }),
    measureOf('P5', {
      metric: share(28, 39, 0.14, { excluded: [{ reason: 'withdrawn', count: 2 }] }),
      previous: share(23, 35, 0.15),
      change: figure(0.06, 39, [-0.14, 0.27], { method: 'newcombe' }),
      target,
      verdict: 'not-enough-data',
      words: 'no-clear-change',
      trend: courseOf([0.6, null, 0.66, 0.7, 0.69, 0.72]),
    }),
    measureOf('P6', { metric: hidden }),
    measureOf('P7', {
      metric: figure(0.42, 6, [0.11, 0.73], { method: 'weighted-lift', excluded: [{ reason: 'thin', count: 9 }] }),
      words: 'improving',
    }),
    measureOf('P8', { metric: share(3, 51, 0.06), words: 'no-clear-change' }),
    measureOf('P12'),
    measureOf('T1', { metric: hidden, target, verdict: 'not-enough-data' }),
    measureOf('T2', { metric: share(1, 1, 0.4, { n: 1 }) }),
  ],
  versions: [
    {
      collateralId: 'deck-42',
      title: 'First-meeting deck',
      version: 'v3',
      publishedAt: '2026-05-04T09:00:00.000Z',
      lift: figure(0.6, 30, [0.05, 1.15], { method: 'version-lift' }),
      mayRegress: false,
    },
    {
      collateralId: 'sheet-7',
      title: 'Data sheet',
      version: 'v2',
      publishedAt: '2026-06-01T09:00:00.000Z',
      lift: { ...none, n: 3, state: 'early' },
      mayRegress: true,
    },
  ],
  handOvers: [
    {
      collateralId: 'card-3',
      title: 'Battlecard',
      from: { id: 'marketing', name: 'Marketing' },
      to: null,
      at: '2026-06-01T00:00:00.000Z',
    },
  ],
  commitments: { promised: 8, kept: 5, late: 2, open: 1 },
  maySetTargets: false,
};

export const emptyCard: Scorecard = {
  ...westCard,
  subject: { type: 'organisation', id: null, name: 'Organisation' },
  measures: [measureOf('P1'), measureOf('T1')],
  versions: [],
  handOvers: [],
  commitments: null,
};
