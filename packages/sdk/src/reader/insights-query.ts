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

/** Which figures are asked for: a screen, and what narrows it. */
export type InsightsQuery =
  | ({
      /** Which screen. */
      readonly screen: 'overview';
    } & InsightsFilter)
  | ({
      /** Which screen. */
      readonly screen: 'items';
    } & InsightsItemsQuery)
  | ({
      /** Which screen. */
      readonly screen: 'quadrant';
    } & InsightsFilter)
  | ({
      /** Which screen. */
      readonly screen: 'item';
      /** Id of the item in the host's catalogue. */
      readonly collateralId: string;
    } & Pick<InsightsFilter, 'period'>);

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
