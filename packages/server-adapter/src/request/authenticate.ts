import { CollateralError } from '@collateral/sdk/contract';
import { parsePrincipal, type Caller, type Principal } from './principal.js';

/**
 * The host's sign-in: says who sends a request, or null when nobody the host knows does.
 *
 * Must look at headers only; the body may already be read.
 */
export type Authenticate = (request: Request) => Principal | null | Promise<Principal | null>;

/**
 * Asks the host who sends a request.
 *
 * @param token - the token a closing page put into the body because it could not send a header; offered as
 * `Authorization: Bearer` when the request has no such header.
 * @throws CollateralError `not-signed-in` when the host knows nobody.
 */
export async function signIn(authenticate: Authenticate, request: Request, token?: string): Promise<Caller> {
  const principal = await authenticate(token === undefined ? request : withToken(request, token));
  if (principal === null) {
    throw new CollateralError(
      'not-signed-in',
      'The request carries no sign-in the host accepts. Sign in and send it again.',
    );
  }
  return parsePrincipal(principal);
}

// Hosts may look a request up by identity (a WeakMap of sessions), so it is copied only when it has to be.
function withToken(request: Request, token: string): Request {
  if (request.headers.has('authorization')) return request;
  const headers = new Headers(request.headers);
  try {
    headers.set('authorization', `Bearer ${token}`);
  } catch {
    // The token has characters no header can carry, so it can't be one the host gave out.
    return request;
  }
  return new Request(request.url, { method: request.method, headers });
}
