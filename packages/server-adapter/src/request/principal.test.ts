import { isCollateralError } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { batch, problem, rating, World } from '../handler.fixture.js';
import { parsePrincipal } from './principal.js';

const good = { actorId: 'ana', kind: 'person', roles: [] };

describe('a principal', () => {
  test('is in the tenant main, without team, and sees everything by default', () => {
    const { tenant, team, producerIds, canSee } = parsePrincipal(good);
    assert.deepEqual([tenant, team, producerIds.size, canSee('x')], ['main', null, 0, true]);
  });

  const wrong: readonly (readonly [field: string, value: unknown])[] = [
    ['tenant', ''],
    ['actorId', undefined],
    ['actorId', 42],
    ['actorId', 'x'.repeat(201)],
    ['actorId', 'a\u0000'],
    ['kind', 'robot'],
    ['team', 7],
    ['roles', undefined],
    ['roles', 'admin'],
    ['roles', ['root']],
    ['producerIds', 'x'],
    ['canSee', true],
  ];
  for (const [field, value] of wrong) {
    test(`is refused with ${JSON.stringify([value])} as ${field}`.slice(0, 60), () => {
      assert.throws(
        () => parsePrincipal({ ...good, [field]: value }),
        (error) => isCollateralError(error) && error.message.includes(`wrong ${field}`),
      );
    });
  }

  test('is refused when it is no object', () => {
    for (const value of [undefined, 'ana', 1, true]) assert.throws(() => parsePrincipal(value), /the principal/);
  });

  test('keeps its own this in canSee', () => {
    const host = {
      ...good,
      hidden: 'deck-42',
      canSee(id: string) {
        return id !== this.hidden;
      },
    };
    assert.deepEqual([parsePrincipal(host).canSee('deck-42'), parsePrincipal(host).canSee('x')], [false, true]);
  });

  test('is refused when canSee answers later, because a promise looks like yes', () => {
    assert.throws(() => parsePrincipal({ ...good, canSee: async () => false }).canSee('x'), /at once/);
  });
});

describe('a host whose authenticate', () => {
  test('returns a wrong principal gets told, and the caller does not', async () => {
    const world = new World(undefined, {
      authenticate: () => ({ actorId: 'secret-person', kind: 'person', roles: ['root'] }) as never,
    });
    const reply = await problem(await world.post('/v1/events', batch([rating(1)])));
    assert.deepEqual([reply.status, reply.code], [500, 'server-failed']);
    assert.doesNotMatch(JSON.stringify(reply), /root|secret|roles/);
    assert.match(String(world.errors[0]), /authenticate returned a wrong roles/);
  });

  test('throws gets told, and the caller does not', async () => {
    const world = new World(undefined, { authenticate: () => Promise.reject(new Error('ldap://10.0.0.7 refused')) });
    const reply = await problem(await world.call('/v1/config'));
    assert.deepEqual([reply.status, reply.code], [500, 'server-failed']);
    assert.doesNotMatch(JSON.stringify(reply), /ldap/);
    assert.match(String(world.errors[0]), /ldap/);
  });

  test('knows nobody makes every route but health answer 401', async () => {
    const world = new World();
    for (const path of ['/v1/config', '/v1/items'])
      assert.equal((await problem(await world.call(path, { as: null }))).code, 'not-signed-in');
    for (const path of ['/v1/events', '/v1/ratings/query'])
      assert.equal((await world.post(path, {}, { as: null })).status, 401);
    assert.equal((await world.post('/v1/items', {}, { as: null, method: 'PUT' })).status, 401);
    assert.equal((await world.call('/v1/health', { as: null })).status, 200);
  });

  test('gets the very request that came in, so that it can look it up', async () => {
    const seen: Request[] = [];
    const world = new World(undefined, {
      authenticate: (request) => {
        seen.push(request);
        return null;
      },
    });
    const request = new Request('https://intranet.example/v1/config');
    await world.handler(request);
    assert.equal(seen[0], request);
  });
});
