import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMemoryStore } from '../store/memory-store.js';
import { ScorecardWorld } from './scorecard-world.fixture.js';

const ann = { id: 'ann', name: 'Ann' };
const bob = { id: 'bob', name: 'Bob' };
const versions = ['01-05', '05-04'].map((day, index) => ({
  version: `v${index + 1}`,
  publishedAt: `2026-${day}T00:00:00.000Z`,
}));
const q2 = 'period=2026-Q2';

describe('a scorecard', () => {
  test('tells nothing of items its reader may not see', async () => {
    const world = new ScorecardWorld(createMemoryStore()).on('02-01');
    for (const id of ['deck', 'secret-deck']) await world.items({ id, producer: ann, versions });
    world.on('06-01');
    for (const id of ['deck', 'secret-deck']) await world.items({ id, producer: bob, versions });
    world.on('07-10');
    const seen = async (as: string): Promise<readonly unknown[]> => {
      const card = await world.scorecard(`?subject=producer&id=ann&${q2}`, as);
      return [card.versions, card.handOvers].map((all) => all.map(({ collateralId }) => collateralId));
    };
    const all = ['deck', 'secret-deck'];
    assert.deepEqual(await seen('boss'), [all, all]);
    assert.deepEqual(await seen('narrow'), [['deck'], ['deck']]);
  });

  test('does not say when anonymous suggestions were written, nor that there are some before they are released', async () => {
    const world = new ScorecardWorld(createMemoryStore(), { commentIdentity: 'anonymous' }).on('02-01');
    await world.items({ id: 'deck', producer: ann });
    await world.on('05-04', 10).suggest('w1', 'deck');
    const entries = async (): Promise<readonly unknown[]> =>
      (await world.evidence(`?subject=producer&id=ann&${q2}&measure=P4`, 'ann')).entries.map(({ at }) => at);
    assert.deepEqual(await entries(), []);
    world.on('05-06', 10);
    assert.deepEqual(await entries(), ['2026-05-05T10:00:00.000Z'], 'the instant at which it was released');
    const taken = await world.on('05-08', 10).suggest('w2', 'deck');
    await world.on('05-08', 12).takeBack('w2', taken);
    world.on('05-08', 13);
    assert.equal((await entries()).length, 1);
  });
});

describe('an answer of the owner', () => {
  test('stays one when the author takes back later', async () => {
    const world = new ScorecardWorld(createMemoryStore()).on('02-01');
    await world.items({ id: 'deck', producer: ann });
    const idea = await world.on('05-01').suggest('w1', 'deck');
    await world.on('05-02').reply('ann', idea);
    await world.on('05-06').takeBack('w1', idea);
    world.on('07-10');
    const { entries } = await world.evidence(`?subject=producer&id=ann&${q2}&measure=P4`);
    assert.deepEqual(
      entries.map(({ part, value }) => [part, value]),
      [['hit', 1]],
    );
    assert.deepEqual(await world.share('P5', `?subject=producer&id=ann&${q2}`), [1, 1]);
  });

  test('to a request is that of whoever may take it up', async () => {
    const world = new ScorecardWorld(createMemoryStore()).on('02-01');
    const [first, second] = [await world.on('05-01').suggest('w1', null), await world.suggest('w2', null)];
    await world.on('05-04').reply('boss', first);
    await world.reply('w3', second);
    world.on('07-10');
    assert.deepEqual(await world.share('P5', `?${q2}`), [1, 2]);
  });
});
