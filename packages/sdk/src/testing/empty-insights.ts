import type { InsightsFrame, InsightsItem, InsightsOverview, ItemInsight, Metric } from '../contract/index.js';
import { headlineIds, shortListIds } from '../contract/insights.js';

/** A figure about nothing. */
export const none: Metric = {
  value: null,
  n: 0,
  interval: null,
  window: null,
  excluded: [],
  method: 'loopback',
  state: 'none',
};
const window = { period: 'last-90-days', firstDay: '2026-02-27', lastDay: '2026-05-27', timeZone: 'UTC' } as const;
/** What every reply says about itself. */
export const frame: InsightsFrame = {
  asOf: '2026-05-27T09:00:00.000Z',
  window,
  previousWindow: { ...window, firstDay: '2025-11-29', lastDay: '2026-02-26' },
  filter: {},
  minimumGroup: 5,
  targetRating: 4,
};

/** Answers a path of the insights as a server does that knows nothing yet; undefined for any other path. */
export function emptyInsights(path: string): InsightsFrame | undefined {
  if (path === '/v1/insights/overview') return emptyOverview;
  if (path === '/v1/insights/items') return { ...frame, total: 0, items: [] } as InsightsFrame;
  if (path === '/v1/insights/quadrant') return { ...frame, points: [], early: [] } as InsightsFrame;
  const [, id] = /^\/v1\/insights\/items\/([^/]+)$/.exec(path) ?? [];
  return id === undefined ? undefined : emptyItem(decodeURIComponent(id));
}

const emptyOverview: InsightsOverview = {
  ...frame,
  headlines: headlineIds.map((id) => ({ id, metric: none, previous: null, change: null, trend: [] })),
  quality: { responseRate: none, coverage: none, lateArrivals: none, excludedViews: none, uncatalogued: 0 },
  lists: shortListIds.map((id) => ({ id, total: 0, items: [] })),
  concentration: none,
  stale: none,
  orphaned: none,
  choices: { kinds: [], producers: [], teams: [], tags: [] },
};

function emptyItem(collateralId: string): InsightsItem {
  const item: ItemInsight = {
    collateralId,
    title: collateralId,
    kind: '',
    producer: null,
    version: null,
    publishedAt: null,
    views: { metric: { ...none, value: 0, state: 'ok' }, previous: null, change: null },
    viewsTrend: [],
    viewers: none,
    reach: none,
    rating: none,
    distribution: null,
    responseRate: none,
    lastUsedOn: null,
    reviewBy: null,
    viewsSinceReview: null,
    use: 'never-used',
    usePercentile: null,
    quadrant: null,
  };
  return {
    ...frame,
    item,
    viewsOverTime: [],
    ratingOverTime: [],
    versions: [],
    versionUse: [],
    activeMsPerView: none,
    downloads: none,
    shares: none,
    presentations: none,
    completions: none,
    afterUse: none,
    teams: [],
    comments: [],
    minimumComments: 10,
  };
}
