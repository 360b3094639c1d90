import type { AggregateQuery, CountQuery } from './aggregate-query.js';

/** Tells whether a question is about how often something happened, and not about what people wrote to each other. */
export function isAboutCounts(query: AggregateQuery): query is CountQuery {
  switch (query.type) {
    case 'usage':
    case 'ratings':
    case 'actions':
    case 'last-use':
    case 'arrivals':
      return true;
    default:
      return false;
  }
}
