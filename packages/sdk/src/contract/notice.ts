/** Tells somebody that what they asked for was done. */
export interface Notice {
  /** Made of the suggestion and the shipping, so that the same news is never told twice. */
  readonly noticeId: string;
  /** The suggestion that was shipped. */
  readonly suggestionId: string;
  /** The item; of a request the item it became, null when the catalogue does not have it. */
  readonly collateralId: string | null;
  /** Title of that item; its id when the catalogue does not know it. */
  readonly title: string | null;
  /** The version that fixes it; null for a request. */
  readonly version: string | null;
  /** What was fixed: the text of the suggestion, or null for a low rating. */
  readonly body: string | null;
  /** Of a low rating: id of the scale's reason. Null for others. */
  readonly reason: string | null;
  /** What the person who shipped it wrote. */
  readonly answer: string | null;
  /** What the receiver did before. */
  readonly because: 'suggested' | 'supported' | 'rated';
  /** When it was shipped, ISO 8601 UTC. */
  readonly shippedAt: string;
}

/** Reply to `GET /v1/notices`. */
export interface Notices {
  /** Newest first; what the caller answered or dismissed is not among them. */
  readonly notices: readonly Notice[];
}
