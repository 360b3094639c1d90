/**
 * The elements as classes, without registering them: import `@collateral/elements/define/all` for that.
 *
 * @module
 */
export { CollateralInbox } from './inbox/collateral-inbox.js';
export { CollateralInsights } from './insights/collateral-insights.js';
export { CollateralNotices } from './notices/collateral-notices.js';
export { CollateralProvider } from './provider/collateral-provider.js';
export { CollateralRating } from './rating/collateral-rating.js';
export { CollateralScorecard } from './scorecard/collateral-scorecard.js';
export { CollateralSuggestions } from './suggestions/collateral-suggestions.js';
export { clientContext } from './shared/client-context.js';
export {
  CollateralErrorEvent,
  CollateralRateEvent,
  CollateralReadyEvent,
  CollateralStatusEvent,
  type LoadState,
  type SaveState,
} from './shared/events.js';
export { CollateralFilterEvent, CollateralSelectEvent } from './shared/insights-events.js';
export { CollateralDisputeEvent, CollateralTargetEvent } from './shared/scorecard-events.js';
export {
  CollateralNoticeEvent,
  CollateralPlaceEvent,
  CollateralReplyEvent,
  CollateralSuggestEvent,
  CollateralTransitionEvent,
  CollateralVoteEvent,
} from './shared/suggestion-events.js';
export type { ConversationStrings } from './shared/conversation-strings.js';
export type { ListStateStrings } from './shared/list-state-strings.js';
export type { OpenedStrings } from './shared/opened-strings.js';
export { addStrings } from './shared/strings-for.js';
export type { CommentStrings, PointText, PromptStrings, RatingStrings, Strings } from './shared/strings.js';
