// Recipe: a reverse proxy signs people in and says who they are in headers.
// The proxy must remove these headers from what comes in from outside; the secret makes sure a request came through it.
import { timingSafeEqual } from 'node:crypto';

/**
 * @param {string} proxySecret what the proxy sends in x-proxy-secret
 * @returns {import('@collateral/server-adapter').Authenticate}
 */
export function createAuthenticate(proxySecret) {
  return (request) => {
    if (!isSame(request.headers.get('x-proxy-secret') ?? '', proxySecret)) return null;
    const actorId = request.headers.get('x-forwarded-user');
    if (!actorId) return null;
    const team = request.headers.get('x-forwarded-team');
    return { actorId, kind: 'person', roles: ['viewer'], ...(team && { team }) };
  };
}

/**
 * @param {string} given
 * @param {string} expected
 */
function isSame(given, expected) {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
