/**
 * The shared vocabulary of both sides of the wire. Imports nothing but valibot and runs anywhere.
 *
 * @module
 */
export { batchSchema, type Batch, type Receipt, type Rejection } from './batch.js';
export type { Config } from './config.js';
export { CollateralError, errorCodes, isCollateralError, isErrorCode, type ErrorCode } from './errors.js';
export { groupsUploadSchema, type Group } from './group.js';
export { isEventId, isHostId } from './ids.js';
export {
  itemSorts,
  itemStates,
  quadrants,
  useStates,
  type InsightsFilter,
  type InsightsFrame,
  type InsightsItemsQuery,
  type InsightsPeriod,
  type InsightsWindow,
  type ItemSort,
  type ItemState,
  type Quadrant,
  type UseState,
} from './insights-query.js';
export {
  headlineIds,
  shortListIds,
  type DataQuality,
  type Headline,
  type HeadlineId,
  type InsightsChoices,
  type InsightsItems,
  type InsightsOverview,
  type InsightsQuadrant,
  type QuadrantPoint,
  type ShortList,
  type ShortListId,
} from './insights.js';
export type { InsightsItem, ItemInsight, RatingComment, TeamUse, VersionInsight } from './item-insight.js';
export { itemSchema, itemsUploadSchema } from './item-schema.js';
export { versionAt, type Item, type ItemVersion, type Producer } from './item.js';
export { limits } from './limits.js';
export type { ComparedMetric, InsightsChoice, TrendPoint } from './compared-metric.js';
export type { Distribution, Exclusion, Metric, MetricState, MetricWindow } from './metric.js';
export { parseEvent, type ParsedEvent } from './parse-event.js';
export { completePolicy, defaultPolicy, type Policy } from './policy.js';
export type { PromptLimits, PromptStanding } from './prompts.js';
export { ratingQuerySchema } from './rating-query-schema.js';
export type {
  OwnRating,
  PreviousRating,
  RatingQuery,
  RatingQueryItem,
  RatingQueryReply,
  RatingSummary,
} from './rating-summary.js';
export { parseReceipt, receiptMediaType } from './receipt.js';
export { collateralScale, isScaleValue, type Scale, type ScalePoint, type ScaleReason } from './scale.js';
export {
  isWritten,
  usageEventTypes,
  type CompletionEvent,
  type EventContext,
  type ItemUsageEvent,
  type NoticeResponseEvent,
  type Place,
  type PromptResponseEvent,
  type RatingEvent,
  type RatingWithdrawalEvent,
  type ReplyEvent,
  type SearchEvent,
  type SuggestionEvent,
  type SuggestionWithdrawalEvent,
  type UsageEvent,
  type UsageEventType,
  type ViewEvent,
  type VoteEvent,
} from './usage-event.js';
export { eventContextSchema, instantSchema, usageEventSchema } from './usage-event-schema.js';
