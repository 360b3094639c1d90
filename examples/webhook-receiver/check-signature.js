// Checks that a webhook comes from who holds the secret and is new (Standard Webhooks 1.0). Nothing else says who sent it.
import { createHmac, timingSafeEqual } from 'node:crypto';

const toleranceSeconds = 5 * 60;

/**
 * @param {string} secret `whsec_` and base64, as given to `createHandler`
 * @param {Readonly<Record<string, string | string[] | undefined>>} headers
 * @param {string} body as it came, before anybody parsed it
 * @param {number} now seconds since 1970
 * @returns {string | null} what is wrong, or null
 */
export function checkSignature(secret, headers, body, now = Date.now() / 1_000) {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    String(headers[name] ?? ''),
  );
  if (!id || !/^\d+$/.test(timestamp ?? '')) return 'The headers webhook-id and webhook-timestamp are missing.';
  // An old message that somebody kept is not taken again.
  if (Math.abs(now - Number(timestamp)) > toleranceSeconds) return 'The message is too old, or a clock is wrong.';
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  // There may be several: while a secret is replaced, a sender signs with the old and the new one.
  const isSigned = (signatures ?? '').split(' ').some((signature) => {
    const [version, value = ''] = signature.split(',');
    const given = Buffer.from(value, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
  return isSigned ? null : 'The signature is wrong.';
}
