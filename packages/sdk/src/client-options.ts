import type { Consent } from './record/consent.js';

/** Limits of the queue; what is left out has its default. */
export interface QueueOptions {
  /** @defaultValue 20 000 */
  readonly events?: number;
  /** Bytes of JSON. @defaultValue 8 388 608 */
  readonly bytes?: number;
  /** Days after which an event is given up; the server takes none older than 35. @defaultValue 30 */
  readonly days?: number;
}

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
  /**
   * How much may wait on this device, all people and pages of the endpoint together. When it is full, the oldest views go
   * before anything a person wrote. Every drop is counted and signalled.
   */
  readonly maxQueue?: QueueOptions;
  /** What the person allowed, until `setConsent` says otherwise. @defaultValue 'granted' */
  readonly consent?: Consent;
  /** Records no views where the browser sends Global Privacy Control; never touches what a person wrote. @defaultValue true */
  readonly respectGlobalPrivacyControl?: boolean;
  /** Milliseconds without input after which a view counts as idle; never while media plays. @defaultValue 30 000 */
  readonly idleMs?: number;
  /** Explains each step in the console. Leave it off in production. @defaultValue false */
  readonly debug?: boolean;
}
