/** What one point of the scale is called in a language. The meaning of the points is fixed; only the words may change. */
export interface PointText {
  readonly label: string;
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
  readonly saveComment: string;
  readonly notNow: string;
}

/** Every sentence the elements say. */
export interface Strings extends RatingStrings, CommentStrings {}

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
  readonly required: string;
  /** What the person has said, for example "You rated 4, useful". */
  readonly rated: (value: string, point: PointText) => string;
  /** What the person said of an earlier version; `current` is null when the item has no version now. */
  readonly ratedBefore: (version: string, value: string, current: string | null) => string;
  /** A score on its scale, for example "3.9 out of 5". */
  readonly outOf: (value: string, highest: string) => string;
  /** The mean with the ends of its 95 % interval. */
  readonly score: (mean: string, low: string, high: string) => string;
  /** How many ratings; `count` chooses the plural, `written` is the same number in the reader's language. */
  readonly count: (count: number, written: string) => string;
  /** Said in place of a score while there are too few ratings for one. */
  readonly tooFew: (count: number, written: string) => string;
  readonly noRatings: string;
  readonly hidden: string;
  readonly loading: string;
  readonly loadFailed: string;
  /** Said when ratings could not be loaded because nobody is signed in. */
  readonly signIn: string;
  readonly own: string;
  /** Said when the item is rated on a scale this element doesn't know. */
  readonly otherScale: (asked: string, known: string) => string;
  readonly saving: string;
  readonly stored: string;
  readonly storedInMemory: string;
  /** Said when nobody is signed in to send what is on this device. */
  readonly waitsForSignIn: string;
  /** Said when another person than the one who rated is signed in now. */
  readonly waitsForOwner: string;
  /** Said when the server takes no ratings from this person or page. */
  readonly waitsForPermission: string;
  readonly delivered: string;
  readonly withdrawn: string;
  readonly notStored: string;
  /** Said when the server refused a rating for good. */
  readonly refused: string;
  readonly dropped: string;
  readonly noClient: string;
  readonly tryAgain: string;
  readonly withdraw: string;
  readonly undo: string;
  /** Opens the comment form. */
  readonly addComment: string;
}
