import type { InsightsItem } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMemoryStore } from '../store/memory-store.js';
import { ScorecardWorld } from './scorecard-world.fixture.js';

test('one late rating of the old version takes no lift away, on a page and on a scorecard; many do', async () => {
  const world = new ScorecardWorld(createMemoryStore()).on('03-01');
  const versions = ['2026-01-05', '2026-04-20'].map((day, index) => ({
    version: `v${index + 1}`,
    publishedAt: `${day}T00:00:00.000Z`,
  }));
  await world.items({ id: 'deck', producer: { id: 'ann', name: 'Ann' }, versions });
  const rateAll = async (version: string, prefix: string, values: readonly number[]): Promise<void> => {
    for (const [index, value] of values.entries())
      await world.rate(`${prefix}${index}`, 'west', 'deck', value, { version });
  };
  const judged = async (): Promise<readonly unknown[]> => {
    const { metric } = await world.measure('P7', '?period=2026-Q2');
    const page = (await world.ok('GET', '/v1/insights/items/deck', 'boss')) as InsightsItem;
    return [metric.n, metric.excluded[0]?.reason, page.versions[1]?.lift?.state];
  };
  await rateAll('v1', 'old', [2, 2, 3, 2, 1, 2, 3, 2, 2]);
  world.on('05-01');
  await rateAll('v2', 'new', [4, 4, 5, 4, 3, 4]);
  await rateAll('v1', 'late', [1]);
  assert.equal((await judged())[2], 'ok');
  const early = await world.on('06-10').measure('P7', '?period=2026-05');
  assert.deepEqual([early.metric.n, early.metric.excluded], [1, []]);
  world.on('06-20');
  await rateAll('v1', 'later', [1, 1, 1]);
  world.on('07-10');
  assert.deepEqual(await judged(), [0, 'late-ratings', 'hidden']);
  const later = await world.measure('P7', '?period=2026-05');
  assert.deepEqual(later.metric, early.metric, 'what comes later moves no month that is over');
});
