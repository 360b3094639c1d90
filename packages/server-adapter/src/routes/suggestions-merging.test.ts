import { lowRatingId } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { now, onEveryStore } from '../handler.fixture.js';
import { SuggestionsWorld } from './suggestions-world.fixture.js';

const outdated = lowRatingId({ collateralId: 'deck-42', version: 'v1', reason: 'outdated' });
const hourMs = 3_600_000;

onEveryStore('suggestions that belong together', (createStore) => {
  const open = (policy = {}): Promise<SuggestionsWorld> => new SuggestionsWorld(createStore(), { policy }).prepare();

  test('are merged: people behind both count once, and late votes on the duplicate reach the other', async () => {
    const world = await open();
    const target = await world.suggest('ana', 'New prices');
    const source = await world.suggest('ben', 'Prices are old');
    await world.vote('cleo', target);
    await world.vote('cleo', source);
    await world.done('paula', source, 'merge', { into: target });
    assert.deepEqual([(await world.one(target)).supporters, (await world.list()).total], [3, 1]);
    await world.vote('dan', source);
    const seen = await world.one(target, 'dan');
    assert.deepEqual([seen.supporters, seen.supported, seen.duplicates], [4, true, [source]]);
    const duplicate = await world.one(source);
    assert.deepEqual([duplicate.status, duplicate.duplicateOf, duplicate.may.vote], ['duplicate', target, false]);
    assert.equal(duplicate.related[0]?.suggestionId, target);
  });

  test('are told apart again when the merge is undone', async () => {
    const world = await open();
    const target = await world.suggest('ana', 'New prices');
    const source = await world.suggest('ben', 'Prices are old');
    await world.done('paula', source, 'merge', { into: target });
    const undo = { id: world.id(), expect: 1, reason: 'Not the same' };
    await world.done('paula', source, 'unmerge', undo);
    await world.done('paula', source, 'unmerge', undo);
    assert.deepEqual([(await world.one(target)).supporters, (await world.one(source)).status], [1, 'new']);
  });

  test('are merged over several steps and never into themselves', async () => {
    const world = await open();
    const [a, b, c] = [
      await world.suggest('ana', 'A'),
      await world.suggest('ben', 'B'),
      await world.suggest('cleo', 'C'),
    ];
    await world.done('paula', a, 'merge', { into: b });
    await world.done('paula', b, 'merge', { into: c });
    const seen = await world.one(c);
    assert.deepEqual([seen.supporters, new Set(seen.duplicates)], [3, new Set([a, b])]);
    for (const into of [a, b, c, world.id()])
      assert.equal((await world.refused('paula', c, 'merge', { into })).code, 'invalid-batch');
    const elsewhere = await world.suggest('dan', 'D', { collateralId: 'sheet-7' });
    assert.equal((await world.refused('admin', c, 'merge', { into: elsewhere })).code, 'invalid-batch');
  });

  test('are merged by one of two moderators who merge them into each other at once', async () => {
    const world = await open();
    const a = await world.suggest('ana', 'A');
    const b = await world.suggest('ben', 'B');
    const replies = await Promise.all([
      world.command('paula', a, 'merge', { into: b }),
      world.command('admin', b, 'merge', { into: a }),
    ]);
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 400]);
    assert.equal((await world.list()).total, 1);
  });

  test('are moved by one of many who move them at once', async () => {
    const world = await open();
    const id = await world.suggest('ana', 'A');
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        world.command(index % 2 === 0 ? 'paula' : 'admin', id, 'transitions', { to: 'declined', reason: `${index}` }),
      ),
    );
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409, 409, 409, 409, 409, 409, 409]);
    assert.equal((await world.one(id)).revision, 1);
  });

  test('all take their own step when many of one item are moved at once', async () => {
    const world = await open();
    const ids = await Promise.all(Array.from({ length: 8 }, (_, index) => world.suggest(`p${index}`, `Idea ${index}`)));
    await Promise.all(ids.map((id) => world.move('paula', id, { to: 'declined' })));
    const { suggestions } = await world.list('ana', 'collateralId=deck-42&status=declined');
    assert.equal(suggestions.length, 8);
  });

  test('low ratings reach the owner one by one where the rater wanted it, and make one suggestion', async () => {
    const world = await open();
    for (const person of ['ana', 'ben', 'cleo'])
      await world.rateLow(person, { tellOwner: true, comment: `Says ${person}` });
    await world.rateLow('dan');
    const [task] = (await world.inbox()).suggestions;
    assert.deepEqual(
      [task?.suggestionId, task?.kind, task?.reason, task?.supporters, task?.version, task?.body],
      [outdated, 'low-rating', 'outdated', 3, 'v1', null],
    );
    const { replies } = await world.one(outdated, 'paula');
    assert.deepEqual(replies.map(({ body }) => body).sort(), ['Says ana', 'Says ben', 'Says cleo']);
    assert.equal((await world.one(outdated, 'dan')).supported, true);
  });

  test('low ratings whose givers did not want to be told apart wait for the minimum group, then count in steps', async () => {
    const world = await open();
    for (const person of ['a', 'b', 'c', 'd']) await world.rateLow(person);
    assert.equal((await world.list()).total, 0);
    assert.equal((await world.world.call(`/v1/suggestions/${encodeURIComponent(outdated)}`)).status, 404);
    const counts: (number | undefined)[] = [];
    for (const person of ['e', 'f', 'g', 'h']) {
      await world.rateLow(person);
      counts.push((await world.list()).suggestions[0]?.supporters);
    }
    assert.deepEqual(counts, [5, 5, 5, 8]);
    assert.deepEqual((await world.one(outdated)).replies, []);
    assert.match((await world.one(outdated)).createdAt, /T00:00:00/);
  });

  test('a low rater who did not want to be told apart takes nobody away by voting too', async () => {
    const world = await open();
    for (const person of ['a', 'b', 'c', 'd', 'e']) await world.rateLow(person);
    await world.vote('a', outdated);
    assert.equal((await world.one(outdated)).supporters, 5);
    for (const person of ['b', 'c', 'd', 'e', 'f']) await world.vote(person, outdated);
    assert.equal((await world.one(outdated)).supporters, 6);
  });

  test('a low rating that is withdrawn or raised takes its vote back', async () => {
    const world = await open();
    for (const person of ['ana', 'ben', 'cleo']) await world.rateLow(person, { tellOwner: true });
    await world.sendGood('ana', { id: world.id(), type: 'rating-withdrawal', collateralId: 'deck-42', version: 'v1' });
    await world.rateLow('ben', { value: 4, reasons: [], occurredAt: world.at(1) });
    assert.equal((await world.one(outdated)).supporters, 1);
  });

  test('a low rating can be voted for, answered and merged like a suggestion, and each person counts once', async () => {
    const world = await open();
    await world.rateLow('ana', { tellOwner: true });
    await world.vote('ana', outdated);
    await world.vote('ben', outdated);
    await world.reply('paula', outdated, 'We know');
    const seen = await world.one(outdated);
    assert.deepEqual([seen.supporters, seen.replies.map(({ fromOwner }) => fromOwner)], [2, [true]]);
    const idea = await world.suggest('ana', 'New prices');
    await world.done('paula', outdated, 'merge', { into: idea });
    assert.equal((await world.one(idea)).supporters, 2);
  });

  test("a producer's own low rating makes no suggestion", async () => {
    const world = await open();
    await world.rateLow('paula', { tellOwner: true });
    assert.equal((await world.list()).total, 0);
  });

  test('are told to everybody who suggested, supported or rated low, once', async () => {
    const world = await open();
    await world.rateLow('ana', { tellOwner: true });
    await world.vote('ben', outdated);
    const same = await world.suggest('cleo', 'Prices are old');
    await world.done('paula', same, 'merge', { into: outdated });
    await world.rateLow('dan', { reasons: ['too-long'] });
    await world.ship(outdated);
    world.world.clock = now + hourMs;
    await world.vote('late', outdated, true, { occurredAt: world.at(1) });
    const because = await Promise.all(
      ['ana', 'ben', 'cleo', 'dan', 'late', 'paula', 'eve'].map(
        async (person) => (await world.notices(person))[0]?.because,
      ),
    );
    assert.deepEqual(because, ['rated', 'supported', 'suggested', 'rated', undefined, undefined, undefined]);
    const [notice] = await world.notices('ana');
    assert.deepEqual(
      [notice?.collateralId, notice?.version, notice?.reason, notice?.answer],
      ['deck-42', 'v2', 'outdated', 'Fixed in v2'],
    );
    await world.sendGood('ana', {
      id: world.id(),
      type: 'notice-response',
      noticeId: notice?.noticeId,
      suggestionId: notice?.suggestionId,
      answer: 'confirmed',
    });
    assert.deepEqual(await world.notices('ana'), []);
    await world.rateLow('ben', { version: 'v2', value: 4, reasons: [], occurredAt: world.at(1) });
    assert.deepEqual(await world.notices('ben'), [], 'who rated the new version has answered');
  });

  test('are told again when they were reopened and shipped again', async () => {
    const world = await open();
    const id = await world.suggest('ana', 'New prices');
    await world.ship(id);
    const [first] = await world.notices('ana');
    await world.sendGood('ana', {
      id: world.id(),
      type: 'notice-response',
      noticeId: first?.noticeId,
      answer: 'dismissed',
    });
    await world.ship(id);
    const [second] = await world.notices('ana');
    assert.notEqual(second?.noticeId, first?.noticeId);
    assert.ok(second);
  });

  test('say how the news was taken, where enough people were told', async () => {
    const world = await open();
    const id = await world.suggest('a', 'New prices');
    const few = await world.suggest('a', 'Fewer slides');
    for (const person of ['b', 'c', 'd', 'e']) await world.vote(person, id);
    await world.ship(id);
    await world.ship(few);
    for (const [person, answer] of [
      ['a', 'confirmed'],
      ['b', 'confirmed'],
      ['c', 'dismissed'],
    ] as const) {
      const notice = (await world.notices(person)).find(({ suggestionId }) => suggestionId === id);
      await world.sendGood(person, {
        id: world.id(),
        type: 'notice-response',
        noticeId: notice?.noticeId,
        suggestionId: id,
        answer,
      });
    }
    await world.rateLow('d', { version: 'v2', value: 4, reasons: [], occurredAt: world.at(0) });
    assert.deepEqual((await world.one(id)).loop, { told: 5, confirmed: 2, dismissed: 1, ratedAgain: 1 });
    assert.deepEqual((await world.one(few)).loop, { told: 1, confirmed: null, dismissed: null, ratedAgain: null });
  });

  test('name people as the policy says, and their team only when it is large enough', async () => {
    const named = await new SuggestionsWorld(createStore(), {
      policy: { commentIdentity: 'named' },
      namesOf: (_tenant, ids) => new Map(ids.filter((id) => id === 'ana').map((id) => [id, 'Ana Diaz'])),
    }).prepare();
    const put = { groups: [{ id: 'sales', name: 'Sales, EMEA', size: 12 }] };
    const headers = { 'content-type': 'application/json' };
    await named.world.call('/v1/groups', { method: 'PUT', as: 'admin', body: JSON.stringify(put), headers });
    const id = await named.suggest('ana', 'New prices');
    assert.deepEqual((await named.one(id, 'ben')).author, { name: 'Ana Diaz', team: 'Sales, EMEA', mine: false });
    assert.deepEqual((await named.list('ana')).you, { name: 'Ana Diaz', team: 'Sales, EMEA' });

    const world = await open();
    const one = await world.suggest('ana', 'New prices');
    const two = await world.suggest('ana', 'Fewer slides');
    const other = await world.suggest('ana', 'Elsewhere', { collateralId: 'sheet-7' });
    const names = await Promise.all([one, two, other].map(async (seen) => (await world.one(seen, 'ben')).author?.name));
    assert.match(names[0] ?? '', /^Colleague [A-Z2-9]{4}$/);
    assert.equal(names[0], names[1]);
    assert.notEqual(names[0], names[2], 'nobody is followed from item to item');
    assert.equal((await world.one(one, 'ben')).author?.team, null, 'nobody knows how large the team is');
  });

  test('wait, under an anonymous policy, for two other people or a day', async () => {
    const world = await open({ commentIdentity: 'anonymous' });
    const id = await world.suggest('ana', 'New prices', { occurredAt: world.at(30) });
    await world.suggest('ana', 'Fewer slides', { occurredAt: world.at(20) });
    await world.suggest('ben', 'More slides', { occurredAt: world.at(10) });
    assert.deepEqual(
      [(await world.list('ana')).total, (await world.list('ben')).total, (await world.list('cleo')).total],
      [2, 1, 0],
    );
    assert.equal((await world.world.call(`/v1/suggestions/${id}`, { as: 'cleo' })).status, 404);
    await world.suggest('dan', 'No slides', { occurredAt: world.at(5) });
    const { suggestions } = await world.list('cleo');
    assert.deepEqual([suggestions.length, new Set(suggestions.map(({ createdAt }) => createdAt)).size], [4, 1]);
    assert.deepEqual((await world.one(id, 'cleo')).author, { name: null, team: null, mine: false });
    await world.reply('ben', id, 'Not seen yet');
    assert.deepEqual(
      [(await world.one(id, 'cleo')).replyCount, (await world.list('cleo')).suggestions.at(-1)?.replyCount],
      [0, 0],
    );
    assert.equal((await world.one(id, 'ben')).replyCount, 1);
    world.world.clock = now + hourMs;
    const late = await world.suggest('eve', 'Written before all others, offline', { occurredAt: world.at(300) });
    assert.equal((await world.list('cleo')).total, 4, 'and changes nothing of what others can read');
    world.world.clock = now + 25 * hourMs;
    assert.equal((await world.one(late, 'cleo')).createdAt, '2026-05-05T11:00:00.000Z');
  });
});
