import { collateralScale, CollateralError, isCollateralError } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { batch, problem, rating, World } from './handler.fixture.js';
import { createHandler, type Handler } from './handler.js';
import type { HandlerOptions } from './handler-options.js';
import { createMemoryStore } from './store/memory-store.js';

const required: HandlerOptions = {
  store: createMemoryStore(),
  authenticate: () => ({ actorId: 'ana', kind: 'person', roles: [] }),
  publicOrigin: 'https://intranet.example',
};

// A store of somebody else may throw anything at all.
async function failWith(fault: unknown): Promise<never> {
  throw fault;
}

function statusAt(handler: Handler, path: string): Promise<number> {
  return handler(new Request(`https://intranet.example${path}`)).then(({ status }) => status);
}

describe('a handler', () => {
  test('is found under any prefix', async () => {
    for (const path of ['/v1/health', '/collateral/v1/health', '/a/b/c/v1/health', '/v10/v1/health']) {
      assert.equal(await statusAt(createHandler(required), path), 200, path);
    }
  });

  test('is found under its base path only when it has one', async () => {
    const handler = createHandler({ ...required, basePath: '/api/v1/collateral/' });
    assert.equal(await statusAt(handler, '/api/v1/collateral/v1/health'), 200);
    for (const path of ['/v1/health', '/api/v1/collateralv1/health', '/x/api/v1/collateral/v1/health'])
      assert.equal(await statusAt(handler, path), 404, path);
  });

  test('answers 404 with a problem for what does not exist', async () => {
    for (const path of ['/v1/nothing', '/v1/', '/v2/events', '/v1/events/', '/v1/%65vents/..%2fconfig']) {
      const { status, code } = await problem(await new World().call(path));
      assert.deepEqual([status, code], [404, 'not-found'], path);
    }
  });

  test('answers 405 with the methods there are', async () => {
    const reply = await new World().call('/v1/items', { method: 'DELETE' });
    assert.equal((await problem(reply)).code, 'method-not-allowed');
    assert.equal(reply.headers.get('allow'), 'GET, HEAD, PUT, OPTIONS');
  });

  test('answers HEAD like GET, without a body', async () => {
    const reply = await new World().call('/v1/config', { method: 'HEAD' });
    assert.equal(reply.status, 200);
    assert.equal(await reply.text(), '');
  });

  const faults: readonly (readonly [name: string, fault: unknown, status: number, code: string])[] = [
    ['an error', new TypeError('/srv/secret.js:7'), 503, 'store-unavailable'],
    ['something that is no error', 'secret', 503, 'store-unavailable'],
    ['nothing', undefined, 503, 'store-unavailable'],
    ['an error of the SDK', new CollateralError('client-closed', 'secret'), 500, 'server-failed'],
    [
      'that it is unavailable',
      new CollateralError('store-unavailable', 'disk /srv/secret is full'),
      503,
      'store-unavailable',
    ],
  ];
  for (const [name, fault, status, code] of faults) {
    test(`answers ${status} without details when the store throws ${name}, and tells the host`, async () => {
      const world = new World({ ...createMemoryStore(), append: () => failWith(fault) });
      const reply = await world.post('/v1/events', batch([rating(1)]));
      assert.equal(reply.headers.get('retry-after'), status === 503 ? '5' : null);
      const body = await problem(reply);
      assert.deepEqual([body.status, body.code], [status, code]);
      assert.doesNotMatch(JSON.stringify(body), /secret/);
      const [told] = world.errors;
      assert.equal(world.errors.length, 1);
      // What the store says itself is told as it is, anything else as the cause.
      assert.equal(isCollateralError(fault) ? told : (told as Error).cause, fault);
    });
  }

  test('answers even when telling the host fails', async () => {
    const store = { ...createMemoryStore(), append: () => Promise.reject(new Error('x')) };
    const world = new World(store, {
      onError: () => {
        throw new Error('reporter');
      },
    });
    assert.equal((await world.post('/v1/events', batch([rating(1)]))).status, 503);
  });

  test('acknowledges nothing when a store forgets an outcome', async () => {
    const world = new World({ ...createMemoryStore(), append: async () => [] });
    assert.equal((await problem(await world.post('/v1/events', batch([rating(1)])))).code, 'server-failed');
    assert.match(String(world.errors[0]), /0 outcomes for 1 facts/);
  });

  test('says what a page has to know in its config', async () => {
    const world = new World();
    const { actorTag, ...config } = await world.config();
    assert.match(actorTag, /^[\w-]{22}$/);
    assert.deepEqual(config, {
      protocol: 1,
      scale: collateralScale,
      lowRating: 2,
      minimumGroup: 5,
      prompts: { perDay: 1, restDays: 30 },
      may: { rate: true, editItems: false, seeInsights: false },
    });
    assert.deepEqual((await world.config('admin')).may, { rate: true, editItems: true, seeInsights: true });
    assert.deepEqual((await world.config('crm')).may, { rate: false, editItems: true, seeInsights: true });
  });

  test('gives each person of each tenant a tag of their own that stays', async () => {
    const tagOf = async (tenant: string, actorId: string): Promise<string> => {
      const handler = createHandler({
        ...required,
        authenticate: () => ({ tenant, actorId, kind: 'person', roles: [] }),
      });
      return (
        (await (await handler(new Request('https://x.example/v1/config'))).json()) as { readonly actorTag: string }
      ).actorTag;
    };
    assert.equal(await tagOf('main', 'ana'), await tagOf('main', 'ana'));
    const tags = await Promise.all([
      tagOf('main', 'ana'),
      tagOf('other', 'ana'),
      tagOf('main', 'ben'),
      tagOf('a', 'bc'),
      tagOf('ab', 'c'),
      tagOf('main', 'Zoë 🎯'),
    ]);
    assert.equal(new Set(tags).size, 6);
  });

  test('tells a load balancer how the store is', async () => {
    assert.deepEqual(await (await new World().call('/v1/health', { as: null })).json(), { status: 'ok' });
    const world = new World({ ...createMemoryStore(), health: () => Promise.reject(new Error('secret')) });
    assert.equal((await problem(await world.call('/v1/health', { as: null }))).code, 'store-unavailable');
  });
});

describe('the options of a handler', () => {
  const wrong: readonly (readonly [name: string, options: object])[] = [
    ['store', { store: undefined }],
    ['store.getMany', { store: { append: () => undefined, capabilities: { getMany: true } } }],
    ['authenticate', { authenticate: 'ldap' }],
    ['publicOrigin', { publicOrigin: undefined }],
    ['publicOrigin', { publicOrigin: 'https://intranet.example/' }],
    ['publicOrigin', { publicOrigin: 'intranet.example' }],
    ['allowedOrigins', { allowedOrigins: ['*'] }],
    ['allowedOrigins', { allowedOrigins: ['null'] }],
    ['basePath', { basePath: 'collateral' }],
    ['now', { now: 7 }],
    ['policy.minimumGroup', { policy: { minimumGroup: 1 } }],
    ['policy.prompts.perDay', { policy: { prompts: { perDay: 11, restDays: 30 } } }],
    ['policy.retention.eventMonths', { policy: { retention: { eventMonths: 3, ratingMonths: 25 } } }],
    ['policy.retention.eventMonths', { policy: { retention: { eventMonths: 4.5, ratingMonths: 25 } } }],
    [
      'prompts.restDays is 365',
      { policy: { prompts: { perDay: 1, restDays: 365 }, retention: { eventMonths: 12, ratingMonths: 25 } } },
    ],
    ['policy.retention.ratingMonths', { policy: { retention: { eventMonths: 13, ratingMonths: 12 } } }],
    ['policy.prompts.restDays', { policy: { prompts: { perDay: 1, restDays: 0 } } }],
  ];
  for (const [name, options] of wrong) {
    test(`are refused at once with ${JSON.stringify(options)}`, () => {
      assert.throws(
        () => createHandler({ ...required, ...options }),
        (error) => isCollateralError(error) && error.code === 'invalid-option' && error.message.includes(name),
      );
    });
  }
});
