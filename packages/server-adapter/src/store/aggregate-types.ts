import type { UsageEventType } from '@collateral/sdk/contract';
import type { AggregateQuery } from './aggregate-query.js';

const views = Object.freeze(['view'] as const);
const ratings = Object.freeze(['rating', 'rating-withdrawal'] as const);
const actions = Object.freeze(['usage', 'completion'] as const);
const viewsAndRatings = Object.freeze([...views, ...ratings]);

/** Gives the types of facts a query can't be answered without; undefined means all. */
export function aggregateTypes(query: AggregateQuery): readonly UsageEventType[] | undefined {
  switch (query.type) {
    // Rated pairs need the ratings, ratings after use the views.
    case 'usage':
      return viewsAndRatings;
    case 'ratings':
      return query.by.includes('afterUse') ? viewsAndRatings : ratings;
    case 'actions':
      return actions;
    case 'last-use':
      return views;
    case 'arrivals':
      return undefined;
  }
}
