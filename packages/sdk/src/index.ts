/**
 * Records what people do with collateral and reads ratings back.
 *
 * @module
 */
export { createClient } from './create-client.js';
export type { Client, ClientStatus } from './client.js';
export type { ClientOptions, QueueOptions } from './client-options.js';
export type { Observation } from './observe/observations.js';
export type {
  InsightsQuery,
  InsightsReadOptions,
  InsightsReplies,
  InsightsScreen,
  ItemQuery,
  ItemsQuery,
  OverviewQuery,
  QuadrantQuery,
} from './reader/insights-query.js';
export type { DisputesClient } from './reader/disputes-client.js';
export type {
  ComparisonQuery,
  EvidenceListQuery,
  OneScorecardQuery,
  ScorecardsQuery,
  ScorecardsReplies,
} from './reader/scorecards-query.js';
export type { Consent } from './record/consent.js';
export type { Prompt, Prompts } from './prompts/prompt.js';
export type { PendingRating } from './record/pending-rating.js';
export type { PendingWriting } from './record/pending-writings.js';
export type { Drafts } from './record/drafts.js';
export type {
  CompletionInput,
  ItemReference,
  NoticeAnswer,
  RatingInput,
  ReplyInput,
  SuggestionInput,
  UsageInput,
} from './record/record-input.js';
export type { WatchedPlaces } from './reader/watched-places.js';
export type { GoverningClient } from './reader/governing-client.js';
export type { ReadOptions, SuggestionConflict, SuggestionsClient } from './reader/suggestions-client.js';
export type { StoreReceipt } from './record/store-receipt.js';
export type { View } from './record/views.js';
export type {
  Delivered,
  Dropped,
  DropReason,
  Rejected,
  SignalEvent,
  SignalListener,
  SignalName,
  Signals,
  Stalled,
} from './signals.js';
export type { Config } from './contract/config.js';
export { CollateralError, isCollateralError, type ErrorCode } from './contract/errors.js';
export type { Distribution, Exclusion, Metric, MetricState, MetricWindow } from './contract/metric.js';
export type { PromptLimits } from './contract/prompts.js';
export type { OwnRating, PreviousRating, RatingQueryItem, RatingSummary } from './contract/rating-summary.js';
export { collateralScale, isScaleValue, type Scale, type ScalePoint, type ScaleReason } from './contract/scale.js';
export type { EventContext } from './contract/usage-event.js';
