import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryStore, rating, World } from '../handler.fixture.js';
import { sampleId } from '../conformance/sample-fact.js';
import type { Store } from '../store/store.js';

const decks = Array.from({ length: 24 }, (_, index) => `deck-${index}`);

/** Six people rate 24 decks; most are liked, so that what is known of decks moves the score of each. */
async function rated(store: Store): Promise<World> {
  const world = new World(store);
  await world.putItems(decks.map((id) => ({ id, title: id, kind: 'deck' })));
  for (let person = 0; person < 6; person += 1)
    await world.send(
      decks.map((collateralId, index) =>
        rating(index, {
          id: sampleId(person * 100 + index),
          collateralId,
          value: (index * 7 + person) % 5 === 0 ? 2 : 5,
        }),
      ),
      `person-${person}`,
    );
  return world;
}

onEveryStore('a score', (createStore) => {
  test('is the same whatever was looked at before', async () => {
    const [asked, opened, alone] = [await rated(createStore()), await rated(createStore()), await rated(createStore())];
    const one = [{ collateralId: 'deck-3' }];
    const [first] = await asked.ratings(one);
    assert.equal((await opened.call('/v1/insights/overview', { as: 'admin' })).status, 200);
    await alone.ratings([{ collateralId: 'deck-9' }]);
    assert.deepEqual((await opened.ratings(one))[0], first);
    assert.deepEqual((await alone.ratings(one))[0], first);
    assert.equal((await asked.call('/v1/insights/overview', { as: 'admin' })).status, 200);
    asked.clock += 3_600_000;
    assert.deepEqual((await asked.ratings(one))[0]?.metric.value, first?.metric.value);
    // Six ratings with one imagined at each point: what is known of the other decks is in it.
    const even = 3 + ((first?.metric.n ?? 0) * ((mean(first?.distribution) ?? 0) - 3)) / ((first?.metric.n ?? 0) + 5);
    assert.notEqual(first?.metric.value?.toFixed(3), even.toFixed(3));
  });
});

function mean(distribution: readonly number[] | null | undefined): number | null {
  const n = distribution?.reduce((sum, count) => sum + count, 0) ?? 0;
  return n === 0 ? null : (distribution ?? []).reduce((sum, count, index) => sum + count * (index + 1), 0) / n;
}
