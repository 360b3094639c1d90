import { DetailedRefusal } from './detailed-refusal.js';
import { RetryLater } from './retry-later.js';
import { errorCodes, isCollateralError, type ErrorCode } from '@collateral/sdk/contract';

// A code that is not here is no answer to a request: it is a fault of the host or ours and becomes `server-failed`.
const statusOfCode: ReadonlyMap<ErrorCode, number> = new Map<ErrorCode, number>([
  ['invalid-json', 400],
  ['invalid-batch', 400],
  ['invalid-query', 400],
  ['unsupported-protocol', 400],
  ['not-signed-in', 401],
  ['forbidden', 403],
  ['origin-refused', 403],
  ['not-found', 404],
  ['method-not-allowed', 405],
  ['actor-changed', 409],
  ['id-conflict', 409],
  ['revision-conflict', 409],
  ['move-not-permitted', 409],
  ['body-too-large', 413],
  ['unsupported-media-type', 415],
  ['rate-limited', 429],
  ['body-already-read', 500],
  ['server-failed', 500],
  ['store-unavailable', 503],
  ['overloaded', 503],
]);

const retryAfterSeconds = 5;

/**
 * Turns whatever was thrown into an RFC 9457 reply with our `code`.
 *
 * Above 499 the reply carries the documented sentence of the code only: the message may hold paths, SQL or names.
 */
export function problemOf(error: unknown): Response {
  const code = isCollateralError(error) && statusOfCode.has(error.code) ? error.code : 'server-failed';
  const status = statusOfCode.get(code) ?? 500;
  const title = errorCodes[code];
  const detail = status < 500 && isCollateralError(error) ? error.message : title;
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  if (status === 429 || status === 503)
    headers.set('retry-after', String(error instanceof RetryLater ? error.retryAfterSeconds : retryAfterSeconds));
  const more = error instanceof DetailedRefusal ? error.details : {};
  const problem = { ...more, type: `urn:collateral:error:${code}`, title, status, detail, code };
  return new Response(JSON.stringify(problem), { status, headers });
}

/** Tells whether a reply reports a fault the host should hear about. */
export function isFault(reply: Response): boolean {
  return reply.status >= 500;
}
