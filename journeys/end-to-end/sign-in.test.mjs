// The recipes of examples/sign-in, each with what must get in and what must not.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { createHandler, createMemoryStore } from '@collateral/server-adapter';
import * as bearerJwt from '../../examples/sign-in/bearer-jwt.js';
import * as proxyHeader from '../../examples/sign-in/proxy-header.js';
import * as sessionCookie from '../../examples/sign-in/session-cookie.js';

const publicOrigin = 'https://intranet.example';

/**
 * @param {import('@collateral/server-adapter').Authenticate} authenticate
 * @param {Record<string, string>} headers
 */
async function configStatus(authenticate, headers) {
  const handler = createHandler({ store: createMemoryStore(), publicOrigin, authenticate });
  return (await handler(new Request(`${publicOrigin}/collateral/v1/config`, { headers }))).status;
}

describe('signing in with a session cookie', () => {
  const authenticate = sessionCookie.createAuthenticate((id) => (id === 's3cret=' ? { userId: 'ana' } : undefined));

  it('lets in who has a session, and nobody else', async () => {
    assert.equal(await configStatus(authenticate, { cookie: 'theme=dark; __Host-session=s3cret=' }), 200);
    for (const cookie of ['__Host-session=other', 'session=s3cret=', 'x__Host-session=s3cret=', ''])
      assert.equal(await configStatus(authenticate, { cookie }), 401, cookie);
  });

  it('does not let a page of another origin write with the cookie', async () => {
    const handler = createHandler({ store: createMemoryStore(), publicOrigin, authenticate });
    const body = JSON.stringify({ protocol: 1, batchId: 'b', sentAt: new Date().toISOString(), events: [] });
    const send = (/** @type {Record<string, string>} */ headers) =>
      handler(
        new Request(`${publicOrigin}/collateral/v1/events`, {
          method: 'POST',
          body,
          headers: { cookie: '__Host-session=s3cret=', 'content-type': 'text/plain', ...headers },
        }),
      );
    assert.equal((await send({ origin: publicOrigin })).status, 200);
    assert.equal((await send({ origin: 'https://evil.example' })).status, 403);
    assert.equal((await send({ origin: 'null' })).status, 403);
    assert.equal((await send({})).status, 403);
  });
});

describe('signing in with a signed token', async () => {
  const issuer = 'https://login.example';
  const audience = 'collateral';
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = await exportJWK(publicKey);
  const keys = createLocalJWKSet({ keys: [{ ...jwk, kid: 'k1', alg: 'ES256' }] });
  const authenticate = bearerJwt.createAuthenticate({ keys, issuer, audience });
  const token = (changes = {}, header = {}) =>
    new SignJWT({ team: 'sales', groups: [], ...changes })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1', ...header })
      .setSubject('ana')
      .setIssuer(issuer)
      .setAudience(audience)
      .setExpirationTime('5 minutes');

  it('lets in who has a token for this host', async () => {
    assert.equal(await configStatus(authenticate, { authorization: `Bearer ${await token().sign(privateKey)}` }), 200);
  });

  it('refuses tokens that are forged, old, unsigned or for somebody else (server case 46)', async () => {
    const other = await generateKeyPair('ES256');
    const unsigned = new UnsecuredJWT({}).setSubject('ana').setIssuer(issuer).setAudience(audience).encode();
    // The public key used as if it were a shared secret: the classic confusion of algorithms.
    const confused = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .setSubject('ana')
      .setIssuer(issuer)
      .setAudience(audience)
      .sign(new TextEncoder().encode(JSON.stringify(jwk)));
    const wrong = {
      'another key': await token().sign(other.privateKey),
      'an old token': await token().setExpirationTime('-1 minute').sign(privateKey),
      'another host': await token().setAudience('payroll').sign(privateKey),
      'another provider': await token().setIssuer('https://evil.example').sign(privateKey),
      'no signature': unsigned,
      'a confused algorithm': confused,
      'no token at all': 'x.y.z',
    };
    for (const [name, text] of Object.entries(wrong))
      assert.equal(await configStatus(authenticate, { authorization: `Bearer ${text}` }), 401, name);
    const basic = `Basic ${await token().sign(privateKey)}`;
    assert.equal(await configStatus(authenticate, { authorization: basic }), 401, 'another scheme');
  });

  it('tells the host when the keys can not be had, and lets nobody in', async () => {
    const broken = bearerJwt.createAuthenticate({
      issuer,
      audience,
      keys: () => Promise.reject(new TypeError('fetch failed')),
    });
    assert.equal(await configStatus(broken, { authorization: `Bearer ${await token().sign(privateKey)}` }), 500);
  });
});

describe('signing in through a reverse proxy', () => {
  const authenticate = proxyHeader.createAuthenticate('only the proxy knows this');

  it('believes the headers of the proxy and of nobody else', async () => {
    const secret = { 'x-proxy-secret': 'only the proxy knows this' };
    assert.equal(await configStatus(authenticate, { 'x-forwarded-user': 'ana', ...secret }), 200);
    assert.equal(await configStatus(authenticate, secret), 401);
    assert.equal(await configStatus(authenticate, { 'x-forwarded-user': 'boss' }), 401);
    assert.equal(await configStatus(authenticate, { 'x-forwarded-user': 'boss', 'x-proxy-secret': 'guess' }), 401);
  });
});
