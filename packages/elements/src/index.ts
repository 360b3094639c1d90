/**
 * The elements as classes, without registering them: import `@collateral/elements/define/all` for that.
 *
 * @module
 */
export { CollateralInsights } from './insights/collateral-insights.js';
export { CollateralProvider } from './provider/collateral-provider.js';
export { CollateralRating } from './rating/collateral-rating.js';
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
export { addStrings } from './shared/strings-for.js';
export type { CommentStrings, PointText, PromptStrings, RatingStrings, Strings } from './shared/strings.js';
