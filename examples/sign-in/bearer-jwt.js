// Recipe: an identity provider signs tokens (OpenID Connect); jose checks them against its published keys.
import { errors, jwtVerify } from 'jose';

/**
 * @param {object} options
 * @param {import('jose').JWTVerifyGetKey} options.keys for example createRemoteJWKSet(new URL('https://login.example/keys'))
 * @param {string} options.issuer
 * @param {string} options.audience the name this host has at the provider; a token for another one is refused
 * @returns {import('@collateral/server-adapter').Authenticate}
 */
export function createAuthenticate({ keys, issuer, audience }) {
  return async (request) => {
    const [scheme, token] = (request.headers.get('authorization') ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !token) return null;
    try {
      // The list of algorithms is ours, never the token's: that is how forged tokens get in.
      const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms: ['RS256', 'ES256'] });
      if (!payload.sub) return null;
      const groups = Array.isArray(payload['groups']) ? payload['groups'] : [];
      const team = typeof payload['team'] === 'string' ? payload['team'] : undefined;
      return {
        actorId: payload.sub,
        kind: groups.includes('collateral-services') ? 'service' : 'person',
        roles: groups.includes('collateral-admins') ? ['viewer', 'admin'] : ['viewer'],
        ...(team && { team }),
      };
    } catch (error) {
      // A bad token means "not signed in"; anything else, such as keys that can't be fetched, is the host's to hear about.
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) return null;
      throw error;
    }
  };
}
