import { lowRatingId, type SuggestionDetail } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryStore } from '../handler.fixture.js';
import type { NoticeNews } from '../hooks/news.js';
import { SuggestionsWorld } from './suggestions-world.fixture.js';

const minuteMs = 60_000;

onEveryStore('news of what was shipped', (createStore) => {
  test('comes once for a version to who only rated low, however much was shipped in it', async () => {
    const told: NoticeNews[] = [];
    const world = await new SuggestionsWorld(createStore(), { onNotice: (news) => told.push(news) }).prepare();
    const older = await world.suggest('ana', 'New prices');
    const newer = await world.suggest('ben', 'Fewer slides');
    await world.rateLow('cleo', { reasons: [] });
    const ship = async (id: string): Promise<SuggestionDetail> => {
      world.world.clock += minuteMs;
      return world.ship(id);
    };
    await ship(newer);
    const [notice, ...more] = await world.notices('cleo');
    assert.deepEqual([notice?.suggestionId, more], [newer, []]);
    await world.sendGood('cleo', {
      id: world.id(),
      type: 'notice-response',
      noticeId: notice?.noticeId,
      answer: 'dismissed',
    });
    await ship(older);
    assert.deepEqual(await world.notices('cleo'), []);
    const { revision } = await world.one(newer, 'paula');
    const again = { to: 'accepted', assignee: 'marketing', dueAt: '2026-05-20', expect: revision };
    await world.move('paula', newer, again);
    assert.deepEqual(await world.notices('cleo'), [], 'also when what she was told of is opened again');
    await world.world.handler.close();
    assert.deepEqual(
      told.map(({ actorIds }) => actorIds).toSorted((one, other) => other.length - one.length),
      [['ben', 'cleo'], ['ana']],
    );
  });

  test("comes neither to a producer's own low rating nor to a rating of what was shipped", async () => {
    const world = await new SuggestionsWorld(createStore()).prepare();
    const id = await world.suggest('ana', 'New prices');
    await world.rateLow('paula', { reasons: [] });
    await world.rateLow('ben', { reasons: [], version: 'v2' });
    await world.ship(id, 'v2', 'admin');
    assert.deepEqual([await world.notices('paula'), await world.notices('ben')], [[], []]);
  });

  test('asks the store as often for a person who voted for thousands as for one who voted once', async () => {
    const store = createStore();
    let asked = 0;
    const counting = new Proxy(store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        asked += name === 'aggregate' || name === 'get' || name === 'getMany' || name === 'read' ? 1 : 0;
        return value.bind(target) as unknown;
      },
    });
    const world = await new SuggestionsWorld(counting).prepare();
    const sheet = lowRatingId({ collateralId: 'sheet-7', version: null, reason: 'outdated' });
    await world.vote('ana', sheet);
    asked = 0;
    await world.notices('ana');
    const before = asked;
    for (let number = 0; number < 100; number += 1)
      await world.vote('ana', lowRatingId({ collateralId: `made-up-${number}`, version: null, reason: 'outdated' }));
    asked = 0;
    await world.notices('ana');
    const canReadMany = store.capabilities?.getMany === true;
    assert.ok(asked <= before + (canReadMany ? 0 : 100), `${asked} questions instead of ${before}`);
  });
});
