import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMemoryStore } from '../store/memory-store.js';
import { ScorecardWorld } from './scorecard-world.fixture.js';

const ann = { id: 'ann', name: 'Ann' };
const published = (...days: readonly string[]): { readonly version: string; readonly publishedAt: string }[] =>
  days.map((day, index) => ({ version: `v${index + 1}`, publishedAt: `2026-${day}T00:00:00.000Z` }));

/** Eight people rate the first version of Ann's deck 1 in April, so that the 45 days end on the 14th of June. */
async function lowInApril(...days: readonly string[]): Promise<ScorecardWorld> {
  const world = new ScorecardWorld(createMemoryStore()).on('01-06');
  await world.items({ id: 'deck', producer: ann, versions: published(...days) });
  world.on('04-10');
  for (let person = 0; person < 8; person += 1) await world.rate(`w${person}`, 'west', 'deck', 1, { version: 'v1' });
  return world;
}

const followed = (world: ScorecardWorld): ReturnType<ScorecardWorld['share']> =>
  world.on('07-10').share('P10', '?subject=producer&id=ann&period=2026-Q2');

describe('the follow-through on low ratings', () => {
  test('is a new version, also when it came out before the month of the ratings was over', async () => {
    assert.deepEqual(await followed(await lowInApril('01-05')), [0, 1]);
    assert.deepEqual(await followed(await lowInApril('01-05', '04-20')), [1, 1]);
    assert.deepEqual(await followed(await lowInApril('01-05', '05-20')), [1, 1]);
  });

  test('is not the version itself, and not asked for once it was replaced', async () => {
    assert.deepEqual(await followed(await lowInApril('04-02')), [0, 1]);
    assert.deepEqual(await followed(await lowInApril('01-05', '03-20')), [0, 0]);
  });

  test('is no decline that is taken back within 14 days', async () => {
    const world = await lowInApril('01-05');
    const idea = await world.on('04-12').suggest('w1', 'deck');
    await world.on('05-10').move('ann', idea, { to: 'declined' });
    assert.deepEqual(await followed(world), [1, 1]);
    const sly = await lowInApril('01-05');
    const again = await sly.on('04-12').suggest('w1', 'deck');
    await sly.on('05-10').move('ann', again, { to: 'declined' });
    await sly.on('05-11').move('ann', again, { to: 'accepted', assignee: 'ann', dueAt: '2026-12-31' });
    assert.deepEqual(await followed(sly), [0, 1]);
  });
});
