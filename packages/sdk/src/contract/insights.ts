import type { InsightsFrame, Quadrant } from './insights-query.js';
import type { ItemInsight } from './item-insight.js';
import type { ComparedMetric, InsightsChoice, TrendPoint } from './compared-metric.js';
import type { Metric } from './metric.js';

/** The figures an overview begins with. */
export const headlineIds = ['items-used', 'views', 'viewers', 'rating', 'response-rate'] as const;

/** Which figure a headline is. */
export type HeadlineId = (typeof headlineIds)[number];

/** One of the figures an overview begins with. */
export interface Headline extends ComparedMetric {
  /** Which figure it is. */
  readonly id: HeadlineId;
  /** Course over the period, oldest first; empty where there is none. */
  readonly trend: readonly TrendPoint[];
}

/** The short lists of an overview. */
export const shortListIds = ['fix-first', 'hidden-gem', 'never-used', 'stale'] as const;

/** Which short list; also the `state` that gives the whole list. */
export type ShortListId = (typeof shortListIds)[number];

/** A short list that leads on to the whole one. */
export interface ShortList {
  /** Which list it is. */
  readonly id: ShortListId;
  /** How many items the whole list has. */
  readonly total: number;
  /** The first five. */
  readonly items: readonly ItemInsight[];
}

/** What to know before one trusts the figures. */
export interface DataQuality {
  /** People who rated an item out of those who viewed it, over all items. */
  readonly responseRate: Metric;
  /** Used items with enough ratings for a score, out of used items. */
  readonly coverage: Metric;
  /** Events that came more than an hour late, out of all. */
  readonly lateArrivals: Metric;
  /** Views left out, out of all; the reasons are in `excluded`. */
  readonly excludedViews: Metric;
  /** Used items the catalogue does not know. */
  readonly uncatalogued: number;
}

/** Reply to `GET /v1/insights/overview`. */
export interface InsightsOverview extends InsightsFrame {
  /** In the order of `headlineIds`. */
  readonly headlines: readonly Headline[];
  /** How far they can be trusted. */
  readonly quality: DataQuality;
  /** In the order of `shortListIds`. */
  readonly lists: readonly ShortList[];
  /** Share of all views that went to the most viewed tenth of items. */
  readonly concentration: Metric;
  /** Live items past their review date, out of those that have one. */
  readonly stale: Metric;
  /** Live items without an owner. */
  readonly orphaned: Metric;
  /** What may be filtered by, as far as the caller sees it. */
  readonly choices: InsightsChoices;
}

/** Values a filter can take. */
export interface InsightsChoices {
  /** Kinds of items, in the order of their names. */
  readonly kinds: readonly string[];
  /** Owners of items, in the order of their names. */
  readonly producers: readonly InsightsChoice[];
  /** Teams with at least the minimum of people, in the order of their names. */
  readonly teams: readonly InsightsChoice[];
  /** Tags of items, in the order of their names. */
  readonly tags: readonly string[];
}

/** Reply to `GET /v1/insights/items`. */
export interface InsightsItems extends InsightsFrame {
  /** How many items the whole list has. */
  readonly total: number;
  /** In the order asked for. */
  readonly items: readonly ItemInsight[];
  /** Value of `cursor` for the next page; absent on the last. */
  readonly nextCursor?: string;
}

/** Reply to `GET /v1/insights/quadrant`. */
export interface InsightsQuadrant extends InsightsFrame {
  /** Live items with a score. */
  readonly points: readonly QuadrantPoint[];
  /** Live items without one, by use; they have no place in the square. */
  readonly early: readonly QuadrantPoint[];
}

/** One item in the square of use against rating. */
export interface QuadrantPoint {
  /** Id of the item in the host's catalogue. */
  readonly collateralId: string;
  /** For people to read. */
  readonly title: string;
  /** The host's own word for what it is. */
  readonly kind: string;
  /** Qualified views in the period; null when hidden. */
  readonly views: number | null;
  /** 0 to 1, among live items of its kind. */
  readonly usePercentile: number;
  /** As in {@link ItemInsight}. */
  readonly rating: Metric;
  /** Null while there is no score. */
  readonly quadrant: Quadrant | null;
}
