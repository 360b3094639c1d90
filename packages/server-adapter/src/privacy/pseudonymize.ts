import { CollateralError } from '@collateral/sdk/contract';

/** Shorter secrets can be found by trying. */
const minSecretLength = 32;

/**
 * Makes a pseudonym of a user id that only the holder of the secret can make: HMAC-SHA-256, base64url, 43 characters.
 *
 * Give it as `Principal.actorId` when Collateral should not know who people are. Changing the secret makes everybody somebody
 * new; losing it makes erasing a person impossible.
 *
 * @param secret - at least 32 characters, from a random source, kept where the host keeps its other secrets.
 * @throws CollateralError `invalid-option` when the secret is too short.
 */
export async function pseudonymize(secret: string, userId: string): Promise<string> {
  checkSecret(secret, 'secret');
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return base64Url(new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(userId))));
}

/** Refuses a secret that can be guessed. @throws CollateralError `invalid-option` */
export function checkSecret(secret: unknown, name: string): asserts secret is string {
  if (typeof secret === 'string' && secret.length >= minSecretLength) return;
  // Never quotes the secret: the message may end in a log.
  const message = `${name} must be a text of at least ${minSecretLength} characters, for example 32 random bytes in base64.`;
  throw new CollateralError('invalid-option', message);
}

/** Writes bytes in the alphabet that is safe in URLs, without padding. */
export function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
