import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { batch, origin, problem, rating, World } from '../handler.fixture.js';

const partner = 'https://partner.example';
const cookie = { cookie: 'session=1' };

function worldWithPartner(): World {
  return new World(undefined, {
    allowedOrigins: [partner],
    authenticate: () => ({ actorId: 'ana', kind: 'person', roles: ['viewer'] }),
  });
}

async function statusOf(headers: Record<string, string>, path = '/v1/events'): Promise<number> {
  const world = worldWithPartner();
  const isWrite = path === '/v1/events';
  const reply = isWrite
    ? await world.post(path, batch([rating(1)]), { as: null, headers })
    : await world.call(path, { as: null, headers });
  if (reply.status === 403) {
    assert.equal((await problem(reply.clone())).code, 'origin-refused');
    assert.deepEqual(await world.facts(), []);
  }
  return reply.status;
}

describe('a write with a cookie', () => {
  const rows: readonly (readonly [name: string, headers: Record<string, string>, status: number])[] = [
    ['is taken from the host itself', { ...cookie, origin }, 200],
    ['is taken from an allowed origin', { ...cookie, origin: partner }, 200],
    ['is refused from another site', { ...cookie, origin: 'https://evil.example' }, 403],
    ['is refused without an origin', cookie, 403],
    ['is refused from an opaque origin', { ...cookie, origin: 'null' }, 403],
    ['is refused from a sub-domain', { ...cookie, origin: 'https://evil.intranet.example' }, 403],
    [
      'is refused from a name that only begins like the host',
      { ...cookie, origin: 'https://intranet.example.evil.example' },
      403,
    ],
    ['is refused over another scheme', { ...cookie, origin: 'http://intranet.example' }, 403],
    [
      'is refused as text/plain from another site',
      { ...cookie, origin: 'https://evil.example', 'content-type': 'text/plain' },
      403,
    ],
    [
      'is refused without an origin when the browser signs in by itself (Kerberos)',
      { authorization: 'Negotiate YII=' },
      403,
    ],
  ];
  for (const [name, headers, status] of rows) {
    test(name, async () => assert.equal(await statusOf(headers), status));
  }
});

describe('a write behind a proxy that signs in and strips the credentials', () => {
  const evil = 'https://evil.example';

  test('is refused from another site', async () => {
    assert.equal(await statusOf({ origin: evil, 'content-type': 'text/plain' }), 403);
  });

  test('is taken from the host itself, and from a program that sends no origin', async () => {
    assert.equal(await statusOf({ origin }), 200);
    assert.equal(await statusOf({}), 200);
  });

  test('is taken from any site with a bearer token, which only its own script can add', async () => {
    assert.equal(await statusOf({ origin: evil, authorization: 'Bearer ana' }), 200);
  });
});

describe('other requests', () => {
  test('need no origin to write with a bearer token', async () => {
    assert.equal(await statusOf({ authorization: 'Bearer ana' }), 200);
  });

  test('need no origin to read with a cookie', async () => {
    assert.equal(await statusOf(cookie, '/v1/config'), 200);
  });

  test('are refused to read with a cookie from another site', async () => {
    assert.equal(await statusOf({ ...cookie, origin: 'https://evil.example' }, '/v1/config'), 403);
  });
});

describe('a refusal', () => {
  test('says both origins, since they often differ by a port only', async () => {
    const headers = { ...cookie, origin: 'https://intranet.example:8443' };
    const reply = await worldWithPartner().post('/v1/events', batch([rating(1)]), { as: null, headers });
    const { detail } = await problem(reply);
    assert.match(detail, /"https:\/\/intranet\.example:8443".*publicOrigin.*"https:\/\/intranet\.example"/);
  });

  test('says so when a write with a cookie names no origin', async () => {
    const reply = await worldWithPartner().post('/v1/events', batch([rating(1)]), { as: null, headers: cookie });
    assert.match((await problem(reply)).detail, /does not say which page it comes from/);
  });
});

describe('the reply', () => {
  test('may be read by pages of an allowed origin only', async () => {
    const allowed = await worldWithPartner().call('/v1/config', { headers: { origin: partner } });
    assert.equal(allowed.headers.get('access-control-allow-origin'), partner);
    assert.equal(allowed.headers.get('access-control-allow-credentials'), 'true');
    const other = await worldWithPartner().call('/v1/config', { headers: { origin: 'https://evil.example' } });
    assert.equal(other.headers.get('access-control-allow-origin'), null);
  });

  test('is never cached, sniffed or shared between origins, whatever it says', async () => {
    for (const path of ['/v1/config', '/v1/nothing', '/v1/health', '/v1/events']) {
      const { headers } = await worldWithPartner().call(path);
      assert.equal(headers.get('cache-control'), 'private, no-store');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('vary'), 'Origin');
    }
  });

  test('to a preflight names the methods of the route', async () => {
    const reply = await worldWithPartner().call('/v1/items', {
      method: 'OPTIONS',
      as: null,
      headers: { origin: partner, 'access-control-request-method': 'PUT' },
    });
    assert.equal(reply.status, 204);
    assert.equal(reply.headers.get('access-control-allow-origin'), partner);
    assert.equal(reply.headers.get('access-control-allow-methods'), 'GET, HEAD, PUT');
    assert.match(
      reply.headers.get('access-control-allow-headers') ?? '',
      /Authorization, Content-Type, Content-Encoding/,
    );
  });

  test('to a preflight of another site is a refusal', async () => {
    const reply = await worldWithPartner().call('/v1/items', {
      method: 'OPTIONS',
      as: null,
      headers: { origin: 'https://evil.example' },
    });
    assert.equal((await problem(reply)).status, 403);
    assert.equal(reply.headers.get('access-control-allow-origin'), null);
  });
});
