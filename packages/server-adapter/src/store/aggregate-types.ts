import type { UsageEventType } from '@collateral/sdk/contract';
import type { AggregateQuery } from './aggregate-query.js';

const views = Object.freeze(['view'] as const);
const ratings = Object.freeze(['rating', 'rating-withdrawal'] as const);
const actions = Object.freeze(['usage', 'completion'] as const);
const votes = Object.freeze(['vote'] as const);
const conversation = Object.freeze(['suggestion', 'suggestion-withdrawal', 'reply', ...votes] as const);
const engagement = Object.freeze(['view', ...actions, 'rating'] as const);
const searches = Object.freeze(['usage'] as const);
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
    case 'suggestions':
    case 'suggestion-page':
    case 'inbox-page':
    case 'standings':
      return conversation;
    case 'supporters':
      return votes;
    case 'low-ratings':
      return ratings;
    case 'searches':
      return searches;
    case 'participation':
    case 'first-engaged':
      return engagement;
    case 'low-raters':
      return ratings;
  }
}

const endingWithFacts: ReadonlySet<AggregateQuery['type']> = new Set([
  'suggestions',
  'suggestion-page',
  'inbox-page',
  'standings',
  'supporters',
  'low-ratings',
  'searches',
]);

/** Tells whether an answer counts facts that were pruned as well. What tells what people wrote, and to whom, ends with its facts. */
export function outlivesFacts({ type }: AggregateQuery): boolean {
  return !endingWithFacts.has(type);
}

/** Tells whether a query can't be answered without the documents of the collection `suggestions`. */
export function asksForSteps({ type }: AggregateQuery): boolean {
  return type === 'inbox-page' || type === 'standings';
}
