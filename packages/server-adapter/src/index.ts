/**
 * The storage interface a host implements, the HTTP handler over it and a store in memory.
 *
 * @module
 */
export { createHandler, type Handler } from './handler.js';
export type { HandlerOptions } from './handler-options.js';
export type { Authenticate } from './request/authenticate.js';
export type { Principal, Role } from './request/principal.js';
export type { ItemsReply } from './routes/list-items.js';
export type { ErasureReply } from './routes/people.js';
export type { ItemsUploadReply } from './routes/put-items.js';
export type { Allowance, RateLimit } from './request/caller-limits.js';
export type { NamesOf } from './suggestions/authors.js';
export type { NoticeNews, TransitionNews } from './hooks/news.js';
export type { WebhookReport } from './hooks/deliver-webhooks.js';
export type { Webhook } from './hooks/webhook-options.js';
export { pseudonymize } from './privacy/pseudonymize.js';
export { runRetention, type RetentionOptions, type RetentionReport } from './retention/run-retention.js';
export { createReport, type ReportOptions } from './scorecards/create-report.js';
export type { Report } from './scorecards/write-report.js';
export { AggregateFold } from './store/aggregate-fold.js';
export { movesKey } from './store/moves-document.js';
export { standingsOf } from './store/standings.js';
export type {
  ActionsQuery,
  AggregateDimension,
  AggregateQuery,
  ArrivalsQuery,
  CountQuery,
  LastUseQuery,
  RatingsDimension,
  RatingsQuery,
  UsageQuery,
} from './store/aggregate-query.js';
export type {
  ActionsRow,
  AggregateGroup,
  AggregateRow,
  AggregateRowOf,
  ArrivalsRow,
  CountRow,
  LastUseRow,
  RatingsRow,
  UsageRow,
} from './store/aggregate-row.js';
export type {
  AskedPart,
  ConversationQuery,
  InboxPageQuery,
  InboxPlace,
  LowRatingsQuery,
  SearchesQuery,
  StandingsQuery,
  SuggestionOrder,
  SuggestionPageQuery,
  SuggestionPlace,
  SuggestionsQuery,
  SupportersQuery,
} from './store/conversation-query.js';
export type {
  ConversationRow,
  InboxPageRow,
  LowRatingRow,
  SearchRow,
  Standing,
  StandingPart,
  StandingRow,
  SuggestionMade,
  SuggestionPageRow,
  SuggestionRow,
  SupporterRow,
} from './store/conversation-row.js';
export type {
  EngagementQuery,
  FirstEngagedQuery,
  LowRatersQuery,
  ParticipationQuery,
} from './store/engagement-query.js';
export type { EngagementRow, FirstEngagedRow, LowRatersRow, ParticipationRow } from './store/engagement-row.js';
export { compareCodePoints } from './store/code-point-order.js';
export { factContent } from './store/fact-content.js';
export type { Fact, FactExclusion } from './store/fact.js';
export type { ItemAction } from './store/item-action.js';
export { searchSuggestions } from './store/search-suggestions.js';
export { searchText } from './store/search-text.js';
export type { TextHit, TextSearch } from './store/text-search.js';
export { wordsOf } from './store/words-of.js';
export { withoutText } from './store/without-text.js';
export { createMemoryStore } from './store/memory-store.js';
export type {
  AppendOutcome,
  Collection,
  Document,
  DocumentPage,
  FactFilter,
  FactPage,
  ListOptions,
  PruneOptions,
  PruneOutcome,
  PutOptions,
  PutOutcome,
  Store,
  StoreCapabilities,
  StoredDocument,
} from './store/store.js';
