import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { problem } from '../handler.fixture.js';
import { createMemoryStore } from '../store/memory-store.js';
import { InsightsWorld } from './insights-world.fixture.js';

const marketing = { id: 'marketing', name: 'Product marketing' };

describe('whose figures somebody sees', () => {
  const world = new InsightsWorld(createMemoryStore());
  const seen = async (as: string): Promise<string> =>
    (await world.list('?sort=title', as)).items.map(({ collateralId }) => collateralId).join(' ');

  test('is everything for admins, auditors, services and managers of everything', async () => {
    await world.items([
      { id: 'deck-secret' },
      { id: 'marketing-1', producer: marketing },
      { id: 'training-1', producer: { id: 'training', name: 'Training' } },
    ]);
    for (const as of ['admin', 'auditor', 'crm', 'boss', 'lead'])
      assert.equal(await seen(as), 'deck-secret marketing-1 training-1', as);
  });

  test('is their own for producers and managers of producers', async () => {
    for (const as of ['paula', 'head']) {
      assert.equal(await seen(as), 'marketing-1');
      assert.deepEqual((await world.overview('', as)).choices.producers, [marketing]);
      assert.equal((await problem(await world.world.call('/v1/insights/items/training-1', { as }))).status, 404);
    }
  });

  test('leaves out what the host says they may not see', async () => {
    assert.equal(await seen('narrow'), 'marketing-1 training-1');
    assert.equal((await world.world.call('/v1/insights/items/deck-secret', { as: 'narrow' })).status, 404);
  });

  test('is nothing for viewers and for managers of nothing', async () => {
    for (const as of ['ana', 'idle']) {
      const { status, code } = await problem(await world.world.call('/v1/insights/overview', { as }));
      assert.deepEqual([status, code], [403, 'forbidden']);
    }
  });

  test('holds for teams: managers ask about their own', async () => {
    assert.equal((await world.world.call('/v1/insights/overview?team=west', { as: 'lead' })).status, 200);
    assert.equal((await world.world.call('/v1/insights/overview?team=east', { as: 'lead' })).status, 403);
    assert.equal((await world.world.call('/v1/insights/overview?team=west', { as: 'paula' })).status, 403);
  });
});
