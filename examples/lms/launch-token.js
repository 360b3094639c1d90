// How the learning system vouches for a learner to the training module: a short-lived token, signed with a secret both know.
import { createHmac, timingSafeEqual } from 'node:crypto';

const lifeMs = 5 * 60_000;

/**
 * Makes a token for a learner.
 *
 * @param {string} secret
 * @param {string} learner
 * @param {number} [now] milliseconds since 1970
 */
export function signToken(secret, learner, now = Date.now()) {
  const claims = Buffer.from(JSON.stringify({ learner, expiresMs: now + lifeMs })).toString('base64url');
  return `${claims}.${signatureOf(secret, claims)}`;
}

/**
 * Returns the learner a token was made for, or null when it is forged, old or no token.
 *
 * @param {string} secret
 * @param {string | undefined} token
 * @param {number} [now] milliseconds since 1970
 * @returns {string | null}
 */
export function learnerOf(secret, token, now = Date.now()) {
  const [claims = '', signature = ''] = (token ?? '').split('.');
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(secret, claims))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  // Signed by us, so it has our fields.
  const { learner, expiresMs } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  return now < expiresMs ? learner : null;
}

/** @param {string} secret @param {string} claims */
function signatureOf(secret, claims) {
  return createHmac('sha256', secret).update(claims).digest('base64url');
}
