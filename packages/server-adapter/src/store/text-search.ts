/** Asks which suggestions use words; see {@link Store.search}. */
export interface TextSearch {
  /** What somebody typed; the last word may be half a word. */
  readonly text: string;
  /** Suggestions about these items; null stands for requests. Absent means all. */
  readonly collateralIds?: readonly (string | null)[];
  /** Most hits to give, 1 to 200. */
  readonly limit: number;
}

/** A suggestion that uses at least one of the words. */
export interface TextHit {
  /** Its id. */
  readonly suggestionId: string;
  /** How many of the different words it uses. */
  readonly words: number;
}
