import { aggregateActionCases } from './aggregate-action-cases.js';
import { aggregateAfterUseCases } from './aggregate-after-use-cases.js';
import { aggregateArrivalCases } from './aggregate-arrival-cases.js';
import { aggregateAuthorCases } from './aggregate-author-cases.js';
import { aggregateChangeCases } from './aggregate-change-cases.js';
import { aggregateEngagementCases } from './aggregate-engagement-cases.js';
import { aggregateInboxCases } from './aggregate-inbox-cases.js';
import { aggregateInboxLifeCases } from './aggregate-inbox-life-cases.js';
import { aggregateRatedUseCases } from './aggregate-rated-use-cases.js';
import { aggregateLastUseCases } from './aggregate-last-use-cases.js';
import { aggregatePairCases } from './aggregate-pair-cases.js';
import { aggregatePruneCases } from './aggregate-prune-cases.js';
import { aggregateRatingCases } from './aggregate-rating-cases.js';
import { aggregateLowRatingCases } from './aggregate-low-rating-cases.js';
import { aggregateSearchCases } from './aggregate-search-cases.js';
import { aggregateStandingCases } from './aggregate-standing-cases.js';
import { aggregateSuggestionCases } from './aggregate-suggestion-cases.js';
import { aggregateSuggestionPageCases } from './aggregate-suggestion-page-cases.js';
import { aggregateSupporterCases } from './aggregate-supporter-cases.js';
import { aggregateUsageCases } from './aggregate-usage-cases.js';
import type { StoreCase } from './store-case.js';

/** The promises of the capability `aggregate`; skipped for a store that does not declare it. */
export const aggregateCases: readonly StoreCase[] = Object.freeze([
  ...aggregateUsageCases,
  ...aggregatePairCases,
  ...aggregateRatingCases,
  ...aggregateAfterUseCases,
  ...aggregateActionCases,
  ...aggregateLastUseCases,
  ...aggregateArrivalCases,
  ...aggregateSuggestionCases,
  ...aggregateSuggestionPageCases,
  ...aggregateInboxCases,
  ...aggregateInboxLifeCases,
  ...aggregateStandingCases,
  ...aggregateAuthorCases,
  ...aggregateSupporterCases,
  ...aggregateLowRatingCases,
  ...aggregateSearchCases,
  ...aggregateEngagementCases,
  ...aggregateRatedUseCases,
  ...aggregateChangeCases,
  ...aggregatePruneCases,
]);
