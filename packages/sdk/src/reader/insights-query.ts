import type { InsightsItems, InsightsOverview, InsightsQuadrant } from '../contract/insights.js';
import type { InsightsFilter, InsightsItemsQuery } from '../contract/insights-query.js';
import type { InsightsItem } from '../contract/item-insight.js';

/** What the server answers for each screen of the insights. */
export interface InsightsReplies {
  /** Headline figures, how far they can be trusted, and what to look at first. */
  readonly overview: InsightsOverview;
  /** A page of items. */
  readonly items: InsightsItems;
  /** Use against rating. */
  readonly quadrant: InsightsQuadrant;
  /** One item. */
  readonly item: InsightsItem;
}

/** A screen of the insights. */
export type InsightsScreen = keyof InsightsReplies;

/** Asks for the headline figures. */
export interface OverviewQuery extends InsightsFilter {
  /** Which screen. */
  readonly screen: 'overview';
}

/** Asks for a page of items. */
export interface ItemsQuery extends InsightsItemsQuery {
  /** Which screen. */
  readonly screen: 'items';
}

/** Asks for use against rating. */
export interface QuadrantQuery extends InsightsFilter {
  /** Which screen. */
  readonly screen: 'quadrant';
}

/** Asks for one item. */
export interface ItemQuery extends Pick<InsightsFilter, 'period' | 'version' | 'afterUse'> {
  /** Which screen. */
  readonly screen: 'item';
  /** Id of the item in the host's catalogue. */
  readonly collateralId: string;
}

/** Which figures are asked for: a screen, and what narrows it. */
export type InsightsQuery = OverviewQuery | ItemsQuery | QuadrantQuery | ItemQuery;

/** How the figures are asked for. */
export interface InsightsReadOptions {
  /** Ends the request; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Asks for figures. */
export type ReadInsights = <Query extends InsightsQuery>(
  query: Query,
  options?: InsightsReadOptions,
) => Promise<InsightsReplies[Query['screen']]>;
