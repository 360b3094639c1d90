import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryStore } from '../handler.fixture.js';
import { SuggestionsWorld } from './suggestions-world.fixture.js';

const promise = { to: 'accepted', assignee: 'marketing', dueAt: '2026-05-20' };

onEveryStore('suggestions that a moderator hides', (createStore) => {
  const open = (policy = {}): Promise<SuggestionsWorld> => new SuggestionsWorld(createStore(), { policy }).prepare();

  test('are hidden with a reason that their author and moderators read, and shown again', async () => {
    const world = await open();
    const id = await world.suggest('ana', 'Rude');
    const replyId = await world.reply('ben', id, 'Ruder');
    await world.done('paula', id, 'hide', { hidden: true, replyId, reason: 'Language' });
    assert.deepEqual((await world.one(id, 'cleo')).replies, []);
    assert.equal((await world.one(id, 'ben')).replies.length, 1);
    await world.done('paula', id, 'hide', { hidden: true, reason: 'Language', expect: 1 });
    assert.equal((await world.list('cleo')).total, 0);
    assert.deepEqual((await world.one(id, 'ana')).hidden, { reason: 'Language' });
    await world.done('paula', id, 'hide', { hidden: false, reason: 'Talked', expect: 2 });
    assert.equal((await world.list('cleo')).total, 1);
    assert.deepEqual(
      (await world.one(id, 'paula')).history.map(({ type }) => type),
      ['hide', 'hide', 'show'],
    );
  });

  test('stay with whom they were given to when they are hidden: to read, to decide and to show again', async () => {
    const world = await open();
    const id = await world.suggest('ana', 'Rude, but right');
    assert.equal((await world.list('petra')).total, 1);
    await world.move('admin', id, { ...promise, assignee: 'product' });
    await world.done('paula', id, 'hide', { hidden: true, reason: 'Language', expect: 1 });
    assert.deepEqual((await world.inbox('petra')).suggestions[0]?.hidden, { reason: 'Language' });
    assert.equal((await world.one(id, 'petra')).body, 'Rude, but right');
    assert.equal((await world.list('cleo')).total, 0);
    const shipped = await world.move('petra', id, { to: 'shipped', shippedVersion: 'v2', expect: 2 });
    assert.deepEqual([shipped.status, shipped.may.hide], ['shipped', true]);
    await world.move('admin', id, { ...promise, assignee: 'marketing', expect: 3 });
    assert.equal((await world.list('petra')).total, 0, 'somebody else has it now');
  });

  test('hide replies that are there, and no others', async () => {
    const world = await open();
    const id = await world.suggest('ana', 'New prices');
    const other = await world.suggest('ana', 'Fewer slides');
    const replyId = await world.reply('ben', id, 'Yes');
    await world.sendGood('eve', { id: replyId, type: 'reply', suggestionId: id, body: 'Under the id of another' });
    for (const [suggestionId, made] of [
      [id, world.id()],
      [other, replyId],
    ] as const) {
      const refused = await world.refused('paula', suggestionId, 'hide', { hidden: true, replyId: made });
      assert.equal(refused.code, 'invalid-batch');
    }
    assert.deepEqual(
      (await world.one(id)).replies.map(({ body }) => body),
      ['Yes'],
    );
  });
});
