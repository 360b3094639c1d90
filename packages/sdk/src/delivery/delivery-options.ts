/** What delivery needs to know of the client's options. */
export interface DeliveryOptions {
  /** Where the handler is mounted, without a slash at its end. */
  readonly endpoint: string;
  /** Milliseconds an observed event may wait for others before it is sent, 0 or more. */
  readonly flushIntervalMs: number;
  /** Events in one request, 1 to 500. */
  readonly maxBatch: number;
}
