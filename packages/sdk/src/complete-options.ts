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
  for (const [name, value] of Object.entries(options)) {
    const kind = kinds[name] ?? 'left out';
    if (value !== undefined && typeof value !== kind) refuse('invalid-option', name, kind, value);
  }
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  // Checked above, name by name.
  const complete = { ...defaults, ...(given as unknown as ClientOptions) };
  const { endpoint, flushIntervalMs, maxBatch, idleMs } = complete;
  if (!endpoint) refuse('invalid-option', 'endpoint', 'the URL of the handler', endpoint);
  if (!(flushIntervalMs >= 0)) refuse('invalid-option', 'flushIntervalMs', '0 or more', flushIntervalMs);
  if (!(maxBatch >= 1 && maxBatch <= limits.eventsPerBatch && maxBatch % 1 === 0)) {
    refuse('invalid-option', 'maxBatch', 'a whole number from 1 to 500', maxBatch);
  }
  if (!(idleMs > 0)) refuse('invalid-option', 'idleMs', 'more than 0', idleMs);
  checkConsent(complete.consent);
  const maxQueue = { ...queueDefaults, ...complete.maxQueue };
  for (const [name, value] of Object.entries(maxQueue)) {
    if (!(name in queueDefaults && value > 0)) refuse('invalid-option', `maxQueue.${name}`, 'more than 0', value);
  }
  return { ...complete, maxQueue, endpoint: absolute(endpoint) };
}

/**
 * Checks what a host says about consent; a wrong word must not mean "granted".
 *
 * @throws CollateralError `invalid-option`.
 */
export function checkConsent(consent: Consent): void {
  if (!/^(granted|denied|unknown)$/.test(consent))
    refuse('invalid-option', 'consent', 'granted, denied or unknown', consent);
}

// One server, one database: `/collateral` and `https://host/collateral/` are the same outbox.
function absolute(endpoint: string): string {
  if (typeof document === 'undefined') return endpoint;
  if (!URL.canParse(endpoint, document.baseURI)) refuse('invalid-option', 'endpoint', 'a URL', endpoint);
  return new URL(endpoint, document.baseURI).href.replace(/\/+$/, '');
}
