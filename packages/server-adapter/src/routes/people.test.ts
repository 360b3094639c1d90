import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryStore, problem, rating, World } from '../handler.fixture.js';
import type { Fact } from '../store/fact.js';
import type { Store } from '../store/store.js';
import { createMemoryStore } from '../store/memory-store.js';

interface Export {
  readonly actorId: string;
  readonly events: readonly Fact[];
}

async function exportOf(world: World, path: string, as: string): Promise<Export> {
  const reply = await world.call(path, { as });
  assert.equal(reply.status, 200);
  return (await reply.json()) as Export;
}

async function erase(world: World, path: string, as: string): Promise<void> {
  assert.equal((await world.call(path, { method: 'DELETE', as })).status, 200);
}

onEveryStore('the export of a person', (createStore) => {
  test('holds every fact of them and nothing of others, also when it takes many pages', async () => {
    const world = new World(createStore());
    for (let first = 1; first <= 1_001; first += 500)
      await world.send(Array.from({ length: 500 }, (_, index) => rating(first + index, { comment: 'Écrit' })));
    await world.send([rating(1)], 'ben');
    const { actorId, events } = await exportOf(world, '/v1/people/me', 'ana');
    assert.equal(actorId, 'ana');
    assert.deepEqual(
      events,
      (await world.facts()).filter((fact) => fact.actorId === 'ana'),
    );
    assert.equal(events.length, 1_500);
  });

  test('is empty for somebody who did nothing', async () => {
    assert.deepEqual(await exportOf(new World(createStore()), '/v1/people/me', 'ana'), {
      actorId: 'ana',
      moves: [],
      disputes: [],
      events: [],
    });
  });

  test('is for the person, admins and services; for others the person does not exist', async () => {
    const world = new World(createStore());
    await world.send([rating(1)], encodeURIComponent('a/b ü'));
    const path = `/v1/people/${encodeURIComponent('a/b ü')}`;
    for (const reader of ['a/b ü', 'admin', 'crm'])
      assert.equal((await exportOf(world, path, encodeURIComponent(reader))).events.length, 1, reader);
    for (const reader of ['ana', 'paula']) {
      const refused = await problem(await world.call(path, { as: reader }));
      assert.deepEqual([refused.status, refused.code], [404, 'not-found']);
      const nobody = await problem(await world.call('/v1/people/nobody', { as: reader }));
      assert.deepEqual(nobody, refused, 'whether somebody exists can not be told');
    }
  });
});

onEveryStore('erasing a person', (createStore) => {
  test('gives their facts to a random id without texts, and keeps every figure', async () => {
    const world = new World(createStore());
    for (const person of ['ana', 'ben', 'cem', 'dee', 'eli'])
      await world.send([rating(1, { comment: `I am ${person}`, context: { url: `/${person}` } })], person);
    const [before] = await world.ratings([{ collateralId: 'deck-42' }], 'zoe');
    await erase(world, '/v1/people/me', 'ana');
    const facts = await world.facts();
    assert.equal(facts.length, 5);
    assert.equal(
      facts.some(({ actorId }) => actorId === 'ana'),
      false,
    );
    assert.doesNotMatch(JSON.stringify(facts), /I am ana|"\/ana"/);
    assert.match(JSON.stringify(facts), /I am ben/);
    assert.deepEqual((await world.ratings([{ collateralId: 'deck-42' }], 'zoe'))[0], before);
    assert.deepEqual((await exportOf(world, '/v1/people/me', 'ana')).events, []);
    assert.equal((await world.ratings([{ collateralId: 'deck-42' }], 'ana'))[0]?.mine, undefined);
  });

  test('refuses what a device still has from before, and takes what comes after', async () => {
    const world = new World(createStore());
    await world.send([rating(1)]);
    await erase(world, '/v1/people/ana', 'admin');
    world.clock += 60_000;
    const later = new Date(world.clock).toISOString();
    const events = [rating(1), rating(2), rating(3, { occurredAt: later })];
    const { accepted, rejected } = await world.send(events, 'ana', { sentAt: later });
    assert.equal(accepted, 1);
    assert.deepEqual(
      rejected.map(({ index, code, retryable }) => ({ index, code, retryable })),
      [0, 1].map((index) => ({ index, code: 'erased', retryable: false })),
    );
    const forOthers = await world.send([rating(4, { onBehalfOf: { actorId: 'ana' } })], 'crm', { sentAt: later });
    assert.equal(forOthers.rejected[0]?.code, 'erased', 'a service can not bring it back either');
  });

  test('can be repeated, keeps tenants apart and leaves nothing that tells who it was', async () => {
    const world = new World(createStore(), { secret: 'x'.repeat(32) });
    await world.send([rating(1)]);
    await world.send([rating(1)], 'foreigner');
    for (let time = 0; time < 3; time += 1) await erase(world, '/v1/people/ana', 'admin');
    assert.equal((await world.facts()).length, 1);
    assert.equal((await world.facts('other'))[0]?.actorId, 'foreigner');
    const { documents } = await world.store.list('main', 'erasures');
    // The note about her, and when the last erasure was.
    assert.equal(documents.length, 2);
    assert.doesNotMatch(JSON.stringify(documents), /ana/);
  });

  test('is not for other people', async () => {
    const world = new World(createStore());
    await world.send([rating(1)], 'ben');
    assert.equal((await world.call('/v1/people/ben', { method: 'DELETE' })).status, 404);
    assert.equal((await world.call('/v1/people/ben', { method: 'DELETE', as: null })).status, 401);
    assert.equal((await world.facts())[0]?.actorId, 'ben');
  });

  test('reaches what was on its way into the store at that moment', async () => {
    const inner = createStore();
    let eraseNow: () => Promise<void> = async () => undefined;
    const append = async (...call: Parameters<typeof inner.append>): ReturnType<typeof inner.append> => {
      // The check has passed; the erasure runs through before the facts are stored.
      await eraseNow();
      return inner.append(...call);
    };
    const store = withMethods(inner, { append });
    const world = new World(store);
    eraseNow = () => erase(world, '/v1/people/ana', 'admin');
    await world.send([rating(1, { comment: 'I am Ana' })]);
    assert.equal((await world.facts())[0]?.actorId === 'ana', false);
    assert.doesNotMatch(JSON.stringify(await world.facts()), /I am Ana/);
  });
});

onEveryStore('an erasure that breaks off half way', (createStore) => {
  test('refuses old events already, and the next try finishes it', async () => {
    const inner = createStore();
    let isBroken = true;
    const store = withMethods(inner, {
      reassign: (...call) => (isBroken ? Promise.reject(new Error('lost connection')) : inner.reassign(...call)),
    });
    const world = new World(store);
    await world.send([rating(1)]);
    assert.ok((await world.call('/v1/people/me', { method: 'DELETE' })).status >= 500);
    assert.equal((await world.send([rating(2)])).rejected[0]?.code, 'erased');
    isBroken = false;
    await erase(world, '/v1/people/me', 'ana');
    assert.equal((await world.facts())[0]?.actorId === 'ana', false);
  });
});

test('an export whose store fails is answered with an error, not with half a file', async () => {
  const store = { ...createMemoryStore(), read: () => failing() };
  const world = new World(store);
  assert.ok((await world.call('/v1/people/me')).status >= 500);
});

/** A store that does some things differently. */
function withMethods(store: Store, methods: Partial<Store>): Store {
  return new Proxy(store, { get: (target, name) => Reflect.get(name in methods ? methods : target, name) as unknown });
}

async function* failing(): AsyncGenerator<never> {
  throw new Error('lost connection');
}
