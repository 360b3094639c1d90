import { CollateralError, completePolicy, type Policy } from '@collateral/sdk/contract';
import type { Authenticate } from './request/authenticate.js';
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
export interface CompleteHandlerOptions extends Required<Omit<HandlerOptions, 'policy' | 'basePath'>> {
  readonly policy: Policy;
  readonly basePath: string | null;
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
  if (typeof authenticate !== 'function')
    refuse('authenticate', 'a function from a Request to a Principal or null', typeof authenticate);
  if (typeof now !== 'function') refuse('now', 'a function that returns milliseconds since 1970', typeof now);
  for (const origin of allowedOrigins) checkOrigin('allowedOrigins', origin);
  checkOrigin('publicOrigin', publicOrigin);
  return {
    store,
    authenticate,
    publicOrigin,
    allowedOrigins,
    policy: completePolicy(options.policy),
    basePath: options.basePath === undefined ? null : checkBasePath(options.basePath),
    now,
    onError,
  };
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
