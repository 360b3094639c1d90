// The demo's sign-in: a cookie set by the picker on the page, or a header sent by scripts. Anybody can be anybody, so it
// refuses to run in production.
import { findPerson, signIns } from './people.js';

const cookieName = 'demo-person';
const pages = new Set(['manager', 'producer', 'requests', 'item']);

/**
 * Tells the handler who a request comes from.
 *
 * @param {Request} request
 * @returns {import('@collateral/server-adapter').Principal | null}
 */
export function authenticate(request) {
  const person = findPerson(request.headers.get('x-demo-person') ?? cookieOf(request.headers.get('cookie')));
  return person ? principalOf(person) : null;
}

/**
 * @param {import('./people.js').Person} person
 * @returns {import('@collateral/server-adapter').Principal}
 */
export function principalOf({ id: actorId, team, roles, producerIds }) {
  const manages = /** @type {const} */ ('all');
  return {
    actorId,
    kind: 'person',
    team,
    roles,
    ...(producerIds && { producerIds }),
    ...(roles.includes('manager') && { manages }),
  };
}

/**
 * Answers `/demo/people` (who can sign in, who is) and `/demo/sign-in?person=rep-1` (be somebody; `&page=manager` goes on to that
 * page, `&page=item&item=deck-42` to that of an item).
 *
 * @param {URL} url
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @returns {boolean} whether the request was one of these
 */
export function answerSignIn(url, request, response) {
  if (url.pathname === '/demo/people') {
    const current = cookieOf(request.headers.cookie) ?? null;
    response.setHeader('content-type', 'application/json').setHeader('cache-control', 'no-store');
    response.end(
      JSON.stringify({
        current,
        people: signIns.map(({ id, name, roles, producerIds }) => ({
          id,
          name,
          producerId: producerIds?.[0],
          mayAudit: roles.includes('admin') || roles.includes('auditor'),
        })),
        reloads: Boolean(process.env['LIVE_RELOAD']),
      }),
    );
    return true;
  }
  if (url.pathname !== '/demo/sign-in') return false;
  const person = signIns.find(({ id }) => id === url.searchParams.get('person'));
  const location = pageOf(url.searchParams);
  response.writeHead(303, { 'set-cookie': cookieFor(person?.id ?? 'nobody'), location }).end();
  return true;
}

/** @param {URLSearchParams} parameters */
function pageOf(parameters) {
  const page = parameters.get('page') ?? '';
  if (!pages.has(page)) return '/';
  return `/${page}.html${page === 'item' ? `?item=${encodeURIComponent(parameters.get('item') ?? '')}` : ''}`;
}

/**
 * Signs a browser that comes for the first time in as the first person, so that it can rate at once.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function signInNewcomer(request, response) {
  if (cookieOf(request.headers.cookie) === undefined) response.setHeader('set-cookie', cookieFor(signIns[0]?.id ?? ''));
}

/** @param {string} id */
function cookieFor(id) {
  return `${cookieName}=${id}; Path=/; HttpOnly; SameSite=Strict`;
}

/** @param {string | null | undefined} header */
function cookieOf(header) {
  return header
    ?.split(/; */)
    .find((part) => part.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1);
}
