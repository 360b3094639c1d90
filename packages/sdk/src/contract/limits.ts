/** What one request, one event and one text may weigh. Both sides of the wire check the same numbers. */
export const limits = {
  /** Events in one batch. */
  eventsPerBatch: 500,
  /** Bytes of a request body after inflating. */
  bodyBytes: 524_288,
  /** UTF-8 bytes of one event as JSON. */
  eventBytes: 32_768,
  /** Bytes of a body sent while the page closes; the platform's budget is 64 KiB for all requests together. */
  closingBodyBytes: 60_000,
  /** Characters (UTF-16 code units) of an id given by the host. */
  idLength: 200,
  /** Characters of a version label. */
  versionLength: 100,
  /** Characters of a comment, suggestion or reply. */
  textLength: 4_000,
  /** Characters of the reason of a command. */
  reasonLength: 1_000,
  /** Characters of the id of a suggestion or a notice. */
  suggestionIdLength: 3_000,
  /** Characters of a URL or another short text. */
  shortTextLength: 2_000,
  /** Items in one ratings query. */
  itemsPerQuery: 500,
  /** Items in one catalogue upload. */
  itemsPerUpload: 5_000,
  /** Age in days after which an event is no longer accepted. */
  eventAgeDays: 35,
  /** Difference between the clocks of browser and server, in milliseconds, from which the event time is corrected. */
  clockSkewMs: 300_000,
} as const;
