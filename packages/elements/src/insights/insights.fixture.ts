// Figures as a server gives them: real shapes, long titles, hidden, early and missing values. It holds no tests of its own.
import type { InsightsReplies } from '@collateral/sdk';
import type {
  ComparedMetric,
  InsightsFrame,
  InsightsItem,
  InsightsItems,
  InsightsOverview,
  InsightsQuadrant,
  ItemInsight,
  Metric,
  TrendPoint,
  VersionUse,
} from '@collateral/sdk/contract';

const span = { from: '2026-02-27T00:00:00.000Z', to: '2026-05-28T00:00:00.000Z' };

/** A metric with a value. */
function metricOf(value: number, n: number, more: Partial<Metric> = {}): Metric {
  return { value, n, interval: null, window: span, excluded: [], method: 'qualified-views', state: 'ok', ...more };
}

export const hiddenMetric: Metric = { ...metricOf(0, 0), value: null, n: null, state: 'hidden' };
export const noMetric: Metric = { ...metricOf(0, 0), value: null, state: 'none' };
export const earlyRating: Metric = {
  ...metricOf(0, 2),
  value: null,
  state: 'early',
  method: 'dirichlet-mean',
  window: null,
};

function shareOf(numerator: number, denominator: number, half = 0.03): Metric {
  const share = numerator / denominator;
  return metricOf(share, denominator, {
    numerator,
    denominator,
    interval: [Math.max(0, share - half), Math.min(1, share + half)],
    method: 'wilson',
  });
}

export function ratingOf(mean: number, n: number): Metric {
  const half = 1.9 / Math.sqrt(n + 1);
  return metricOf(mean, n, {
    interval: [Math.max(1, mean - half), Math.min(5, mean + half)],
    method: 'dirichlet-mean',
    window: null,
    excluded: [{ reason: 'own-use', count: 3 }],
  });
}

function compared(metric: Metric, before: number, interval: Metric['interval'] = null): ComparedMetric {
  const previous = { ...metric, value: before };
  const change = metricOf((metric.value ?? 0) - before, metric.n ?? 0, { interval, method: 'difference' });
  return { metric, previous, change };
}

const frame: InsightsFrame = {
  asOf: '2026-05-27T14:05:00.000Z',
  window: { period: 'last-90-days', firstDay: '2026-02-27', lastDay: '2026-05-27', timeZone: 'UTC' },
  previousWindow: { period: 'last-90-days', firstDay: '2025-11-29', lastDay: '2026-02-26', timeZone: 'UTC' },
  filter: {},
  minimumGroup: 5,
  targetRating: 4,
};

const day = 86_400_000;

/** Stretches of so many days, oldest first; a null value is hidden. */
function courseOf(values: readonly (number | null)[], days = 7, interval = 0, start = '2026-02-27'): TrendPoint[] {
  const first = Date.parse(start);
  const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10);
  return values.map((value, index) => ({
    firstDay: dayAt(first + index * days * day),
    lastDay: dayAt(first + ((index + 1) * days - 1) * day),
    value,
    n: value === null ? null : Math.round(value * 3),
    interval: value === null || interval === 0 ? null : [value - interval, value + interval],
    state: value === null ? 'hidden' : 'ok',
  }));
}

const kinds = ['deck', 'datasheet', 'battlecard', 'case-study', 'video', 'playbook', 'training-module'];
const titles = [
  'First-meeting deck',
  'Sensor platform datasheet',
  'Battlecard: against Halden Systems',
  'Case study: a port that cut its downtime by a third, told by the head of maintenance in forty cranes and six weeks',
  'Two-minute product tour',
  'Discovery-call playbook',
  'Training: handling the price objection',
];

/** One item; every fifth is early, every seventh unused, every eleventh without an owner. */
export function itemOf(index: number, more: Partial<ItemInsight> = {}): ItemInsight {
  const isUnused = index % 7 === 6;
  const views = isUnused ? 0 : Math.round(1_900 / (index + 1));
  const isEarly = index % 5 === 4 || isUnused;
  const mean = 2.2 + ((index * 37) % 27) / 10;
  const use = ((index * 53) % 100) / 100;
  const isPast = index % 6 === 2;
  return {
    collateralId: `item-${index}`,
    title: index < titles.length ? titles[index]! : `${titles[index % titles.length]!.slice(0, 40)} ${index}`,
    kind: kinds[index % kinds.length]!,
    producer: index % 11 === 10 ? null : { id: 'pm', name: index % 2 ? 'Product marketing' : 'Sales enablement' },
    version: 'v3',
    publishedAt: '2026-01-12T09:00:00.000Z',
    views: compared(metricOf(views, views), Math.round(views * (index % 3 ? 0.8 : 1.3))),
    viewsTrend: Array.from({ length: 13 }, (_, week) => Math.round((views / 13) * (1 + Math.sin(week + index)))),
    viewers: isUnused ? hiddenMetric : metricOf(Math.ceil(views / 3), Math.ceil(views / 3)),
    reach: index % 3 ? shareOf(Math.ceil(views / 30), 900) : noMetric,
    rating: isUnused ? noMetric : isEarly ? earlyRating : ratingOf(mean, 8 + ((index * 13) % 60)),
    distribution: isEarly ? null : [2, 3, 8, 20, 11],
    responseRate: shareOf(12, 200),
    lastUsedOn: isUnused ? null : '2026-05-26',
    reviewBy: index % 2 ? null : isPast ? '2026-03-01' : '2026-11-30',
    viewsSinceReview: isPast ? 214 : null,
    use: isUnused ? 'never-used' : index % 13 === 12 ? 'new' : 'used',
    usePercentile: use,
    quadrant: isEarly
      ? null
      : mean >= 4
        ? use > 0.5
          ? 'workhorse'
          : 'hidden-gem'
        : use > 0.5
          ? 'fix-first'
          : 'retire',
    ...more,
  };
}

export function itemsReply(count = 50, total = 3_500): InsightsItems {
  const items = Array.from({ length: count }, (_, index) => itemOf(index));
  return { ...frame, total, items, ...(total > count && { nextCursor: 'cursor-2' }) };
}

const weeks = [310, 322, 298, 351, 402, 388, 420, 390, 433, 460, 441, 470, 498];

export const overviewReply: InsightsOverview = {
  ...frame,
  headlines: [
    {
      id: 'items-used',
      ...compared(shareOf(271, 392), 0.64, [0.01, 0.09]),
      trend: courseOf(weeks.map((value) => value / 720)),
    },
    { id: 'views', ...compared(metricOf(5_183, 5_183), 4_604), trend: courseOf(weeks) },
    { id: 'viewers', ...compared(metricOf(1_204, 1_204), 1_221), trend: courseOf(weeks.map((value) => value / 4)) },
    {
      id: 'rating',
      ...compared({ ...ratingOf(3.7, 812), interval: [3.6, 3.8] }, 3.92, [-0.31, -0.12]),
      trend: courseOf([3.9, 3.9, 3.8, null, 3.8, 3.7, 3.8, 3.7, 3.7, 3.6, 3.7, 3.7, 3.7], 7, 0.2),
    },
    {
      id: 'response-rate',
      ...compared(shareOf(1_204, 20_310, 0.003), 0.058, [-0.002, 0.005]),
      trend: courseOf(weeks.map((value) => value / 7_000)),
    },
  ],
  quality: {
    responseRate: shareOf(1_204, 20_310, 0.003),
    coverage: shareOf(118, 271),
    lateArrivals: shareOf(412, 31_204, 0.001),
    excludedViews: {
      ...shareOf(904, 6_087),
      excluded: [
        { reason: 'own-use', count: 700 },
        { reason: 'automation', count: 204 },
      ],
    },
    uncatalogued: 3,
  },
  lists: [
    { id: 'fix-first', total: 31, items: [2, 5, 8, 11, 15].map((index) => itemOf(index)) },
    { id: 'hidden-gem', total: 12, items: [3, 7, 10, 16, 18].map((index) => itemOf(index)) },
    { id: 'never-used', total: 121, items: [6, 13, 20, 27, 34].map((index) => itemOf(index)) },
    {
      id: 'stale',
      total: 2,
      items: [2, 8].map((index) => itemOf(index, { viewsSinceReview: 214, reviewBy: '2026-03-01' })),
    },
  ],
  concentration: shareOf(3_732, 5_183),
  stale: shareOf(30, 120),
  orphaned: shareOf(8, 392),
  choices: {
    kinds,
    producers: [
      { id: 'pm', name: 'Product marketing' },
      { id: 'se', name: 'Sales enablement' },
    ],
    teams: [
      { id: 'emea', name: 'Sales, EMEA' },
      { id: 'apac', name: 'Sales, APAC' },
    ],
    tags: ['launch', 'pricing'],
  },
};

function useOf(version: string, views: number, people: number | null): VersionUse {
  return {
    version,
    views: metricOf(views, views),
    viewers: people === null ? hiddenMetric : metricOf(people, people),
    activeMsPerView: people === null ? hiddenMetric : metricOf(48_000, views),
    downloads: metricOf(12, 12),
    shares: metricOf(3, 3),
    presentations: metricOf(1, 1),
    completions: metricOf(0, 0),
  };
}

export function quadrantReply(count = 90): InsightsQuadrant {
  const all = Array.from({ length: count }, (_, index) => itemOf(index));
  const pointOf = ({ collateralId, title, kind, views, usePercentile, rating, quadrant }: ItemInsight) => ({
    collateralId,
    title,
    kind,
    views: views.metric.value,
    usePercentile: usePercentile ?? 0,
    rating,
    quadrant,
  });
  return {
    ...frame,
    points: all.filter(({ quadrant }) => quadrant).map(pointOf),
    early: all.filter(({ quadrant }) => !quadrant).map(pointOf),
  };
}

export const itemReply: InsightsItem = {
  ...frame,
  item: itemOf(0, { rating: ratingOf(3.9, 44), quadrant: 'fix-first' }),
  viewsOverTime: courseOf([80, 91, 102, 88, 120, 140, 133, 150, 161, 158, 170, 181, 190]),
  ratingOverTime: courseOf([3.1, 3.2, 3.1, 3.0, null, 3.3, 3.7, 3.8, 3.9, 3.9], 30, 0.4, '2025-08-01'),
  versions: [
    {
      version: 'v1',
      publishedAt: '2025-08-03T08:00:00.000Z',
      rating: ratingOf(3.1, 25),
      distribution: [2, 5, 9, 6, 3],
      lift: null,
      liftProbability: null,
      mayRegress: false,
    },
    {
      version: 'v2',
      publishedAt: '2026-01-12T09:00:00.000Z',
      rating: ratingOf(3.7, 25),
      distribution: [0, 2, 6, 11, 6],
      lift: metricOf(0.6, 50, { interval: [0.05, 1.15], method: 'version-lift' }),
      liftProbability: 0.984,
      mayRegress: true,
    },
    {
      version: 'v3',
      publishedAt: '2026-05-20T09:00:00.000Z',
      rating: earlyRating,
      distribution: null,
      lift: { ...metricOf(0, 2), value: null, state: 'early' },
      liftProbability: null,
      mayRegress: false,
    },
  ],
  activeMsPerView: metricOf(84_000, 1_900),
  downloads: metricOf(212, 212),
  shares: metricOf(41, 41),
  presentations: metricOf(17, 17),
  completions: noMetric,
  afterUse: shareOf(40, 44),
  teams: [
    { team: 'emea', name: 'Sales, EMEA', viewers: metricOf(31, 31), views: metricOf(420, 420) },
    { team: 'apac', name: 'Sales, APAC', viewers: metricOf(12, 12), views: metricOf(98, 98) },
    {
      team: 'amer',
      name: 'Inside sales, Americas and the partners of the two coasts',
      viewers: metricOf(22, 22),
      views: metricOf(233, 233),
    },
    { team: null, name: null, viewers: hiddenMetric, views: hiddenMetric },
  ],
  versionUse: [useOf('v1', 3_100, 88), useOf('v2', 1_705, 61), useOf('v3', 42, null)],
  comments: [
    {
      value: 2,
      comment: 'The prices on slide 7 are from last year.',
      reasons: ['outdated'],
      version: 'v2',
      month: '2026-04',
    },
    {
      value: 5,
      comment: 'Opened the deal with <b>Port of Tarn</b>.\nTwice.',
      reasons: [],
      version: 'v2',
      month: '2026-03',
    },
  ],
  minimumComments: 10,
};

/** Figures for every screen. */
export const everything: InsightsReplies = {
  overview: overviewReply,
  items: itemsReply(120, 120),
  quadrant: quadrantReply(),
  item: itemReply,
};
