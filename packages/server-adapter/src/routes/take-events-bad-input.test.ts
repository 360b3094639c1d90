import { limits } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleId } from '../conformance/sample-fact.js';
import { batch, onEveryStore, problem, rating, World } from '../handler.fixture.js';

function deep(levels: number): string {
  return '['.repeat(levels) + ']'.repeat(levels);
}

/** A sentence of its own that begins with something to do. */
const saysWhatToDo = /\. (?:Send|Drop|Let|Use|Read|Shorten|Give|See|Add|Update) [^.]+/;

/** One event that is refused, between two that are stored. */
const badEvents: readonly (readonly [name: string, event: unknown, code: string])[] = [
  ['an unknown scale', rating(2, { scaleId: 'thumbs@1' }), 'unknown-scale'],
  ['a value off the scale', rating(2, { value: 7 }), 'invalid-value'],
  ['a value between two points', rating(2, { value: 3.5 }), 'invalid-value'],
  ['a value written as text', rating(2, { value: '4' }), 'invalid-value'],
  ['an item id of 10 000 characters', rating(2, { collateralId: 'x'.repeat(10_000) }), 'invalid-collateral-id'],
  ['an empty item id', rating(2, { collateralId: '' }), 'invalid-collateral-id'],
  ['an item id with a NUL', rating(2, { collateralId: 'deck\u0000' }), 'invalid-collateral-id'],
  ['an item id with half a character', rating(2, { collateralId: 'deck\ud800' }), 'invalid-collateral-id'],
  ['a comment with a NUL', rating(2, { comment: 'a\u0000b' }), 'invalid-event'],
  ['a comment with half a character', rating(2, { comment: 'a\udc00' }), 'invalid-event'],
  ['an event id of version 4', rating(2, { id: '3b241101-e2bb-4255-8caf-4136c566a962' }), 'invalid-id'],
  ['an unknown type', rating(2, { type: 'like' }), 'unknown-type'],
  ['a time with an offset', rating(2, { occurredAt: '2026-05-04T10:00:00+02:00' }), 'invalid-time'],
  ['a leap second', rating(2, { occurredAt: '2026-05-04T23:59:60Z' }), 'invalid-time'],
  ['an event older than 35 days', rating(2, { occurredAt: '2026-03-01T00:00:00Z' }), 'too-old'],
  ['an event of more than 32 KiB', rating(2, { comment: 'é'.repeat(16_400) }), 'event-too-large'],
  ['an event that is null', null, 'invalid-event'],
  ['an event that is a list', [], 'unknown-type'],
  ['an event nested 10 000 deep', JSON.parse(deep(10_000)), 'invalid-event'],
];

onEveryStore('bad events', (createStore) => {
  for (const [name, event, code] of badEvents) {
    test(`refuses ${name} and stores the others`, async () => {
      const world = new World(createStore());
      // Written by hand, because JSON.stringify itself gives up on the deepest of them.
      const text = code === 'invalid-event' && Array.isArray(event) ? deep(10_000) : JSON.stringify(event);
      const body = JSON.stringify(batch(['first', 'bad', 'last']))
        .replace('"first"', () => JSON.stringify(rating(1)))
        .replace('"bad"', () => text)
        .replace('"last"', () => JSON.stringify(rating(3)));
      const reply = await world.post('/v1/events', body);
      const { accepted, rejected } = (await reply.json()) as Awaited<ReturnType<World['send']>>;
      assert.equal(accepted, 2);
      assert.deepEqual(
        rejected.map(({ index, code: got, retryable }) => ({ index, code: got, retryable })),
        [{ index: 1, code, retryable: false }],
      );
      assert.match(rejected[0]?.message ?? '', saysWhatToDo);
      assert.deepEqual(
        (await world.facts()).map(({ id }) => id),
        [sampleId(1), sampleId(3)],
      );
    });
  }

  test('names the refused event by its id', async () => {
    const { rejected } = await new World(createStore()).send([rating(2, { value: 7 })]);
    assert.equal(rejected[0]?.id, sampleId(2));
  });

  test('refuses events about items the catalogue does not have when the policy says so, for now', async () => {
    const world = World.withPolicy(createStore(), { unknownItems: 'reject' });
    await world.putItems([{ id: 'deck-42', title: 'Deck', kind: 'deck' }]);
    const search = {
      id: sampleId(3),
      type: 'usage',
      action: 'search',
      occurredAt: '2026-05-04T09:00:00Z',
      query: 'ROI',
      results: 0,
    };
    const { accepted, rejected } = await world.send([rating(1), rating(2, { collateralId: '__proto__' }), search]);
    assert.equal(accepted, 2);
    assert.deepEqual(
      rejected.map(({ index, code, retryable }) => ({ index, code, retryable })),
      [{ index: 1, code: 'unknown-item', retryable: true }],
    );
  });

  test('refuses votes and replies about low ratings of unknown items, if the policy says so', async () => {
    const world = World.withPolicy(createStore(), { unknownItems: 'reject' });
    await world.putItems([{ id: 'deck-42', title: 'Deck', kind: 'deck' }]);
    const about = (number: number, suggestionId: string): object => {
      return { id: sampleId(number), type: 'vote', occurredAt: '2026-05-04T09:00:00Z', suggestionId, on: true };
    };
    const { accepted, rejected } = await world.send([
      about(1, 'low:outdated::deck-42'),
      about(2, 'low:outdated::made-up'),
    ]);
    assert.equal(accepted, 1);
    assert.deepEqual(
      rejected.map(({ index, code }) => ({ index, code })),
      [{ index: 1, code: 'unknown-item' }],
    );
  });

  test('refuses events about items the person may not see', async () => {
    const world = new World(createStore());
    const { rejected } = await world.send([rating(1, { collateralId: 'secret-1' })], 'outsider');
    assert.equal(rejected[0]?.code, 'unknown-item');
    assert.deepEqual(await world.facts(), []);
  });

  test('takes prototype names as plain item ids', async () => {
    const world = new World(createStore());
    for (const [number, collateralId] of ['__proto__', 'constructor', 'toString'].entries()) {
      await world.send([rating(number, { collateralId })]);
      const [summary] = await world.ratings([{ collateralId }]);
      assert.equal(summary?.metric.n, 1);
      assert.equal(summary.mine?.value, 4);
    }
  });

  test('leaves prototype fields of an event out', async () => {
    const world = new World(createStore());
    const text = JSON.stringify(batch([rating(1)])).replace(
      '"value":4',
      '"value":4,"__proto__":{"team":"board"},"constructor":1',
    );
    assert.equal((await world.post('/v1/events', text)).status, 200);
    assert.deepEqual((await world.facts())[0]?.detail, { value: 4, scaleId: 'collateral-5@1' });
  });
});

onEveryStore('bad batches', (createStore) => {
  const rows: readonly (readonly [name: string, body: string, status: number, code: string, detail?: RegExp])[] = [
    ['a body that is not JSON', '{"protocol":1,', 400, 'invalid-json'],
    ['an empty body', '', 400, 'invalid-json'],
    ['a list', '[]', 400, 'invalid-batch', /must be a JSON object/],
    ['a number', '7', 400, 'invalid-batch'],
    ['a body nested 10 000 deep', deep(10_000), 400, 'invalid-batch'],
    ['another protocol', JSON.stringify(batch([], { protocol: 2 })), 400, 'unsupported-protocol'],
    ['no protocol', JSON.stringify(batch([], { protocol: undefined })), 400, 'invalid-batch', /protocol/],
    ['no batch id', JSON.stringify(batch([], { batchId: undefined })), 400, 'invalid-batch', /batchId/],
    ['a sending time that is none', JSON.stringify(batch([], { sentAt: 'now' })), 400, 'invalid-batch', /sentAt/],
    ['events that are no list', JSON.stringify(batch([], { events: {} })), 400, 'invalid-batch', /events/],
    [
      'a context with a number',
      JSON.stringify(batch([], { context: { surface: 1 } })),
      400,
      'invalid-batch',
      /context\.surface/,
    ],
    ['501 events', JSON.stringify(batch(Array.from({ length: 501 }, () => 0))), 413, 'body-too-large'],
    ['more than 512 KiB', JSON.stringify(batch(['x'.repeat(limits.bodyBytes)])), 413, 'body-too-large'],
  ];
  for (const [name, body, status, code, detail = /./] of rows) {
    test(`refuses ${name} as a whole`, async () => {
      const world = new World(createStore());
      const refused = await problem(await world.post('/v1/events', body));
      assert.equal(refused.status, status);
      assert.equal(refused.code, code);
      assert.match(refused.detail, detail);
      assert.match(refused.detail, saysWhatToDo);
      assert.deepEqual(await world.facts(), []);
    });
  }

  test('takes 500 events at once', async () => {
    const receipt = await new World(createStore()).send(Array.from({ length: 500 }, (_, number) => rating(number)));
    assert.equal(receipt.accepted, 500);
  });

  test('takes a body that begins with a byte order mark', async () => {
    const reply = await new World(createStore()).post('/v1/events', `\ufeff${JSON.stringify(batch([rating(1)]))}`);
    assert.equal(reply.status, 200);
  });

  test('tells somebody who is not signed in just that, whatever the body', async () => {
    const world = new World(createStore());
    for (const body of [JSON.stringify(batch([rating(1)])), '{', '[]']) {
      const refused = await problem(await world.post('/v1/events', body, { as: null }));
      assert.deepEqual([refused.status, refused.code], [401, 'not-signed-in']);
    }
    assert.deepEqual(await world.facts(), []);
  });
});
