/** Options of {@link createClient}. Only `endpoint` is required. */
export interface ClientOptions {
  /** Where the handler is mounted, absolute or relative to the page, for example `/collateral`. */
  readonly endpoint: string;
  /**
   * Local name of the signed-in person, for pages that know it. It never leaves the device. Set it when people share a
   * browser profile: rows recorded offline then wait for the same person instead of the same page.
   */
  readonly actor?: string;
  /** Returns the bearer token for each request; called again once after a 401 or 403. Leave it out when cookies sign in. */
  readonly token?: () => string | Promise<string>;
  /** Replaces `fetch`, for example to add headers. @defaultValue the page's `fetch` at the time of the call */
  readonly fetch?: typeof fetch;
  /** Longest time in milliseconds an observed event waits before it is sent; what a person wrote is sent at once. @defaultValue 5000 */
  readonly flushIntervalMs?: number;
  /** Events in one request, 1 to 500. @defaultValue 100 */
  readonly maxBatch?: number;
  /** Explains each step in the console. Leave it off in production. @defaultValue false */
  readonly debug?: boolean;
}
