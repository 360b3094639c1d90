import { CollateralError } from '@collateral/sdk/contract';
import { base64Url } from '../privacy/pseudonymize.js';
import type { Store } from '../store/store.js';

const documentKey = 'pseudonym-key';

/**
 * Gives the key pseudonyms are made with: the handler's secret, else a random one that is made once and kept in the store.
 * Without a key everybody who guesses an id could check the guess against a pseudonym.
 */
export async function pseudonymKey(store: Store, tenant: string, secret: string | null): Promise<string> {
  if (secret !== null) return secret;
  const known = await store.get(tenant, 'suggestions', documentKey);
  if (known !== null) return keyOf(known.document);
  const key = base64Url(crypto.getRandomValues(new Uint8Array(32)));
  const outcome = await store.put(tenant, 'suggestions', documentKey, { key }, { expectedRevision: 0 });
  // Another process was faster; there is only one key.
  return outcome.ok ? key : keyOf(outcome.current?.document);
}

function keyOf(document: Readonly<Record<string, unknown>> | undefined): string {
  const key = document?.['key'];
  if (typeof key === 'string') return key;
  throw new CollateralError(
    'server-failed',
    'The key of pseudonyms is not readable. Run the conformance kit on the store.',
  );
}
