import type { InsightsScreen } from './insights-query.js';

/**
 * The shape of a JSON value: the name of a type (`?`: or null), a list of one shape, or an object's fields. Fields that are
 * not named may be there and are ignored.
 */
export type Shape = string | readonly [Shape] | { readonly [field: string]: Shape };

/** Tells whether a value has a shape. Lists are looked through to their end: one wrong line would break a screen. */
export function hasShape(value: unknown, shape: Shape): boolean {
  if (typeof shape === 'string') {
    if (value === null) return shape.endsWith('?');
    // JSON has no other numbers than finite ones.
    return shape.startsWith(typeof value);
  }
  if (Array.isArray(shape)) {
    const [each] = shape as readonly [Shape];
    return Array.isArray(value) && value.every((entry) => hasShape(entry, each));
  }
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(shape).every(([field, expected]) => {
    const isOptional = field.endsWith('?');
    const name = isOptional ? field.slice(0, -1) : field;
    const given = (value as Readonly<Record<string, unknown>>)[name];
    if (given === undefined || given === null) {
      return isOptional || (given === null && typeof expected === 'string' && expected.endsWith('?'));
    }
    return hasShape(given, expected);
  });
}

const metric: Shape = {
  value: 'number?',
  n: 'number?',
  'interval?': { 0: 'number', 1: 'number' },
  'numerator?': 'number',
  'denominator?': 'number',
  'window?': { from: 'string', to: 'string' },
  excluded: [{ reason: 'string', count: 'number' }],
  method: 'string',
  state: 'string',
};
const choice: Shape = { id: 'string', name: 'string' };
const compared: Shape = { metric, 'previous?': metric, 'change?': metric };
const trend: Shape = [{ firstDay: 'string', lastDay: 'string', value: 'number?', n: 'number?', state: 'string' }];
const window: Shape = { period: 'string', firstDay: 'string', lastDay: 'string', timeZone: 'string' };
const frame = {
  asOf: 'string',
  window,
  previousWindow: window,
  filter: {},
  minimumGroup: 'number',
  targetRating: 'number',
} as const;
const item: Shape = {
  collateralId: 'string',
  title: 'string',
  kind: 'string',
  'producer?': choice,
  version: 'string?',
  publishedAt: 'string?',
  views: compared,
  viewsTrend: ['number?'],
  viewers: metric,
  reach: metric,
  rating: metric,
  'distribution?': ['number'],
  responseRate: metric,
  lastUsedOn: 'string?',
  reviewBy: 'string?',
  viewsSinceReview: 'number?',
  use: 'string',
  usePercentile: 'number?',
  quadrant: 'string?',
};
const point: Shape = {
  collateralId: 'string',
  title: 'string',
  kind: 'string',
  views: 'number?',
  usePercentile: 'number',
  rating: metric,
  quadrant: 'string?',
};

/** What each screen's reply must look like. */
export const replyShapes: Readonly<Record<InsightsScreen, Shape>> = {
  overview: {
    ...frame,
    headlines: [{ id: 'string', metric, 'previous?': metric, 'change?': metric, trend }],
    quality: {
      responseRate: metric,
      coverage: metric,
      lateArrivals: metric,
      excludedViews: metric,
      uncatalogued: 'number',
    },
    lists: [{ id: 'string', total: 'number', items: [item] }],
    concentration: metric,
    stale: metric,
    orphaned: metric,
    choices: { kinds: ['string'], producers: [choice], teams: [choice], tags: ['string'] },
  },
  items: { ...frame, total: 'number', items: [item] },
  quadrant: { ...frame, points: [point], early: [point] },
  item: {
    ...frame,
    item,
    viewsOverTime: trend,
    ratingOverTime: trend,
    versions: [
      {
        version: 'string',
        publishedAt: 'string',
        rating: metric,
        'distribution?': ['number'],
        'lift?': metric,
        liftProbability: 'number?',
        mayRegress: 'boolean',
      },
    ],
    activeMsPerView: metric,
    downloads: metric,
    shares: metric,
    presentations: metric,
    completions: metric,
    afterUse: metric,
    teams: [{ team: 'string?', name: 'string?', viewers: metric, views: metric }],
    comments: [{ value: 'number', comment: 'string', reasons: ['string'], version: 'string?', month: 'string' }],
    minimumComments: 'number',
  },
};
