import { CollateralError } from '@collateral/sdk/contract';

const prefix = 'whsec_';

/**
 * Signs a message as Standard Webhooks 1.0 asks: HMAC-SHA-256 of `id.timestamp.body` under the secret, in base64 after `v1,`.
 *
 * @param timestamp - seconds since 1970.
 */
export async function signWebhook(secret: string, id: string, timestamp: number, body: string): Promise<string> {
  const bytes = decodeSecret(secret);
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signed = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${id}.${timestamp}.${body}`));
  return `v1,${btoa(String.fromCharCode(...new Uint8Array(signed)))}`;
}

/**
 * Reads a secret such as `whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw`: 24 to 64 bytes in base64.
 *
 * @throws CollateralError `invalid-option`
 */
export function decodeSecret(secret: unknown): Uint8Array<ArrayBuffer> {
  if (typeof secret === 'string' && secret.startsWith(prefix)) {
    try {
      const bytes = Uint8Array.from(atob(secret.slice(prefix.length)), (sign) => sign.charCodeAt(0));
      if (bytes.length >= 24 && bytes.length <= 64) return bytes;
    } catch {
      // Not base64; said below, without quoting a secret.
    }
  }
  throw new CollateralError('invalid-option', 'webhooks.secret must be whsec_ and 24 to 64 random bytes in base64.');
}
