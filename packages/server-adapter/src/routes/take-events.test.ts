import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleId } from '../conformance/sample-fact.js';
import { batch, now, onEveryStore, problem, rating, World } from '../handler.fixture.js';

onEveryStore('taking events', (createStore) => {
  test('stores a rating under the person who is signed in', async () => {
    const world = new World(createStore());
    assert.deepEqual(await world.send([rating(1, { comment: 'Opened the deal', actorId: 'boss', roles: ['admin'] })]), {
      batchId: 'batch-1',
      accepted: 1,
      duplicates: 0,
      rejected: [],
    });
    assert.deepEqual(await world.facts(), [
      {
        id: sampleId(1),
        actorId: 'ana',
        type: 'rating',
        collateralId: 'deck-42',
        version: null,
        occurredAt: '2026-05-04T09:00:01.000Z',
        receivedAt: '2026-05-04T10:00:00.000Z',
        effectiveAt: '2026-05-04T09:00:01.000Z',
        day: '2026-05-04',
        slot: Math.floor(Date.parse('2026-05-04T09:00:01.000Z') / 1_800_000),
        team: 'sales',
        excluded: null,
        context: null,
        detail: { value: 4, scaleId: 'collateral-5@1', comment: 'Opened the deal' },
      },
    ]);
  });

  test('keeps what a program did and says so, by the context of the event or of its batch', async () => {
    const world = new World(createStore());
    await world.send([rating(1, { context: { automation: true } }), rating(2, { context: { automation: false } })]);
    await world.send([rating(3), rating(4, { context: { locale: 'en' } })], 'ana', { context: { automation: true } });
    const excluded = (await world.facts()).map((fact) => [fact.id, fact.excluded]);
    assert.deepEqual(excluded, [
      [sampleId(1), 'automation'],
      [sampleId(2), null],
      [sampleId(3), 'automation'],
      [sampleId(4), null],
    ]);
  });

  test('counts no rating a program gave', async () => {
    const world = new World(createStore());
    await world.send([rating(1, { context: { automation: true } })]);
    const [summary] = await world.ratings([{ collateralId: 'deck-42' }], 'ben');
    assert.equal(summary?.metric.n, 0);
    assert.deepEqual(summary.metric.excluded, [{ reason: 'automation', count: 1 }]);
  });

  test("keeps what comes after 300 events of one minute as a program's, and sending again fills no minute", async () => {
    const world = new World(createStore());
    const ofMinute = (first: number, count: number, minute: string): object[] =>
      Array.from({ length: count }, (_, index) => rating(first + index, { occurredAt: `${minute}:30.000Z` }));
    const sent = ofMinute(1, 250, '2026-05-04T09:10');
    await world.send(sent);
    await world.send(sent);
    await world.send([...ofMinute(300, 60, '2026-05-04T09:10'), ...ofMinute(400, 60, '2026-05-04T09:11')]);
    await world.send(ofMinute(500, 1, '2026-05-04T09:10'), 'ben');
    const facts = await world.facts();
    const automated = facts.filter(({ excluded }) => excluded === 'automation');
    assert.deepEqual(
      [facts.length, automated.map(({ id }) => id)],
      [371, Array.from({ length: 10 }, (_, index) => sampleId(350 + index))],
    );
  });

  test('takes a batch without events', async () => {
    assert.deepEqual(await new World(createStore()).send([]), {
      batchId: 'batch-1',
      accepted: 0,
      duplicates: 0,
      rejected: [],
    });
  });

  test('counts a batch once when its reply was lost and it is sent again later', async () => {
    const world = new World(createStore());
    await world.send([rating(1), rating(2)]);
    world.clock += 7_200_000;
    const sentAt = new Date(world.clock).toISOString();
    assert.deepEqual(await world.send([rating(1), rating(2)], 'ana', { sentAt }), {
      batchId: 'batch-1',
      accepted: 0,
      duplicates: 2,
      rejected: [],
    });
    assert.equal((await world.facts()).length, 2);
  });

  test('counts an event a second time neither with a corrected clock nor with a new catalogue', async () => {
    const world = new World(createStore());
    await world.send([rating(1)]);
    await world.putItems([
      {
        id: 'deck-42',
        title: 'Deck',
        kind: 'deck',
        versions: [{ version: 'v1', publishedAt: '2026-01-01T00:00:00Z' }],
      },
    ]);
    const receipt = await world.send([rating(1)], 'ana', { sentAt: new Date(now - 7_200_000).toISOString() });
    assert.equal(receipt.duplicates, 1);
  });

  test('counts an event once that two batches share', async () => {
    const world = new World(createStore());
    await world.send([rating(1), rating(2)]);
    const { accepted, duplicates } = await world.send([rating(2), rating(3)], 'ana', { batchId: 'batch-2' });
    assert.deepEqual({ accepted, duplicates }, { accepted: 1, duplicates: 1 });
  });

  test('counts an id once that comes twice in one batch', async () => {
    const { accepted, duplicates } = await new World(createStore()).send([rating(1), rating(1)]);
    assert.deepEqual({ accepted, duplicates }, { accepted: 1, duplicates: 1 });
  });

  test('refuses other content under a known id and keeps the first', async () => {
    const world = new World(createStore());
    await world.send([rating(1)]);
    const { rejected } = await world.send([rating(2), rating(1, { value: 1 })]);
    assert.deepEqual(
      rejected.map(({ index, id, code, retryable }) => ({ index, id, code, retryable })),
      [{ index: 1, id: sampleId(1), code: 'id-conflict', retryable: false }],
    );
    assert.deepEqual(
      (await world.facts()).map(({ detail }) => detail['value']),
      [4, 4],
    );
  });

  test('keeps the same id of two people and of two tenants apart', async () => {
    const world = new World(createStore());
    for (const person of ['ana', 'ben', 'foreigner']) assert.equal((await world.send([rating(1)], person)).accepted, 1);
    assert.deepEqual(
      (await world.facts('other')).map(({ actorId }) => actorId),
      ['foreigner'],
    );
  });

  test('gives events the context of the batch unless they have their own', async () => {
    const world = new World(createStore());
    const context = { surface: 'search', url: 'https://intranet.example/search' };
    await world.send([rating(1), rating(2, { context: { surface: 'player' } })], 'ana', { context });
    assert.deepEqual(
      (await world.facts()).map((fact) => fact.context),
      [context, { surface: 'player' }],
    );
  });

  test('corrects a clock that is hours ahead and keeps what it said', async () => {
    const world = new World(createStore());
    const ahead = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();
    await world.send([rating(1, { occurredAt: ahead(110) })], 'ana', { sentAt: ahead(120) });
    const [fact] = await world.facts();
    assert.equal(fact?.occurredAt, ahead(110));
    assert.equal(fact.effectiveAt, ahead(-10));
  });

  test('writes effective times with milliseconds, however they were stated', async () => {
    const world = new World(createStore());
    await world.send([
      rating(1, { occurredAt: '2026-05-04T09:00:00Z' }),
      rating(2, { occurredAt: '2026-05-04T09:00:00.123456Z' }),
    ]);
    assert.deepEqual(
      (await world.facts()).map(({ effectiveAt }) => effectiveAt),
      ['2026-05-04T09:00:00.000Z', '2026-05-04T09:00:00.123Z'],
    );
  });

  test('attributes an event to the version published at its time, unless it names one', async () => {
    const world = new World(createStore());
    const versions = [
      { version: 'v1', publishedAt: '2026-01-01T00:00:00Z' },
      { version: 'v2', publishedAt: '2026-05-04T09:30:00Z' },
    ];
    await world.putItems([{ id: 'deck-42', title: 'Deck', kind: 'deck', versions }]);
    const late = { occurredAt: '2026-05-04T09:40:00.000Z' };
    await world.send([rating(1), rating(2, late), rating(3, { ...late, version: 'v1' })]);
    assert.deepEqual(
      (await world.facts()).map(({ version }) => version),
      ['v1', 'v2', 'v1'],
    );
  });

  test('marks what a producer does with their own item, and everything a service does', async () => {
    const world = new World(createStore());
    await world.putItems([
      { id: 'deck-42', title: 'Deck', kind: 'deck', producer: { id: 'marketing', name: 'Marketing' } },
    ]);
    for (const person of ['paula', 'crm', 'ana']) await world.send([rating(1)], person);
    assert.deepEqual(
      (await world.facts()).map(({ excluded }) => excluded),
      ['own-use', 'service', null],
    );
  });

  test('stores nothing that was recorded under another person', async () => {
    const world = new World(createStore());
    const { actorTag } = await world.config('ben');
    const refused = await problem(await world.post('/v1/events', batch([rating(1)], { forActor: actorTag })));
    assert.equal(refused.status, 409);
    assert.equal(refused.code, 'actor-changed');
    assert.deepEqual(await world.facts(), []);
    assert.equal((await world.send([rating(1)], 'ben', { forActor: actorTag })).accepted, 1);
  });

  test('takes the token of a closing page from the body', async () => {
    const world = new World(createStore());
    const body = JSON.stringify(batch([rating(1)], { token: 'ben' }));
    const reply = await world.call('/v1/events', {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      as: null,
    });
    assert.equal(reply.status, 200);
    assert.equal((await world.facts())[0]?.actorId, 'ben');
  });

  test('believes the header before the token in the body', async () => {
    const world = new World(createStore());
    await world.send([rating(1)], 'ana', { token: 'ben' });
    assert.equal((await world.facts())[0]?.actorId, 'ana');
  });
});
