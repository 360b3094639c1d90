import type { ClientOptions, QueueOptions } from './client-options.js';
import { limits } from './contract/limits.js';
import type { Consent } from './record/consent.js';
import { refuse } from './refuse.js';

/** Options with every default filled in and the endpoint absolute, without a slash at its end. */
export type CompleteOptions = Omit<ClientOptions, 'maxQueue'> &
  typeof defaults & { readonly maxQueue: Required<QueueOptions> };

const defaults: Required<
  Pick<ClientOptions, 'flushIntervalMs' | 'maxBatch' | 'consent' | 'respectGlobalPrivacyControl' | 'idleMs' | 'debug'>
> = Object.freeze({
  flushIntervalMs: 5_000,
  maxBatch: 100,
  consent: 'granted',
  respectGlobalPrivacyControl: true,
  idleMs: 30_000,
  debug: false,
});

const queueDefaults: Required<QueueOptions> = Object.freeze({ events: 20_000, bytes: 8_388_608, days: 30 });

const kinds: Readonly<Record<string, string>> = {
  endpoint: 'string',
  actor: 'string',
  token: 'function',
  fetch: 'function',
  flushIntervalMs: 'number',
  maxBatch: 'number',
  maxQueue: 'object',
  consent: 'string',
  respectGlobalPrivacyControl: 'boolean',
  idleMs: 'number',
  debug: 'boolean',
} satisfies Record<keyof ClientOptions, string>;

/**
 * Checks the options and fills in the defaults.
 *
 * @throws CollateralError `invalid-option`.
 */
export function completeOptions(options: ClientOptions): CompleteOptions {
  // A host without TypeScript may forget them.
  if (Object(options) !== options) refuse('invalid-option', 'createClient', 'called with { endpoint }', options);
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    check(name, kinds[name] ?? 'left out', value, typeof value === kinds[name]);
    given[name] = value;
  }
  // Checked above, name by name.
  const complete = { ...defaults, ...(given as unknown as ClientOptions) };
  const { endpoint, flushIntervalMs, maxBatch, idleMs } = complete;
  check('endpoint', 'the URL of the handler', endpoint, !!endpoint);
  check('flushIntervalMs', '0 or more', flushIntervalMs, flushIntervalMs >= 0);
  check('maxBatch', '1 to 500', maxBatch, maxBatch >= 1 && maxBatch <= limits.eventsPerBatch && maxBatch % 1 === 0);
  check('idleMs', 'more than 0', idleMs, idleMs > 0);
  checkConsent(complete.consent);
  const maxQueue = { ...queueDefaults, ...complete.maxQueue };
  for (const [name, value] of Object.entries(maxQueue)) {
    check(`maxQueue.${name}`, 'more than 0', value, name in queueDefaults && value > 0);
  }
  return { ...complete, maxQueue, endpoint: absolute(endpoint) };
}

/**
 * Checks what a host says about consent; a wrong word must not mean "granted".
 *
 * @throws CollateralError `invalid-option`.
 */
export function checkConsent(consent: Consent): void {
  check('consent', 'granted, denied or unknown', consent, /^(granted|denied|unknown)$/.test(consent));
}

// One server, one database: `/collateral` and `https://host/collateral/` are the same outbox.
function absolute(endpoint: string): string {
  if (typeof document === 'undefined') return endpoint;
  check('endpoint', 'a URL', endpoint, URL.canParse(endpoint, document.baseURI));
  return new URL(endpoint, document.baseURI).href.replace(/\/+$/, '');
}

function check(name: string, expected: string, value: unknown, isRight: boolean): void {
  if (!isRight) refuse('invalid-option', name, expected, value);
}
