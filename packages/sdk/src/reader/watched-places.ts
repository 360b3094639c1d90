/** What a page shows suggestions about. */
export interface WatchedPlaces {
  /** Ids of items. */
  readonly collateralIds?: readonly string[];
  /** Requests for content that does not exist. @defaultValue false */
  readonly requests?: boolean;
  /** What waits for the person, wherever it is: for those who answer for items. @defaultValue false */
  readonly inbox?: boolean;
}

/** Starts watching and returns what ends it. */
export type Watch = (places: WatchedPlaces, changed: () => void) => () => void;
