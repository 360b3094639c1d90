/**
 * The shared vocabulary of both sides of the wire. Imports nothing but valibot and runs anywhere.
 *
 * @module
 */
export {
  auditTypes,
  type AuditEntry,
  type AuditQuery,
  type AuditSubject,
  type AuditTrail,
  type AuditType,
} from './audit.js';
export { batchSchema, type Batch, type Receipt, type Rejection } from './batch.js';
export { commentIdentities, type CommentIdentity } from './comment-identity.js';
export type { Config } from './config.js';
export {
  disputeSchema,
  disputeStatuses,
  settleSchema,
  type Dispute,
  type DisputeCommand,
  type DisputeReasons,
  type DisputeReply,
  type Disputes,
  type DisputeStatus,
  type EarlierDispute,
  type SettleCommand,
} from './dispute.js';
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
export type { InsightsItem, ItemInsight, RatingComment, TeamUse, VersionInsight, VersionUse } from './item-insight.js';
export { itemSchema, itemsUploadSchema } from './item-schema.js';
export { versionAt, type Item, type ItemVersion, type Producer } from './item.js';
export { limits } from './limits.js';
export type { ComparedMetric, InsightsChoice, TrendPoint } from './compared-metric.js';
export type { Distribution, Exclusion, Metric, MetricState, MetricWindow } from './metric.js';
export type { Notice, Notices } from './notice.js';
export { parseEvent, type ParsedEvent } from './parse-event.js';
export { completePolicy, defaultPolicy, type Policy, type Retention } from './policy.js';
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
  measureDefinitions,
  measureIds,
  type MeasureDefinition,
  type MeasureId,
  type MeasureUnit,
} from './scorecard-measures.js';
export {
  scorecardComparisons,
  type EvidenceEntry,
  type EvidenceQuery,
  type EvidenceShare,
  type ScorecardEvidence,
  type ScorecardPeriod,
  type ScorecardQuery,
} from './scorecard-query.js';
export {
  scorecardSubjects,
  type ChangeWord,
  type Commitments,
  type ComparedSubject,
  type HandOver,
  type MeasureTarget,
  type Scorecard,
  type ScorecardComparison,
  type ScorecardFrame,
  type ScorecardMeasure,
  type ScorecardSubject,
  type ScorecardSubjectType,
  type TargetVerdict,
  type VersionMarker,
} from './scorecard.js';
export {
  hideSchema,
  mergeSchema,
  transitionSchema,
  unmergeSchema,
  type HideCommand,
  type MergeCommand,
  type SuggestionCommand,
  type TransitionCommand,
} from './suggestion-command.js';
export { isSuggestionId, lowRatingId, parseLowRatingId, type LowRatingPlace } from './suggestion-id.js';
export { suggestionIdSchema } from './suggestion-id-schema.js';
export {
  isClosed,
  suggestionMoves,
  suggestionStatuses,
  type MoveField,
  type PermittedMove,
  type SuggestionStatus,
} from './suggestion-moves.js';
export {
  suggestionKinds,
  type Author,
  type Hidden,
  type LoopFigures,
  type Mover,
  type Suggestion,
  type SuggestionDetail,
  type SuggestionKind,
  type SuggestionMove,
  type SuggestionReply,
} from './suggestion.js';
export {
  inboxStates,
  suggestionSorts,
  type Inbox,
  type InboxQuery,
  type InboxState,
  type SearchGap,
  type SuggestionSort,
  type Suggestions,
  type SuggestionsQuery,
} from './suggestions-query.js';
export {
  targetSchema,
  type StoredTarget,
  type Target,
  type TargetCommand,
  type TargetConflict,
  type TargetReply,
  type Targets,
} from './target.js';
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
export { isVisibleText } from './visible-text.js';
