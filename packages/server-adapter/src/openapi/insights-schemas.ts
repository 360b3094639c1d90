import {
  collateralScale,
  disputeStatuses,
  headlineIds,
  quadrants,
  shortListIds,
  useStates,
  type InsightsItem,
  type InsightsItems,
  type InsightsOverview,
  type InsightsQuadrant,
  type ItemInsight,
} from '@collateral/sdk/contract';
import * as v from 'valibot';
import { count, metric } from './metric-schema.js';

const text = v.string();
const filter = {
  period: v.exactOptional(text),
  team: v.exactOptional(text),
  kind: v.exactOptional(text),
  producer: v.exactOptional(text),
  tag: v.exactOptional(text),
  version: v.exactOptional(text),
  afterUse: v.exactOptional(v.boolean()),
};
const window = v.strictObject({ period: text, firstDay: text, lastDay: text, timeZone: text });
const frame = {
  asOf: text,
  window,
  previousWindow: window,
  countedSince: v.exactOptional(text),
  filter: v.looseObject(filter),
  minimumGroup: count,
  targetRating: v.number(),
};
const choice = v.strictObject({ id: text, name: text });
const state = v.picklist(['ok', 'early', 'hidden', 'none']);
const interval = v.nullable(v.strictTuple([v.number(), v.number()]));
const trend = v.array(
  v.strictObject({
    firstDay: text,
    lastDay: text,
    value: v.nullable(v.number()),
    n: v.nullable(count),
    interval,
    state,
  }),
);
const compared = { metric, previous: v.nullable(metric), change: v.nullable(metric) };
const distribution = v.nullable(v.pipe(v.array(count), v.length(collateralScale.points.length)));
const quadrant = v.nullable(v.picklist(quadrants));

const item: v.GenericSchema<unknown, ItemInsight> = v.strictObject({
  collateralId: text,
  title: text,
  kind: text,
  producer: v.nullable(choice),
  version: v.nullable(text),
  publishedAt: v.nullable(text),
  views: v.strictObject(compared),
  viewsTrend: v.array(v.nullable(count)),
  viewers: metric,
  reach: metric,
  rating: metric,
  distribution,
  responseRate: metric,
  lastUsedOn: v.nullable(text),
  reviewBy: v.nullable(text),
  viewsSinceReview: v.nullable(count),
  use: v.picklist(useStates),
  usePercentile: v.nullable(v.number()),
  quadrant,
});

/** Reply to `GET /v1/insights/overview`. */
export const overviewSchema: v.GenericSchema<unknown, InsightsOverview> = v.strictObject({
  ...frame,
  headlines: v.array(v.strictObject({ id: v.picklist(headlineIds), ...compared, trend })),
  quality: v.strictObject({
    responseRate: metric,
    coverage: metric,
    lateArrivals: metric,
    excludedViews: metric,
    uncatalogued: count,
  }),
  lists: v.array(v.strictObject({ id: v.picklist(shortListIds), total: count, items: v.array(item) })),
  concentration: metric,
  stale: metric,
  orphaned: metric,
  choices: v.strictObject({
    kinds: v.array(text),
    producers: v.array(choice),
    teams: v.array(choice),
    tags: v.array(text),
  }),
});

/** Reply to `GET /v1/insights/items`. */
export const insightsItemsSchema: v.GenericSchema<unknown, InsightsItems> = v.strictObject({
  ...frame,
  total: count,
  items: v.array(item),
  nextCursor: v.exactOptional(text),
});

const points = v.array(
  v.strictObject({
    collateralId: text,
    title: text,
    kind: text,
    views: v.nullable(count),
    usePercentile: v.number(),
    rating: metric,
    quadrant,
  }),
);

/** Reply to `GET /v1/insights/quadrant`. */
export const quadrantSchema: v.GenericSchema<unknown, InsightsQuadrant> = v.strictObject({
  ...frame,
  points,
  early: points,
});

/** Reply to `GET /v1/insights/items/{id}`. */
export const insightsItemSchema: v.GenericSchema<unknown, InsightsItem> = v.strictObject({
  ...frame,
  item,
  viewsOverTime: trend,
  ratingOverTime: trend,
  versions: v.array(
    v.strictObject({
      version: text,
      publishedAt: text,
      rating: metric,
      distribution,
      lift: v.nullable(metric),
      liftProbability: v.nullable(v.number()),
      mayRegress: v.boolean(),
    }),
  ),
  activeMsPerView: metric,
  downloads: metric,
  shares: metric,
  presentations: metric,
  completions: metric,
  afterUse: metric,
  teams: v.array(v.strictObject({ team: v.nullable(text), name: v.nullable(text), viewers: metric, views: metric })),
  versionUse: v.array(
    v.strictObject({
      version: text,
      views: metric,
      viewers: metric,
      activeMsPerView: metric,
      downloads: metric,
      shares: metric,
      presentations: metric,
      completions: metric,
    }),
  ),
  comments: v.array(
    v.strictObject({
      value: v.number(),
      comment: text,
      reasons: v.array(text),
      version: v.nullable(text),
      month: text,
      ratingId: v.exactOptional(text),
      dispute: v.exactOptional(v.picklist(disputeStatuses)),
      disputeDetail: v.exactOptional(
        v.strictObject({
          reason: v.nullable(text),
          openedAt: text,
          settledAt: v.nullable(text),
          settlement: v.nullable(text),
        }),
      ),
      mayDispute: v.exactOptional(v.boolean()),
    }),
  ),
  minimumComments: count,
});
