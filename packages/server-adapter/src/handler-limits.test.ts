import { limits } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { batch, problem, rating, World } from './handler.fixture.js';
import type { AppendOutcome, Store } from './store/store.js';
import { createMemoryStore } from './store/memory-store.js';

const small = {
  requests: { burst: 3, perSecond: 0.5 },
  events: { burst: 500, perSecond: 10 },
} as const;

/** A memory store whose appends wait until they are let go. */
function slowStore(): { readonly store: Store; readonly release: () => void; readonly waiting: () => number } {
  const inner = createMemoryStore();
  let waiting: (() => void)[] = [];
  const append = async (...call: Parameters<Store['append']>): Promise<readonly AppendOutcome[]> => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return inner.append(...call);
  };
  const release = (): void => {
    const all = waiting;
    waiting = [];
    for (const resolve of all) resolve();
  };
  return { store: { ...inner, append }, release, waiting: () => waiting.length };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

describe('the rate limit', () => {
  test('refuses the requests of one person beyond their burst, and says when to come back', async () => {
    const world = new World(createMemoryStore(), { rateLimit: small });
    for (let request = 0; request < 3; request += 1) assert.equal((await world.call('/v1/config')).status, 200);
    const refused = await world.call('/v1/config');
    assert.equal(refused.headers.get('retry-after'), '2');
    assert.equal((await problem(refused)).code, 'rate-limited');
    assert.equal((await world.call('/v1/config', { as: 'ben' })).status, 200, 'others are not held back');
    world.clock += 2_000;
    assert.equal((await world.call('/v1/config')).status, 200);
    assert.equal((await world.call('/v1/config')).status, 429);
    assert.deepEqual(world.errors, [], 'the protection at work is no fault to report');
  });

  test('lets exactly the burst through when all come at the same moment (server case 44)', async () => {
    const world = new World(createMemoryStore(), { rateLimit: { ...small, requests: { burst: 5, perSecond: 1 } } });
    const replies = await Promise.all(Array.from({ length: 20 }, () => world.call('/v1/config')));
    assert.equal(replies.filter(({ status }) => status === 200).length, 5);
  });

  test('counts events, stores nothing of a batch it refuses, and takes the same batch later', async () => {
    const world = new World(createMemoryStore(), { rateLimit: { ...small, requests: { burst: 99, perSecond: 1 } } });
    const full = batch(Array.from({ length: 500 }, (_, index) => rating(index + 1)));
    assert.equal((await world.post('/v1/events', full)).status, 200);
    const refused = await world.post(
      '/v1/events',
      batch(Array.from({ length: 30 }, (_, index) => rating(index + 501))),
    );
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('retry-after'), '3');
    assert.equal((await world.facts()).length, 500);
    world.clock += 3_000;
    assert.equal((await world.send(Array.from({ length: 30 }, (_, index) => rating(index + 501)))).accepted, 30);
  });

  test('lets a full outbox of the SDK through twice by default', async () => {
    const world = new World();
    for (let request = 0; request < 80; request += 1) {
      const events = Array.from({ length: 500 }, (_, index) => ({ ...rating(1), value: index }));
      assert.equal((await world.post('/v1/events', batch(events))).status, 200);
    }
  });

  test('leaves services and hosts without a limit alone', async () => {
    const world = new World(createMemoryStore(), { rateLimit: small });
    for (let request = 0; request < 10; request += 1)
      assert.equal((await world.call('/v1/config', { as: 'crm' })).status, 200);
    const open = new World(createMemoryStore(), { rateLimit: false });
    for (let request = 0; request < 1_000; request += 1) assert.equal((await open.call('/v1/config')).status, 200);
  });

  test('refuses limits that would refuse everything', () => {
    const wrong = [
      { ...small, requests: { burst: 0, perSecond: 1 } },
      { ...small, requests: { burst: 5, perSecond: 0 } },
      { ...small, events: { burst: limits.eventsPerBatch - 1, perSecond: 1 } },
    ];
    for (const rateLimit of wrong) assert.throws(() => new World(createMemoryStore(), { rateLimit }), /rateLimit\./);
    assert.throws(() => new World(createMemoryStore(), { maxPendingEvents: 10 }), /maxPendingEvents/);
    assert.throws(() => new World(createMemoryStore(), { secret: 'short' }), /32 characters/);
  });
});

describe('back-pressure', () => {
  test('answers 503 with Retry-After while too many events wait for the store, and loses none', async () => {
    const { store, release, waiting } = slowStore();
    const world = new World(store, { maxPendingEvents: 500 });
    const first = world.send(Array.from({ length: 400 }, (_, index) => rating(index + 1)));
    await until(() => waiting() === 1);
    const refused = await world.post(
      '/v1/events',
      batch(Array.from({ length: 101 }, (_, index) => rating(index + 1_001))),
    );
    assert.equal(refused.headers.get('retry-after'), '2');
    assert.equal((await problem(refused)).code, 'overloaded');
    release();
    assert.equal((await first).accepted, 400);
    const second = world.send([rating(1_001)]);
    await until(() => waiting() === 1);
    release();
    assert.equal((await second).accepted, 1);
  });

  for (const fault of ['database or disk is full', 'attempt to write a readonly database', 'timeout exceeded']) {
    test(`answers 503 and reports the cause when the store fails with "${fault}" (server case 20)`, async () => {
      const store: Store = { ...createMemoryStore(), append: () => Promise.reject(new Error(fault)) };
      const world = new World(store);
      const reply = await world.post('/v1/events', batch([rating(1)]));
      assert.equal(reply.headers.get('retry-after'), '5');
      const { code, detail } = await problem(reply);
      assert.equal(code, 'store-unavailable');
      assert.doesNotMatch(detail, new RegExp(fault));
      assert.equal((world.errors[0] as { cause: Error }).cause.message, fault);
    });
  }
});

describe('closing the handler', () => {
  test('finishes what is inside and refuses what comes after, so that clients keep it', async () => {
    const { store, release, waiting } = slowStore();
    const world = new World(store);
    const inside = world.send([rating(1)]);
    await until(() => waiting() === 1);
    let isClosed = false;
    const closing = world.handler.close().then(() => (isClosed = true));
    const refused = await world.post('/v1/events', batch([rating(2)]));
    assert.equal(refused.status, 503);
    assert.equal((await problem(refused)).code, 'overloaded');
    assert.equal((await world.call('/v1/health', { as: null })).status, 503, 'a load balancer looks elsewhere');
    assert.equal(isClosed, false);
    release();
    assert.equal((await inside).accepted, 1);
    await closing;
    assert.equal((await world.facts()).length, 1);
    await world.handler.close();
  });
});
