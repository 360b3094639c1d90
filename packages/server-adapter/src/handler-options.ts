import { CollateralError, completePolicy, limits, type Policy } from '@collateral/sdk/contract';
import { checkSecret } from './privacy/pseudonymize.js';
import type { Authenticate } from './request/authenticate.js';
import { defaultRateLimit, type Allowance, type RateLimit } from './request/caller-limits.js';
import type { NoticeNews, TransitionNews } from './hooks/news.js';
import type { Hooks } from './hooks/tell-host.js';
import { checkWebhooks, type Webhook } from './hooks/webhook-options.js';
import type { NamesOf } from './suggestions/authors.js';
import type { Store } from './store/store.js';

/** How a host sets the handler up. */
export interface HandlerOptions {
  /** Where facts and documents are kept. */
  readonly store: Store;
  /** The host's sign-in. */
  readonly authenticate: Authenticate;
  /** Origin under which people open the host, for example `https://intranet.example`. */
  readonly publicOrigin: string;
  /** Other origins whose pages may call the handler and read its replies, compared exactly. @defaultValue none */
  readonly allowedOrigins?: readonly string[];
  /** Rules that differ from the defaults. @defaultValue `defaultPolicy` of the contract */
  readonly policy?: Partial<Policy>;
  /**
   * Key for the tags of people, at least 32 characters; the same in every process and for ever. Leave it out when `actorId`
   * already is a pseudonym (see `pseudonymize`).
   *
   * @defaultValue none: tags are plain hashes
   */
  readonly secret?: string;
  /**
   * Tells what people are called, for policy `commentIdentity: 'named'` and for the names of those who decide. Names are asked for
   * each time and never stored.
   *
   * @defaultValue nobody has a name
   */
  readonly namesOf?: NamesOf;
  /**
   * Called after a suggestion was moved, merged or hidden, in the process that did it. For what must not be missed use `webhooks`.
   *
   * @defaultValue nobody is told
   */
  readonly onTransition?: (news: TransitionNews) => unknown;
  /** Called when something was shipped that people asked for, with whom to tell, for example by mail. @defaultValue nobody is told */
  readonly onNotice?: (news: NoticeNews) => unknown;
  /** Addresses that are told the same, signed and tried again for three days. @defaultValue none */
  readonly webhooks?: readonly Webhook[];
  /** Sends the webhooks. @defaultValue the platform's `fetch` */
  readonly fetch?: typeof fetch;
  /** What one person may send, or false for no limit. @defaultValue 600 requests and 50 000 events at once, 10 and 50 a second after that */
  readonly rateLimit?: RateLimit | false;
  /** Events that may wait for the store before more are answered with 503. @defaultValue 20 000 */
  readonly maxPendingEvents?: number;
  /**
   * Path before `/v1/`, for example `/collateral`. Set it when that path itself contains `/v1/`.
   *
   * @defaultValue whatever comes before the first `/v1/`
   */
  readonly basePath?: string;
  /** The clock, in milliseconds since 1970. @defaultValue `Date.now` */
  readonly now?: () => number;
  /** Told about everything answered with 500 or above. The caller never sees more than the error code. @defaultValue nobody is told */
  readonly onError?: (error: unknown) => void;
}

/** Checked options with every default filled in. */
export interface CompleteHandlerOptions extends Required<
  Omit<
    HandlerOptions,
    'policy' | 'basePath' | 'secret' | 'rateLimit' | 'namesOf' | 'onTransition' | 'onNotice' | 'webhooks' | 'fetch'
  >
> {
  readonly policy: Policy;
  readonly basePath: string | null;
  readonly secret: string | null;
  readonly namesOf: NamesOf | null;
  readonly hooks: Hooks;
  readonly rateLimit: RateLimit | null;
}

/**
 * Checks the options of a handler and fills in the defaults.
 *
 * @throws CollateralError `invalid-option` naming the field.
 */
export function completeHandlerOptions(options: HandlerOptions): CompleteHandlerOptions {
  const { store, authenticate, publicOrigin, allowedOrigins = [], now = Date.now, onError = () => undefined } = options;
  // Hosts without TypeScript may leave it out.
  if (typeof (store as Partial<Store> | undefined)?.append !== 'function')
    refuse('store', 'a Store, for example createMemoryStore()', typeof store);
  if (store.capabilities?.getMany === true && typeof store.getMany !== 'function')
    refuse('store.getMany', 'a function, because capabilities.getMany is true', typeof store.getMany);
  if (store.capabilities?.aggregate === true && typeof store.aggregate !== 'function')
    refuse('store.aggregate', 'a function, because capabilities.aggregate is true', typeof store.aggregate);
  if (typeof authenticate !== 'function')
    refuse('authenticate', 'a function from a Request to a Principal or null', typeof authenticate);
  if (typeof now !== 'function') refuse('now', 'a function that returns milliseconds since 1970', typeof now);
  for (const origin of allowedOrigins) checkOrigin('allowedOrigins', origin);
  checkOrigin('publicOrigin', publicOrigin);
  const { secret, namesOf, rateLimit = defaultRateLimit, maxPendingEvents = 20_000 } = options;
  if (namesOf !== undefined && typeof namesOf !== 'function')
    refuse('namesOf', 'a function from a tenant and ids to a Map of names', typeof namesOf);
  if (secret !== undefined) checkSecret(secret, 'secret');
  if (rateLimit !== false) checkRateLimit(rateLimit);
  if (!(maxPendingEvents >= limits.eventsPerBatch))
    refuse('maxPendingEvents', `a number of at least ${limits.eventsPerBatch}`, maxPendingEvents);
  return {
    store,
    authenticate,
    publicOrigin,
    allowedOrigins,
    policy: completePolicy(options.policy),
    basePath: options.basePath === undefined ? null : checkBasePath(options.basePath),
    secret: secret ?? null,
    namesOf: namesOf ?? null,
    hooks: hooksOf(options, now, onError),
    rateLimit: rateLimit === false ? null : rateLimit,
    maxPendingEvents,
    now,
    onError,
  };
}

function hooksOf(
  { onTransition, onNotice, webhooks = [], ...options }: HandlerOptions,
  now: Hooks['now'],
  onError: Hooks['onError'],
): Hooks {
  for (const [name, hook] of Object.entries({ onTransition, onNotice, fetch: options.fetch }))
    if (hook !== undefined && typeof hook !== 'function') refuse(name, 'a function or absent', typeof hook);
  return {
    onTransition: onTransition ?? null,
    onNotice: onNotice ?? null,
    webhooks: checkWebhooks(webhooks),
    // Called without a receiver, as browsers and workers ask for.
    fetch: options.fetch ?? ((...request) => fetch(...request)),
    now,
    onError,
  };
}

function checkRateLimit({ requests, events }: RateLimit): void {
  checkAllowance('rateLimit.requests', requests, 1);
  checkAllowance('rateLimit.events', events, limits.eventsPerBatch);
}

function checkAllowance(name: string, { burst, perSecond }: Allowance, least: number): void {
  if (!(burst >= least)) refuse(`${name}.burst`, `a number of at least ${least}`, burst);
  if (!(perSecond > 0)) refuse(`${name}.perSecond`, 'a number above 0', perSecond);
}

function checkOrigin(name: string, value: unknown): void {
  const isOrigin = typeof value === 'string' && URL.canParse(value) && new URL(value).origin === value;
  if (!isOrigin) refuse(name, "an origin without path, such as 'https://intranet.example'", value);
}

function checkBasePath(value: string): string {
  const path = value.replace(/\/+$/, '');
  if (path !== '' && !path.startsWith('/')) refuse('basePath', "a path such as '/collateral'", value);
  return path;
}

function refuse(name: string, expected: string, got: unknown): never {
  throw new CollateralError('invalid-option', `${name} must be ${expected}, got ${JSON.stringify(got)}.`);
}
