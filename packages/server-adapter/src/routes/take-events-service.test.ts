import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryStore, rating, World } from '../handler.fixture.js';

const person = { actorId: 'ana', team: 'sales' };

onEveryStore('events a service sends', (createStore) => {
  test('count for the person it names, with their team', async () => {
    const world = new World(createStore());
    const events = [rating(1, { onBehalfOf: person }), rating(2, { onBehalfOf: { actorId: 'ben' } })];
    assert.equal((await world.send(events, 'crm')).accepted, 2);
    assert.deepEqual(
      (await world.facts()).map(({ actorId, team, excluded }) => ({ actorId, team, excluded })),
      [
        { actorId: 'ana', team: 'sales', excluded: null },
        { actorId: 'ben', team: null, excluded: null },
      ],
    );
  });

  test('are the same events as those the person sends themselves', async () => {
    const world = new World(createStore());
    await world.send([rating(1)]);
    const { accepted, duplicates } = await world.send([rating(1, { onBehalfOf: person })], 'crm');
    assert.deepEqual({ accepted, duplicates }, { accepted: 0, duplicates: 1 });
  });

  test('do not count when the person it names made the item', async () => {
    const world = new World(createStore());
    await world.putItems([
      { id: 'deck-42', title: 'Deck', kind: 'deck', producer: { id: 'marketing', name: 'Marketing' } },
    ]);
    await world.send([rating(1, { onBehalfOf: { ...person, producerIds: ['marketing'] } })], 'crm');
    assert.equal((await world.facts())[0]?.excluded, 'own-use');
  });

  test('may be years old, so that history can be brought in', async () => {
    const world = new World(createStore());
    const old = rating(1, { occurredAt: '2023-02-01T08:00:00Z', onBehalfOf: person });
    assert.equal((await world.send([old], 'crm')).accepted, 1);
    assert.equal((await world.facts())[0]?.effectiveAt, '2023-02-01T08:00:00.000Z');
  });

  test('are refused one by one when the person is named wrongly', async () => {
    const wrong = [null, 'ana', [], {}, { actorId: '' }, { actorId: 'a\u0000' }, { ...person, team: 7 }];
    const lists = ['marketing', [7], Array.from({ length: 101 }, String)].map((producerIds) => ({
      ...person,
      producerIds,
    }));
    const named = [...wrong, ...lists];
    const events = named.map((onBehalfOf, index) => rating(index + 1, { onBehalfOf }));
    const { accepted, rejected } = await new World(createStore()).send([...events, rating(99)], 'crm');
    assert.equal(accepted, 1);
    assert.deepEqual(
      rejected.map(({ code }) => code),
      named.map(() => 'invalid-event'),
    );
    assert.match(rejected[0]?.message ?? '', /onBehalfOf/);
  });

  test('can not be sent by a person, who would otherwise speak for others', async () => {
    const world = new World(createStore());
    const { accepted, rejected } = await world.send([rating(1, { onBehalfOf: { actorId: 'boss' } }), rating(2)]);
    assert.equal(accepted, 1);
    assert.deepEqual(
      rejected.map(({ index, code, retryable }) => ({ index, code, retryable })),
      [{ index: 0, code: 'forbidden', retryable: false }],
    );
    assert.deepEqual(
      (await world.facts()).map(({ actorId }) => actorId),
      ['ana'],
    );
  });
});

onEveryStore('what the catalogue does not know', (createStore) => {
  const deck = {
    id: 'deck-42',
    title: 'Deck',
    kind: 'deck',
    versions: [{ version: 'v1', publishedAt: '2026-01-01T00:00:00Z' }],
  };

  test('is refused for now under the policy reject: a made-up version too', async () => {
    const world = World.withPolicy(createStore(), { unknownItems: 'reject' });
    await world.putItems([deck]);
    const events = [rating(1, { version: 'v1' }), rating(2, { version: 'v99' }), rating(3, { collateralId: 'new' })];
    const { accepted, rejected } = await world.send(events);
    assert.equal(accepted, 1);
    assert.deepEqual(
      rejected.map(({ index, code, retryable }) => ({ index, code, retryable })),
      [
        { index: 1, code: 'unknown-item', retryable: true },
        { index: 2, code: 'unknown-item', retryable: true },
      ],
    );
    assert.match(rejected[0]?.message ?? '', /version/);
  });

  test('is welcome with any version while the catalogue lists none for the item', async () => {
    const world = World.withPolicy(createStore(), { unknownItems: 'reject' });
    await world.putItems([{ id: 'deck-42', title: 'Deck', kind: 'deck' }]);
    assert.equal((await world.send([rating(1, { version: 'v99' })])).accepted, 1);
  });

  test('is taken under the policy accept until one person has invented 200 names', async () => {
    const world = new World(createStore());
    await world.putItems([deck]);
    const invented = Array.from({ length: 205 }, (_, index) => rating(index + 1, { version: `v${index + 2}` }));
    const { accepted, rejected } = await world.send(invented);
    assert.equal(accepted, 200);
    assert.deepEqual(
      rejected.map(({ index, code }) => [index, code]),
      [200, 201, 202, 203, 204].map((index) => [index, 'unknown-item']),
    );
    assert.equal((await world.send([rating(300, { version: 'v2' }), rating(301, { version: 'v1' })])).accepted, 2);
    assert.equal((await world.send([rating(302, { collateralId: 'own' })], 'ben')).accepted, 1);
  });
});
