import assert from 'node:assert/strict';
import { test } from 'node:test';
import { now, onEveryStore } from '../handler.fixture.js';
import { SuggestionsWorld } from './suggestions-world.fixture.js';

const promise = { to: 'accepted', assignee: 'marketing', dueAt: '2026-05-20' };

onEveryStore('finding suggestions', (createStore) => {
  const open = (policy = {}): Promise<SuggestionsWorld> => new SuggestionsWorld(createStore(), { policy }).prepare();

  test('come in pages that neither repeat nor skip', async () => {
    const world = await open();
    for (let number = 0; number < 7; number += 1) await world.suggest(`p${number}`, `Idea ${number}`);
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await world.list('ana', `collateralId=deck-42&sort=newest&limit=3${cursor}`);
      seen.push(...page.suggestions.map(({ suggestionId }) => suggestionId));
      cursor = page.nextCursor === undefined ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    assert.equal(new Set(seen).size, 7);
    assert.equal(seen.length, 7);
  });

  test('that are like what is typed come first', async () => {
    const world = await open();
    await world.suggest('ana', 'Add customer quotes');
    const pricing = await world.suggest('ben', 'The pricing table is outdated');
    const { suggestions } = await world.list('cleo', 'collateralId=deck-42&similar=outdated%20pric');
    assert.deepEqual(
      suggestions.map(({ suggestionId }) => suggestionId),
      [pricing],
    );
  });

  test('without an item are requests, which become items', async () => {
    const world = await open();
    const id = await world.request('ana', 'A battlecard for pricing objections');
    assert.equal((await world.list('ben', '')).suggestions[0]?.kind, 'request');
    await world.move('admin', id, promise);
    const wrong = await world.refused('admin', id, 'transitions', {
      to: 'shipped',
      shippedVersion: 'nothing',
      expect: 1,
    });
    assert.equal(wrong.code, 'invalid-batch');
    await world.move('admin', id, { to: 'shipped', shippedVersion: 'sheet-7', reason: 'Here', expect: 1 });
    const shipped = await world.one(id, 'ana');
    for (const told of [shipped, shipped.history.at(-1)])
      assert.deepEqual([told?.shippedVersion, told?.shippedTitle], ['sheet-7', 'Data sheet']);
    const [notice] = await world.notices('ana');
    assert.deepEqual([notice?.collateralId, notice?.title, notice?.because], ['sheet-7', 'Data sheet', 'suggested']);
  });

  test('requests show what enough people searched for without finding it', async () => {
    const world = await open();
    for (const [index, person] of ['a', 'b', 'c', 'd', 'e'].entries())
      await world.sendGood(person, {
        id: world.id(),
        type: 'usage',
        action: 'search',
        query: index % 2 === 0 ? 'Pricing  objection' : 'pricing objection',
        results: 0,
      });
    await world.sendGood('a', { id: world.id(), type: 'usage', action: 'search', query: 'my salary', results: 0 });
    assert.deepEqual((await world.list('ana', '')).gaps, [{ query: 'pricing objection', searches: 5 }]);
  });

  test('wait in the inbox until somebody decides, and are overdue after their day', async () => {
    const world = await open();
    const waiting = await world.suggest('ana', 'Waits');
    const promised = await world.suggest('ben', 'Promised');
    const closed = await world.suggest('cleo', 'Declined');
    await world.move('paula', promised, { ...promise, dueAt: '2026-05-05' });
    await world.move('paula', closed, { to: 'declined' });
    const before = await world.inbox();
    assert.deepEqual([before.waiting, before.promised, before.overdue, before.waitingSince], [1, 1, 0, '2026-05-04']);
    assert.deepEqual(
      before.suggestions.map(({ suggestionId }) => suggestionId),
      [promised, waiting],
    );
    world.world.clock = now + 3 * 86_400_000;
    const after = await world.inbox('paula', '?state=overdue');
    assert.deepEqual(
      after.suggestions.map(({ suggestionId, overdueDays }) => [suggestionId, overdueDays]),
      [[promised, 2]],
    );
    assert.deepEqual(
      (await world.inbox('paula', '?state=closed')).suggestions.map(({ suggestionId }) => suggestionId),
      [closed],
    );
  });

  test('are answered with 304 while nothing changed', async () => {
    const world = await open();
    await world.suggest('ana', 'Add an ROI slide');
    const first = await world.world.call('/v1/suggestions?collateralId=deck-42');
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    assert.equal((await world.world.call('/v1/suggestions?collateralId=deck-42', { headers })).status, 304);
  });
});
