import type { InsightsScreen } from './insights-query.js';
import {
  choiceShape as choice,
  comparedShape as compared,
  disputeReasonsShape,
  frameShape,
  metricShape as metric,
  trendShape as trend,
} from './metric-shapes.js';
import type { Shape } from './shape.js';

const frame = { ...frameShape, filter: {} } as const;
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
    versionUse: [
      {
        version: 'string',
        views: metric,
        viewers: metric,
        activeMsPerView: metric,
        downloads: metric,
        shares: metric,
        presentations: metric,
        completions: metric,
      },
    ],
    comments: [
      {
        value: 'number',
        comment: 'string',
        reasons: ['string'],
        version: 'string?',
        month: 'string',
        'ratingId?': 'string',
        'dispute?': 'string',
        'disputeDetail?': disputeReasonsShape,
        'mayDispute?': 'boolean',
      },
    ],
    minimumComments: 'number',
  },
};
