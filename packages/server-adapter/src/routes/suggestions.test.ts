import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryStore } from '../handler.fixture.js';
import { SuggestionsWorld } from './suggestions-world.fixture.js';

const promise = { to: 'accepted', assignee: 'marketing', dueAt: '2026-05-20' };

onEveryStore('suggestions', (createStore) => {
  const open = (policy = {}): Promise<SuggestionsWorld> => new SuggestionsWorld(createStore(), { policy }).prepare();

  test('are listed with who is behind them, most supporters first', async () => {
    const world = await open();
    const first = await world.suggest('ana', 'Add an ROI slide', { place: { slide: 7 } });
    const second = await world.suggest('ben', 'Shorten it');
    await world.vote('cleo', second);
    await world.vote('dan', second);
    await world.vote('dan', second);
    await world.vote('cleo', first);
    await world.vote('cleo', first, false, { occurredAt: world.at(1) });
    const { suggestions, total } = await world.list('dan');
    assert.equal(total, 2);
    assert.deepEqual(
      suggestions.map(({ suggestionId, supporters, supported, status, kind, place }) => ({
        suggestionId,
        supporters,
        supported,
        status,
        kind,
        place,
      })),
      [
        { suggestionId: second, supporters: 3, supported: true, status: 'new', kind: 'idea', place: null },
        { suggestionId: first, supporters: 1, supported: false, status: 'new', kind: 'idea', place: { slide: 7 } },
      ],
    );
  });

  test("count an author's own vote once", async () => {
    const world = await open();
    const id = await world.suggest('ana', 'Add an ROI slide');
    await world.vote('ana', id);
    assert.equal((await world.one(id)).supporters, 1);
  });

  test('count a vote that came before its suggestion', async () => {
    const world = await open();
    const id = world.id();
    await world.vote('ben', id);
    await world.sendGood('ana', { id, type: 'suggestion', collateralId: 'deck-42', body: 'Later' });
    assert.equal((await world.one(id)).supporters, 2);
  });

  test('can be taken back by their author while they are new, and by nobody else', async () => {
    const world = await open();
    const id = await world.suggest('ana', 'Add an ROI slide');
    await world.sendGood('ben', { id: world.id(), type: 'suggestion-withdrawal', suggestionId: id });
    assert.equal((await world.list()).total, 1);
    await world.sendGood('ana', { id: world.id(), type: 'suggestion-withdrawal', suggestionId: id });
    assert.equal((await world.list()).total, 0);
    const accepted = await world.suggest('ana', 'A promise');
    await world.move('paula', accepted, promise);
    await world.sendGood('ana', {
      id: world.id(),
      type: 'suggestion-withdrawal',
      suggestionId: accepted,
      occurredAt: world.at(-1),
    });
    assert.equal((await world.list()).total, 1);
  });

  test('stay when the taking back arrives after a decision, whatever moment it names', async () => {
    const world = await open();
    const id = await world.suggest('ana', 'New prices');
    await world.move('paula', id, { to: 'declined' });
    await world.sendGood('ana', {
      id: world.id(),
      type: 'suggestion-withdrawal',
      suggestionId: id,
      occurredAt: world.at(30),
    });
    assert.equal((await world.one(id)).status, 'declined');
  });

  test('can be taken back after a merge was undone, also when taking back did not hold before', async () => {
    const world = await open();
    const target = await world.suggest('ben', 'New prices');
    const id = await world.suggest('ana', 'Prices are old');
    const takeBack = (as: string, minutesAgo: number): Promise<void> =>
      world.sendGood(as, {
        id: world.id(),
        type: 'suggestion-withdrawal',
        suggestionId: id,
        occurredAt: world.at(minutesAgo),
      });
    await world.done('paula', id, 'merge', { into: target });
    await takeBack('ana', 30);
    await world.done('paula', id, 'unmerge', { expect: 1 });
    await takeBack('ben', -1);
    assert.equal((await world.one(id, 'ana')).may.withdraw, true);
    world.world.clock += 60_000;
    await takeBack('ana', 0);
    assert.deepEqual(
      (await world.list()).suggestions.map(({ suggestionId }) => suggestionId),
      [target],
    );
  });

  test('stay when others were united with them', async () => {
    const world = await open();
    const target = await world.suggest('ana', 'New prices');
    const source = await world.suggest('ben', 'Prices are old');
    await world.done('paula', source, 'merge', { into: target });
    assert.equal((await world.one(target, 'ana')).may.withdraw, false);
    await world.sendGood('ana', { id: world.id(), type: 'suggestion-withdrawal', suggestionId: target });
    assert.deepEqual([(await world.list()).total, (await world.one(target)).supporters], [1, 2]);
  });

  test('go from new to shipped, and keep every step', async () => {
    const world = await open();
    const id = await world.suggest('ana', 'Add an ROI slide');
    await world.move('paula', id, { ...promise, reason: 'Good idea' });
    await world.move('paula', id, { to: 'in-progress', reason: 'Started', expect: 1 });
    const shipped = await world.move('paula', id, { to: 'shipped', shippedVersion: 'v2', reason: 'Done', expect: 2 });
    assert.equal(shipped.status, 'shipped');
    assert.equal(shipped.shippedVersion, 'v2');
    assert.deepEqual(shipped.assignee, { id: 'marketing', name: 'Marketing' });
    assert.deepEqual(
      shipped.history.map(({ from, to, reason, by }) => [from, to, reason, by.role]),
      [
        ['new', 'accepted', 'Good idea', 'producer'],
        ['accepted', 'in-progress', 'Started', 'producer'],
        ['in-progress', 'shipped', 'Done', 'producer'],
      ],
    );
  });

  test('need an assignee, a date and a reason to be accepted', async () => {
    const world = await open();
    const id = await world.suggest('ana', 'Add an ROI slide');
    for (const body of [
      { to: 'accepted', dueAt: '2026-05-20' },
      { to: 'accepted', assignee: 'marketing' },
      { ...promise, reason: ' ' },
      { ...promise, reason: '\u200b' },
      { ...promise, dueAt: '2026-02-30' },
      { ...promise, dueAt: '2026-05-03' },
      { ...promise, assignee: 'nobody' },
    ]) {
      const { status, code } = await world.refused('paula', id, 'transitions', body);
      assert.deepEqual([status, code], [400, 'invalid-batch'], JSON.stringify(body));
    }
    assert.equal((await world.one(id)).revision, 0);
  });

  test('ship in a version that exists and is published', async () => {
    const world = await open();
    const id = await world.suggest('ana', 'Add an ROI slide');
    await world.move('paula', id, promise);
    for (const shippedVersion of ['v9', 'v3']) {
      const refused = await world.refused('paula', id, 'transitions', { to: 'shipped', shippedVersion, expect: 1 });
      assert.equal(refused.code, 'invalid-batch', shippedVersion);
    }
  });

  test('are not moved from where the sender did not see them, who is told where they stand', async () => {
    const world = await open();
    const id = await world.suggest('ana', 'Add an ROI slide');
    await world.move('paula', id, promise);
    const late = await world.refused('admin', id, 'transitions', { to: 'declined' });
    assert.deepEqual(
      [late.status, late.code, late.now?.status, late.now?.revision],
      [409, 'revision-conflict', 'accepted', 1],
    );
    assert.deepEqual(
      late.permitted?.map(({ to }) => to),
      ['in-progress', 'shipped', 'declined', 'accepted'],
    );
    const wrong = await world.refused('admin', id, 'transitions', { to: 'new', expect: 1 });
    assert.deepEqual([wrong.status, wrong.code], [409, 'move-not-permitted']);
  });

  test('are moved once by a command that is sent twice', async () => {
    const world = await open();
    const id = await world.suggest('ana', 'Add an ROI slide');
    const command = { ...promise, id: world.id() };
    await world.move('paula', id, command);
    assert.equal((await world.move('paula', id, command)).revision, 1);
    const other = await world.refused('paula', id, 'transitions', { ...command, reason: 'Another one' });
    assert.deepEqual([other.status, other.code], [409, 'id-conflict']);
  });

  test('are moved by the producer of the item, whoever manages it, admins and services only', async () => {
    const world = await open();
    const id = await world.suggest('ana', 'Add an ROI slide');
    const other = await world.suggest('ana', 'For another item', { collateralId: 'sheet-7' });
    assert.equal((await world.refused('ana', id, 'transitions', promise)).status, 403);
    assert.equal((await world.refused('paula', other, 'transitions', promise)).status, 403);
    assert.deepEqual((await world.one(id, 'ana')).may, { vote: false, withdraw: true, hide: false, move: [] });
    assert.deepEqual(
      (await world.one(id, 'paula')).may.move.map(({ to }) => to),
      ['accepted', 'declined', 'duplicate'],
    );
    assert.equal((await world.move('crm', id, promise)).history[0]?.by.role, 'service');
  });

  test('can be moved by whoever they were given to', async () => {
    const world = await open();
    const other = await world.suggest('ana', 'For another item', { collateralId: 'sheet-7' });
    await world.move('admin', other, promise);
    assert.equal((await world.inbox()).promised, 1);
    assert.equal((await world.move('paula', other, { to: 'in-progress', expect: 1 })).status, 'in-progress');
  });

  test('do not exist for whoever may not see the item', async () => {
    const world = await open();
    const id = await world.suggest('ana', 'Secret', { collateralId: 'secret-1' });
    for (const path of [`/v1/suggestions/${id}`, '/v1/suggestions?collateralId=secret-1'])
      assert.equal((await world.world.call(path, { as: 'outsider' })).status, 404);
    const receipt = await world.world.send(
      [{ id: world.id(), type: 'vote', suggestionId: id, on: true, occurredAt: world.at(1) }],
      'outsider',
    );
    assert.equal(receipt.rejected[0]?.code, 'unknown-item');
    assert.equal((await world.one(id)).supporters, 1);
  });

  test('are not taken over by somebody who sends another one under the same id', async () => {
    const world = await open();
    const id = await world.suggest('ana', 'Mine');
    await world.sendGood('mallory', {
      id,
      type: 'suggestion',
      collateralId: 'deck-42',
      body: 'Stolen',
      occurredAt: world.at(600),
    });
    const seen = await world.one(id, 'ben');
    assert.equal(seen.body, 'Mine');
    assert.equal((await world.list()).total, 1);
  });

  test('are told apart from replies, which say when the owner answered', async () => {
    const world = await open();
    const id = await world.suggest('ana', 'Add an ROI slide');
    await world.reply('ben', id, 'Yes please');
    await world.reply('paula', id, 'Working on it');
    const { replies, replyCount } = await world.one(id);
    assert.equal(replyCount, 2);
    assert.deepEqual(
      replies.map(({ body, fromOwner }) => [body, fromOwner]),
      [
        ['Yes please', false],
        ['Working on it', true],
      ],
    );
  });

  test('lose their words and keep their number when a person is erased', async () => {
    const world = await open();
    const id = await world.suggest('ana', 'My words');
    await world.vote('ben', id);
    await world.reply('ana', id, 'More words');
    await world.move('admin', id, { ...promise, reason: 'Words of an admin' });
    for (const as of ['ana', 'admin']) {
      const reply = await world.world.call('/v1/people/me', { as, method: 'DELETE' });
      assert.equal(reply.status, 200);
    }
    const seen = await world.one(id, 'ben');
    assert.deepEqual([seen.body, seen.author, seen.supporters], [null, null, 2]);
    assert.deepEqual(
      seen.replies.map(({ body, author }) => [body, author]),
      [[null, null]],
    );
    assert.deepEqual(
      seen.history.map(({ to, reason }) => [to, reason]),
      [['accepted', null]],
    );
    const kept = JSON.stringify([await world.world.facts(), await world.world.store.list('main', 'suggestions')]);
    assert.doesNotMatch(kept, /words|"actorId":"(ana|admin)"/i);
  });
});
