// Recipe: the host keeps sessions under a random id in a cookie.

/**
 * @typedef {{userId: string, team?: string, isAdmin?: boolean}} Session
 * @param {(id: string) => Promise<Session | undefined> | Session | undefined} findSession looks an id up in the host's own session store
 * @returns {import('@collateral/server-adapter').Authenticate}
 */
export function createAuthenticate(findSession) {
  return async (request) => {
    // The __Host- prefix makes browsers insist on Secure, Path=/ and no Domain. Set it with HttpOnly and SameSite=Lax.
    const id = cookieOf(request, '__Host-session');
    const session = id === undefined ? undefined : await findSession(id);
    if (session === undefined) return null;
    const { userId, team, isAdmin = false } = session;
    return {
      actorId: userId,
      kind: 'person',
      roles: isAdmin ? ['viewer', 'admin'] : ['viewer'],
      ...(team && { team }),
    };
  };
}

/**
 * @param {Request} request
 * @param {string} wanted
 */
function cookieOf(request, wanted) {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [name, ...value] = pair.trim().split('=');
    if (name === wanted) return value.join('=');
  }
  return undefined;
}
