import type { ClientOptions } from './client-options.js';
import { CollateralError } from './contract/errors.js';
import { limits } from './contract/limits.js';

/** The options of a client with every default filled in and the endpoint absolute, without a slash at its end. */
export interface CompleteOptions {
  readonly endpoint: string;
  readonly actor: string | undefined;
  readonly token: ClientOptions['token'];
  readonly fetch: ClientOptions['fetch'];
  readonly flushIntervalMs: number;
  readonly maxBatch: number;
  readonly debug: boolean;
}

const defaults = Object.freeze({
  actor: undefined,
  token: undefined,
  fetch: undefined,
  flushIntervalMs: 5_000,
  maxBatch: 100,
  debug: false,
});

type Rule = readonly [accepts: (value: unknown) => boolean, expected: string];

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isFunction = (value: unknown): boolean => typeof value === 'function';

const rules: Readonly<Record<keyof ClientOptions, Rule>> = {
  endpoint: [(value) => isText(value) && isUrl(String(value)), 'the URL of the handler, for example /collateral'],
  actor: [isText, 'a text'],
  token: [isFunction, 'a function'],
  fetch: [isFunction, 'a function'],
  flushIntervalMs: [(value) => Number(value) >= 0 && Number.isFinite(value), 'milliseconds, 0 or more'],
  maxBatch: [
    (value) => Number.isInteger(value) && Number(value) > 0 && Number(value) <= limits.eventsPerBatch,
    'a whole number from 1 to 500',
  ],
  debug: [(value) => typeof value === 'boolean', 'true or false'],
};

/**
 * Checks the options and fills in the defaults.
 *
 * @throws CollateralError `invalid-option`.
 */
export function completeOptions(options: ClientOptions): CompleteOptions {
  const { endpoint, ...rest } = Object(options) as ClientOptions;
  const given = [['endpoint', endpoint] as const, ...Object.entries(rest).filter(([, value]) => value !== undefined)];
  for (const [name, value] of given) {
    const [accepts, expected] = (rules as Readonly<Record<string, Rule>>)[name] ?? [() => false, 'left out'];
    if (!accepts(value)) throw new CollateralError('invalid-option', `${name} must be ${expected}, got ${String(value)}.`);
  }
  const known = { ...defaults, ...(Object.fromEntries(given) as unknown as ClientOptions) };
  return { ...known, endpoint: absolute(known.endpoint) };
}

// One server, one database: `/collateral` and `https://host/collateral/` are the same outbox.
function absolute(endpoint: string): string {
  return (typeof document === 'undefined' ? endpoint : new URL(endpoint, document.baseURI).href).replace(/\/+$/, '');
}

function isUrl(endpoint: string): boolean {
  return typeof document === 'undefined' || URL.canParse(endpoint, document.baseURI);
}
