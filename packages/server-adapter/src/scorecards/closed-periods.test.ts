import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMemoryStore } from '../store/memory-store.js';
import { ScorecardWorld } from '../routes/scorecard-world.fixture.js';

const q2 = '?period=2026-Q2';

/** Ann's deck, rated by people in May: seven say 5, one says 4. */
async function rated(): Promise<ScorecardWorld> {
  const world = new ScorecardWorld(createMemoryStore()).on('01-05');
  const versions = [{ version: 'v1', publishedAt: '2026-01-05T00:00:00.000Z' }];
  await world.items({ id: 'deck', producer: { id: 'ann', name: 'Ann' }, versions });
  world.on('05-10');
  for (const [index, value] of [5, 5, 5, 5, 5, 5, 5, 4].entries()) await rate(world, `p${index}`, value);
  return world;
}

function rate(world: ScorecardWorld, who: string, value: number): Promise<void> {
  return world.rate(who, 'west', 'deck', value, { version: 'v1' });
}

describe('P3 of a quarter that is over', () => {
  test('stays as it was told, whoever rates later, and whoever rates anew', async () => {
    const world = await rated();
    world.on('07-02');
    const told = await world.share('P3', q2);
    assert.deepEqual(told, [1, 1]);
    const days = Array.from({ length: 12 }, (_, index) => `07-${String(index + 3).padStart(2, '0')}`);
    for (const [index, day] of days.entries()) {
      world.on(day);
      await rate(world, index < 8 ? `new${index}` : `p${index - 8}`, 1);
      world.on(day, 12);
      assert.deepEqual(await world.share('P3', q2), told, day);
    }
    world.on('08-02');
    assert.deepEqual(await world.share('P3', '?period=2026-07'), [0, 1], 'and July is another month');
    assert.deepEqual(await world.share('P3', q2), told);
  });

  test('is told as far as may be when nobody looked before', async () => {
    const world = await rated();
    world.on('07-05');
    for (const who of ['new1', 'new2']) await rate(world, who, 1);
    world.on('07-06');
    const told = await world.share('P3', q2);
    for (const day of ['07-07', '07-08', '07-09', '07-10']) {
      world.on(day);
      await rate(world, `at${day}`, 1);
      world.on(day, 12);
      assert.deepEqual(await world.share('P3', q2), told, day);
    }
  });
});
