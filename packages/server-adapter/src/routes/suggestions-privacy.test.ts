import { lowRatingId } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { now, onEveryStore } from '../handler.fixture.js';
import { SuggestionsWorld } from './suggestions-world.fixture.js';

const outdated = lowRatingId({ collateralId: 'deck-42', version: 'v1', reason: 'outdated' });
const hourMs = 3_600_000;

onEveryStore('what suggestions tell of people', (createStore) => {
  const anonymous = (): Promise<SuggestionsWorld> =>
    new SuggestionsWorld(createStore(), { policy: { commentIdentity: 'anonymous' } }).prepare();

  test('reasons sent to the owner are read by the owner and by nobody else, without a name', async () => {
    const world = await new SuggestionsWorld(createStore(), {
      policy: { commentIdentity: 'named' },
      namesOf: (_tenant, ids) => new Map(ids.map((id) => [id, `Name of ${id}`])),
    }).prepare();
    await world.rateLow('ana', { tellOwner: true, comment: 'Prices of last year' });
    await world.reply('ben', outdated, 'Same here');
    const read = async (as: string): Promise<unknown> => {
      const { replies, replyCount } = await world.one(outdated, as);
      const [listed] = (await world.list(as)).suggestions;
      return [replies.map(({ body, author }) => [body, author?.name]), replyCount, listed?.replyCount];
    };
    const [comment, reply] = [
      ['Prices of last year', null],
      ['Same here', 'Name of ben'],
    ];
    assert.deepEqual(await read('paula'), [[comment, reply], 2, 2]);
    assert.deepEqual(await read('ana'), [[comment, reply], 2, 2]);
    assert.deepEqual(await read('cleo'), [[reply], 1, 1]);
  });

  test('anonymous posts tell nowhere when they were written', async () => {
    const world = await anonymous();
    for (const [index, person] of ['ana', 'ben', 'cleo', 'dan'].entries())
      await world.suggest(person, 'New prices', { occurredAt: new Date(now - (index + 1) * 7_654_321).toISOString() });
    const id = (await world.list('eve')).suggestions[0]?.suggestionId ?? '';
    world.world.clock += hourMs;
    await world.reply('fay', id, 'Waits for company');
    const times = new Set<string>();
    for (const sort of ['supporters', 'newest', 'changed', 'due']) {
      const { suggestions, nextCursor } = await world.list('eve', `collateralId=deck-42&limit=1&sort=${sort}`);
      for (const { createdAt, changedAt } of suggestions) times.add(createdAt).add(changedAt);
      const cursor = atob((nextCursor ?? '').replaceAll('-', '+').replaceAll('_', '/'));
      for (const [, time] of cursor.matchAll(/-(\d{13})/g)) times.add(new Date(Number(time)).toISOString());
      for (const [time] of cursor.matchAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)) times.add(time);
    }
    assert.deepEqual([...times], [new Date(now).toISOString()], 'the moment they were released');
  });

  test('anonymous posts stay readable when one they were released with is taken back', async () => {
    const world = await anonymous();
    const ids = [];
    for (const person of ['ana', 'ben', 'cleo']) ids.push(await world.suggest(person, 'New prices'));
    assert.equal((await world.list('dan')).total, 3);
    await world.sendGood('cleo', { id: world.id(), type: 'suggestion-withdrawal', suggestionId: ids[2] });
    assert.equal((await world.list('dan')).total, 2);
  });

  test('an item a request became does not exist for whoever may not see it', async () => {
    const world = await new SuggestionsWorld(createStore()).prepare();
    const id = await world.request('outsider', 'A deck about secrets');
    await world.ship(id, 'secret-1', 'admin');
    const seen = await world.one(id, 'outsider');
    assert.equal(seen.status, 'shipped');
    const [listed] = (await world.list('outsider', 'sort=newest')).suggestions;
    for (const told of [seen, listed, ...seen.history])
      assert.deepEqual([told?.shippedVersion ?? null, told?.shippedTitle ?? null], [null, null]);
    assert.equal((await world.one(id, 'ana')).shippedVersion, 'secret-1');
  });
});
