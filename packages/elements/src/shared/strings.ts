import type { ConversationStrings } from './conversation-strings.js';
import type { DisputeStrings } from './dispute-strings.js';
import type { InsightsStrings } from './insights-strings.js';
import type { SomeWords } from './replace-words.js';
import type { ScorecardStrings } from './scorecard-strings.js';

/** What one point of the scale is called in a language. The meaning of the points is fixed; only the words may change. */
export interface PointText {
  /** One or two words for tight places. */
  readonly label: string;
  /** The behaviour that earns this point. */
  readonly anchor: string;
}

/** The sentences of the comment form, which is loaded when it is wanted. */
export interface CommentStrings {
  /** Asked above the reasons when a rating is low. */
  readonly whyLow: string;
  /** The reasons of the scale by their ids. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Label of the text. */
  readonly comment: string;
  /** Box that sends a low rating's reasons and comment to the item's owner at once. */
  readonly tellOwner: string;
  /** What becomes of them otherwise. */
  readonly tellOwnerHint: string;
  /** Button that saves the comment and the reasons. */
  readonly saveComment: string;
  /** Button that closes the form and keeps the rating. */
  readonly notNow: string;
}

/** The sentence of a request to rate, which is loaded where a page wants requests. */
export interface PromptStrings {
  /** Asked after real use; `notNow` stands beside it. */
  readonly askToRate: string;
}

/** Sentences of the elements with figures. They have their own files; a page gives some of them to have these said instead. */
export interface FigureElementStrings {
  /** Those of `<collateral-insights>`. */
  readonly insights: SomeWords<InsightsStrings>;
  /** Those of `<collateral-scorecard>`. */
  readonly scorecard: SomeWords<ScorecardStrings>;
  /** Those about disputed ratings, in both of them. */
  readonly disputes: SomeWords<DisputeStrings>;
}

/** Every sentence the elements say. */
export interface Strings
  extends RatingStrings, CommentStrings, PromptStrings, Partial<ConversationStrings>, Partial<FigureElementStrings> {}

/** The sentences of a rating. Numbers arrive written in the reader's language. */
export interface RatingStrings {
  /** The five points, lowest first. */
  readonly points: readonly PointText[];
  /** Accessible name of a point. */
  readonly pointName: (value: string, point: PointText) => string;
  /** The visible line that explains a point. */
  readonly pointLine: (value: string, point: PointText) => string;
  /** Shown while nothing is chosen: what the ends mean. */
  readonly scaleHint: (low: string, lowest: PointText, high: string, highest: PointText) => string;
  /** Name of a rating nobody has named. */
  readonly rating: string;
  /** Said by the browser when a form needs a rating and has none. */
  readonly required: string;
  /** What the person has said, for example "You rated 4, useful". */
  readonly rated: (value: string, point: PointText) => string;
  /** What the person has said, then what became of it. */
  readonly ratedNews: (rated: string, news: string) => string;
  /** What the person said of an earlier version; `current` is null when the item has no version now. */
  readonly ratedBefore: (version: string, value: string, current: string | null) => string;
  /** A score on its scale, for example "3.9 out of 5". */
  readonly outOf: (value: string, highest: string) => string;
  /** The mean with the ends of its 95 % interval. */
  readonly score: (mean: string, low: string, high: string) => string;
  /** How many ratings; `count` chooses the plural, `written` is the same number in the reader's language. */
  readonly count: (count: number, written: string) => string;
  /** A score with the number of ratings behind it. */
  readonly scoreOfCount: (score: string, count: string) => string;
  /** Said in place of a score while there are too few ratings for one. */
  readonly tooFew: (count: number, written: string) => string;
  /** Said in place of a score when nobody has rated yet. */
  readonly noRatings: string;
  /** Said in place of a score when too few people stand behind it. */
  readonly hidden: string;
  /** Said in place of a score until the first answer. */
  readonly loading: string;
  /** Said when ratings could not be loaded; `tryAgain` stands beside it. */
  readonly loadFailed: string;
  /** Said when ratings could not be loaded because nobody is signed in. */
  readonly signIn: string;
  /** Said in place of the choice when the reader produces the item. */
  readonly own: string;
  /** Said when the item is rated on a scale this element doesn't know. */
  readonly otherScale: (asked: string, known: string) => string;
  /** Said until the rating is on the device. */
  readonly saving: string;
  /** Said when the rating is on disk and not sent yet. */
  readonly stored: string;
  /** Said when the rating is in this tab only and not sent yet. */
  readonly storedInMemory: string;
  /** Said when nobody is signed in to send what is on this device. */
  readonly waitsForSignIn: string;
  /** Said when another person than the one who rated is signed in now. */
  readonly waitsForOwner: string;
  /** Said when the server takes no ratings from this person or page. */
  readonly waitsForPermission: string;
  /** Said when the server has the rating. */
  readonly delivered: string;
  /** Stands before the news of saving when the rating was taken back. */
  readonly withdrawn: string;
  /** Said when neither disk nor memory took the rating. */
  readonly notStored: string;
  /** Said when the server refused a rating for good. */
  readonly refused: string;
  /** Said when the rating was given up before it was sent; see `DropReason`. */
  readonly dropped: string;
  /** Said of the person's rating while the item's producer objects to its reason. */
  readonly disputed: string;
  /** Said of it when the objection was found right. */
  readonly disputeUpheld: string;
  /** Said when there is no provider around the element, or it has no client. */
  readonly noClient: string;
  /** Button beside a failure. */
  readonly tryAgain: string;
  /** Button that takes the rating back. */
  readonly withdraw: string;
  /** Button that chooses again what was just withdrawn. */
  readonly undo: string;
  /** Opens the comment form. */
  readonly addComment: string;
}
