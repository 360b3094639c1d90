import type { PromptStanding } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { now, onEveryStore, rating, World } from '../handler.fixture.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

onEveryStore('GET /v1/prompts', (createStore) => {
  test('R8: tells nobody to wait who was never asked', async () => {
    assert.deepEqual(await standing(new World(createStore())), { notBefore: null, recent: [] });
  });

  test('R8: makes the next request wait for 24 hours after one, on whatever device it was', async () => {
    const world = new World(createStore());
    await world.send([response(1, 'asked', 2 * hourMs)]);
    assert.deepEqual(await standing(world), { notBefore: iso(now + 22 * hourMs), recent: ['deck-42'] });
    world.clock = now + 22 * hourMs;
    assert.deepEqual(await standing(world), { notBefore: null, recent: ['deck-42'] });
  });

  test('R8: gives a dismissal 30 days of rest, and a rating none', async () => {
    const world = new World(createStore());
    await world.send([response(1, 'asked', 2 * dayMs), response(2, 'dismissed', 2 * dayMs)]);
    assert.equal((await standing(world)).notBefore, iso(now + 28 * dayMs));
    await world.send([response(3, 'asked', 2 * dayMs), response(4, 'rated', 2 * dayMs)], 'ben');
    assert.equal((await standing(world, 'ben')).notBefore, null);
  });

  test('R8: follows the limits of the policy', async () => {
    const world = World.withPolicy(createStore(), { prompts: { perDay: 2, restDays: 7 } });
    assert.deepEqual((await world.config()).prompts, { perDay: 2, restDays: 7 });
    await world.send([response(1, 'asked', 3 * hourMs)]);
    assert.equal((await standing(world)).notBefore, null);
    await world.send([response(2, 'asked', hourMs)]);
    assert.equal((await standing(world)).notBefore, iso(now + 21 * hourMs));
    await world.send([response(3, 'dismissed', hourMs)]);
    assert.equal((await standing(world)).notBefore, iso(now - hourMs + 7 * dayMs));
  });

  test('R8: forgets items after the rest, and tells nobody of another person', async () => {
    const world = new World(createStore());
    await world.send([response(1, 'asked', dayMs, 'deck-42'), response(2, 'asked', 3 * dayMs, 'deck-43')]);
    world.clock = now + 28 * dayMs;
    assert.deepEqual((await standing(world)).recent, ['deck-42']);
    assert.deepEqual(await standing(world, 'ben'), { notBefore: null, recent: [] });
  });
});

async function standing(world: World, as = 'ana'): Promise<PromptStanding> {
  return (await (await world.call('/v1/prompts', { as })).json()) as PromptStanding;
}

function response(number: number, answer: string, agoMs: number, collateralId = 'deck-42'): object {
  return rating(number, {
    type: 'prompt-response',
    promptId: 'prompt-1',
    answer,
    collateralId,
    occurredAt: iso(now - agoMs),
  });
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
