import { aggregateChangeCases } from './aggregate-change-cases.js';
import { aggregateRatingCases } from './aggregate-rating-cases.js';
import { aggregateUsageCases } from './aggregate-usage-cases.js';
import type { StoreCase } from './store-case.js';

/** The promises of the capability `aggregate`; skipped for a store that does not declare it. */
export const aggregateCases: readonly StoreCase[] = Object.freeze([
  ...aggregateUsageCases,
  ...aggregateRatingCases,
  ...aggregateChangeCases,
]);
