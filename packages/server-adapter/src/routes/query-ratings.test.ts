import type { Item } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleId } from '../conformance/sample-fact.js';
import { now, onEveryStore, problem, rating, World } from '../handler.fixture.js';

const deck: Item = {
  id: 'deck-42',
  title: 'Deck',
  kind: 'deck',
  producer: { id: 'marketing', name: 'Marketing' },
  versions: [
    { version: 'v1', publishedAt: '2026-01-01T00:00:00Z' },
    { version: 'v2', publishedAt: '2026-05-04T09:30:00Z' },
    { version: 'v3', publishedAt: '2027-01-01T00:00:00Z' },
  ],
};
const v1 = { version: 'v1' };
const later = { occurredAt: new Date(now - 60_000).toISOString() };

async function rateAs(
  world: World,
  people: readonly string[],
  values: readonly number[],
  changes: object = {},
): Promise<void> {
  for (const [index, person] of people.entries())
    await world.send([rating(index, { value: values[index], ...changes })], person);
}

onEveryStore('asking for ratings', (createStore) => {
  test('says none for an item nobody rated, known or not', async () => {
    const world = new World(createStore());
    const [summary] = await world.ratings([{ collateralId: 'deck-42' }]);
    assert.deepEqual(summary, {
      collateralId: 'deck-42',
      version: null,
      metric: {
        value: null,
        n: 0,
        interval: null,
        window: null,
        excluded: [],
        method: 'dirichlet-mean',
        state: 'none',
      },
      distribution: null,
      own: false,
    });
  });

  test('shows score and distribution from five people on', async () => {
    const world = new World(createStore());
    await rateAs(world, ['ana', 'ben', 'cem', 'dia'], [5, 5, 5, 5]);
    const [early] = await world.ratings([{ collateralId: 'deck-42' }]);
    assert.deepEqual(
      [early?.metric.state, early?.metric.value, early?.metric.n, early?.distribution],
      ['early', null, 4, null],
    );
    await world.send([rating(9, { value: 5 })], 'eva');
    const [shown] = await world.ratings([{ collateralId: 'deck-42' }]);
    assert.deepEqual([shown?.metric.state, shown?.metric.value, shown?.metric.n], ['ok', 4, 5]);
    assert.deepEqual(shown?.distribution, [0, 0, 0, 0, 5]);
  });

  test('counts one rating per person: the latest, whatever came in first', async () => {
    const world = new World(createStore());
    await world.send([rating(3, { value: 2, comment: 'Old prices', reasons: ['outdated'] })]);
    await world.send([rating(1, { value: 5 })]);
    const [summary] = await world.ratings([{ collateralId: 'deck-42' }]);
    assert.equal(summary?.metric.n, 1);
    assert.deepEqual(summary.mine, {
      value: 2,
      id: sampleId(3),
      ratedAt: '2026-05-04T09:00:03.000Z',
      comment: 'Old prices',
      reasons: ['outdated'],
    });
  });

  test('forgets a rating that was taken back', async () => {
    const world = new World(createStore());
    await world.send([
      rating(1),
      { id: sampleId(2), type: 'rating-withdrawal', collateralId: 'deck-42', occurredAt: later.occurredAt },
    ]);
    const [summary] = await world.ratings([{ collateralId: 'deck-42' }]);
    assert.deepEqual([summary?.metric.n, summary?.mine], [0, undefined]);
  });

  test('answers for the version published now unless one is named', async () => {
    const world = new World(createStore());
    await world.putItems([deck]);
    await world.send([rating(1, v1), rating(2, { ...later, value: 5 })]);
    const [current, first, unknown] = await world.ratings([
      { collateralId: 'deck-42' },
      { collateralId: 'deck-42', ...v1 },
      { collateralId: 'deck-42', version: 'v9' },
    ]);
    assert.deepEqual([current?.version, current?.mine?.value], ['v2', 5]);
    assert.deepEqual([first?.version, first?.mine?.value], ['v1', 4]);
    assert.deepEqual([unknown?.version, unknown?.metric.n], ['v9', 0]);
  });

  test('tells what the person gave the version before', async () => {
    const world = new World(createStore());
    await world.putItems([deck]);
    await world.send([rating(1, { ...v1, value: 2 })]);
    const [current] = await world.ratings([{ collateralId: 'deck-42' }]);
    assert.deepEqual(current?.previous, { version: 'v1', value: 2 });
    const [first] = await world.ratings([{ collateralId: 'deck-42', ...v1 }]);
    assert.equal(first?.previous, undefined);
  });

  test('counts a rating of the version before only there', async () => {
    const world = new World(createStore());
    await world.putItems([deck]);
    await rateAs(world, ['ana', 'ben'], [1, 2], v1);
    const [current] = await world.ratings([{ collateralId: 'deck-42' }]);
    assert.equal(current?.metric.n, 0);
  });

  test('never counts producers on their own items, nor services, and shows producers their own rating', async () => {
    const world = new World(createStore());
    await world.putItems([deck]);
    await rateAs(world, ['paula', 'crm', 'ana'], [5, 5, 1], later);
    const [summary] = await world.ratings([{ collateralId: 'deck-42' }], 'paula');
    assert.equal(summary?.own, true);
    assert.equal(summary.mine?.value, 5);
    assert.equal(summary.metric.n, 1);
    assert.deepEqual(summary.metric.excluded, [
      { reason: 'own-use', count: 1 },
      { reason: 'service', count: 1 },
    ]);
    assert.equal((await world.ratings([{ collateralId: 'deck-42' }], 'ana'))[0]?.own, false);
  });

  test('knows nothing about items the person may not see', async () => {
    const world = new World(createStore());
    await world.putItems([{ ...deck, id: 'secret-1' }]);
    await world.send([rating(1, { collateralId: 'secret-1', ...later })]);
    const [hidden, nothing] = await world.ratings(
      [{ collateralId: 'secret-1' }, { collateralId: 'secret-2' }],
      'outsider',
    );
    assert.deepEqual(hidden, { ...nothing, collateralId: 'secret-1' });
    assert.equal((await world.ratings([{ collateralId: 'secret-1' }]))[0]?.metric.n, 1);
  });

  test('never counts ratings of another tenant', async () => {
    const world = new World(createStore());
    await world.send([rating(1)], 'foreigner');
    assert.equal((await world.ratings([{ collateralId: 'deck-42' }]))[0]?.metric.n, 0);
    assert.equal((await world.ratings([{ collateralId: 'deck-42' }], 'foreigner'))[0]?.metric.n, 1);
  });

  test('answers in the order asked, and twice for an item asked twice', async () => {
    const world = new World(createStore());
    await world.send([rating(1)]);
    const asked = ['x', 'deck-42', '__proto__', 'deck-42'];
    const summaries = await world.ratings(asked.map((collateralId) => ({ collateralId })));
    assert.deepEqual(
      summaries.map(({ collateralId }) => collateralId),
      asked,
    );
    assert.deepEqual(summaries[1], summaries[3]);
    assert.deepEqual(await world.ratings([]), []);
  });

  test('refuses what is no ratings query', async () => {
    const world = new World(createStore());
    for (const body of [{}, [], { items: [{}] }, { items: [{ collateralId: '' }] }]) {
      const { status, code } = await problem(await world.post('/v1/ratings/query', body));
      assert.deepEqual([status, code], [400, 'invalid-batch']);
    }
    const items = Array.from({ length: 501 }, () => ({ collateralId: 'x' }));
    const tooMany = await problem(await world.post('/v1/ratings/query', { items }));
    assert.deepEqual([tooMany.status, tooMany.code], [413, 'body-too-large']);
    assert.match(tooMany.detail, /at most 500 entries, got 501/);
    const plain = await world.post('/v1/ratings/query', { items: [] }, { headers: { 'content-type': 'text/plain' } });
    assert.equal((await problem(plain)).code, 'unsupported-media-type');
  });
});
