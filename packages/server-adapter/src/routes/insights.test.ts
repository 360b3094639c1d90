import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryStore } from '../handler.fixture.js';
import { daysAgo, InsightsWorld, people, ratings } from './insights-world.fixture.js';

const marketing = { id: 'marketing', name: 'Product marketing' };

onEveryStore('figures of use', (createStore) => {
  test('are none where nothing has happened, and nothing breaks', async () => {
    const world = new InsightsWorld(createStore());
    const { headlines, lists, quality } = await world.overview();
    assert.deepEqual(
      headlines.map(({ id, metric }) => [id, metric.state, metric.value]),
      [
        ['items-used', 'none', null],
        ['views', 'ok', 0],
        ['viewers', 'ok', 0],
        ['rating', 'none', null],
        ['response-rate', 'none', null],
      ],
    );
    assert.deepEqual(
      lists.map(({ total }) => total),
      [0, 0, 0, 0],
    );
    assert.equal(quality.uncatalogued, 0);
    assert.equal((await world.list()).total, 0);
  });

  test('tell used, unused, never used, new and retired items apart, with the audience as denominator', async () => {
    const world = new InsightsWorld(createStore());
    const versions = [{ version: 'v1', publishedAt: daysAgo(400) }];
    await world.items([
      { id: 'used', versions },
      { id: 'unused', versions },
      { id: 'never', versions },
      { id: 'new', versions: [{ version: 'v1', publishedAt: daysAgo(10) }] },
      { id: 'retired', versions, retiredAt: daysAgo(20) },
      { id: 'for-nobody', versions, audience: [] },
      { id: 'future', versions: [{ version: 'v1', publishedAt: daysAgo(-10) }] },
    ]);
    await world.view(
      { who: 'ana', item: 'used', daysAgo: 3 },
      { who: 'ana', item: 'unused', daysAgo: 120 },
      { who: 'ana', item: 'retired', daysAgo: 30 },
      { who: 'pia', item: 'never', daysAgo: 2, activeMs: 2_900 },
    );
    const { items, total } = await world.list('?sort=title');
    assert.equal(total, 6);
    assert.deepEqual(Object.fromEntries(items.map(({ collateralId, use }) => [collateralId, use])), {
      used: 'used',
      unused: 'unused',
      never: 'never-used',
      new: 'new',
      retired: 'retired',
      'for-nobody': 'never-used',
    });
    const { metric } = (await world.overview()).headlines[0] ?? {};
    assert.deepEqual([metric?.numerator, metric?.denominator], [1, 3]);
    assert.deepEqual(metric?.excluded, [
      { reason: 'new', count: 1 },
      { reason: 'retired', count: 1 },
      { reason: 'no-audience', count: 1 },
    ]);
    for (const state of ['used', 'unused', 'never-used', 'new', 'retired'])
      for (const { use } of (await world.list(`?state=${state}`)).items) assert.equal(use, state);
  });

  test('count views, viewers and reach, and leave the producer out', async () => {
    const world = new InsightsWorld(createStore());
    await world.groups([{ id: 'sales', name: 'Sales', size: 40 }]);
    await world.items([{ id: 'deck', producer: marketing, audience: ['sales'] }]);
    await world.view(
      ...people(6, { item: 'deck', team: 'sales', daysAgo: 5 }),
      ...people(2, { item: 'deck', team: 'sales', daysAgo: 4 }),
      ...people(4, { item: 'deck', team: 'sales', daysAgo: 100 }),
      { who: 'paula', item: 'deck', daysAgo: 5, producerIds: ['marketing'] },
      { who: 'sales-0', item: 'deck', team: 'sales', daysAgo: 200 },
    );
    const { views, viewers, reach, responseRate, lastUsedOn } = await world.item('deck');
    assert.deepEqual([views.metric.value, views.previous?.value, views.change?.value], [8, 4, 4]);
    assert.deepEqual(views.metric.excluded, [{ reason: 'own-use', count: 1 }]);
    assert.deepEqual([viewers.value, reach.numerator, reach.denominator], [6, 6, 40]);
    assert.deepEqual([responseRate.value, responseRate.denominator], [0, 6]);
    assert.equal(lastUsedOn, '2026-04-30');
    const { headlines } = await world.overview();
    assert.deepEqual(
      headlines.slice(1, 3).map(({ metric, previous }) => [metric.value, previous?.value]),
      [
        [8, 4],
        [6, null],
      ],
    );
    assert.equal(
      headlines[1]?.trend.reduce((sum, { value }) => sum + (value ?? 0), 0),
      8,
    );
  });

  test('show each item in one page and the same in the next, whatever the order', async () => {
    const world = new InsightsWorld(createStore());
    await world.items(Array.from({ length: 23 }, (_, index) => ({ id: `item-${index}`, title: `Title ${index % 5}` })));
    await world.view(
      ...Array.from({ length: 40 }, (_, index) => ({
        who: `p${index}`,
        item: `item-${index % 9}`,
        daysAgo: index % 30,
      })),
    );
    for (const sort of [
      'views',
      '-views',
      'viewers',
      'rating',
      '-rating',
      'response-rate',
      'title',
      '-title',
      'last-used',
      '-review-by',
    ]) {
      const whole = (await world.list(`?sort=${sort}`)).items.map(({ collateralId }) => collateralId);
      assert.equal(whole.length, 23);
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await world.list(`?sort=${sort}&limit=4${cursor === undefined ? '' : `&cursor=${cursor}`}`);
        assert.equal(page.total, 23);
        paged.push(...page.items.map(({ collateralId }) => collateralId));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      assert.deepEqual(paged, whole, sort);
    }
    const views = (await world.list()).items.map((item) => item.views.metric.value ?? 0);
    assert.deepEqual(
      views,
      views.toSorted((one, other) => other - one),
    );
  });

  test('narrow by kind, producer, tag, words and state, all at once', async () => {
    const world = new InsightsWorld(createStore());
    await world.items([
      { id: 'a', title: 'Pricing deck', kind: 'deck', producer: marketing, tags: ['price'] },
      { id: 'b', title: 'Pricing video', kind: 'video', producer: marketing, tags: ['price'] },
      { id: 'c', title: 'Security deck', kind: 'deck', tags: ['safe'] },
    ]);
    const ids = async (query: string): Promise<string> =>
      (await world.list(query)).items.map(({ collateralId }) => collateralId).join('');
    assert.equal(await ids('?kind=deck'), 'ac');
    assert.equal(await ids('?producer=marketing'), 'ab');
    assert.equal(await ids('?tag=safe'), 'c');
    assert.equal(await ids('?search=DECK%20pri'), 'a');
    assert.equal(await ids('?state=orphaned'), 'c');
    assert.equal(await ids('?state=early&kind=video&producer=marketing'), 'b');
    assert.deepEqual((await world.overview()).choices, {
      kinds: ['deck', 'video'],
      producers: [marketing],
      teams: [],
      tags: ['price', 'safe'],
    });
    assert.equal((await world.quadrant('?kind=deck')).early.length, 2);
  });

  test('list stale items by the views since their review date', async () => {
    const world = new InsightsWorld(createStore());
    const day = (count: number): string => daysAgo(count).slice(0, 10);
    await world.items([
      { id: 'long-stale', reviewBy: day(200) },
      { id: 'just-stale', reviewBy: day(10) },
      { id: 'fresh', reviewBy: day(-10) },
      { id: 'undated' },
    ]);
    await world.view(
      { who: 'a', item: 'long-stale', daysAgo: 60 },
      { who: 'a', item: 'long-stale', daysAgo: 59 },
      ...people(5, { item: 'just-stale', daysAgo: 50 }),
      { who: 'a', item: 'just-stale', daysAgo: 3 },
      { who: 'a', item: 'fresh', daysAgo: 3 },
    );
    const { lists, stale } = await world.overview();
    const list = lists.find(({ id }) => id === 'stale');
    assert.deepEqual(
      list?.items.map((item) => [item.collateralId, item.viewsSinceReview]),
      [
        ['long-stale', 2],
        ['just-stale', 1],
      ],
    );
    assert.deepEqual(
      [stale.numerator, stale.denominator, stale.excluded],
      [2, 3, [{ reason: 'no-review-date', count: 1 }]],
    );
  });

  test('of one item tell actions, active time, teams and use before rating', async () => {
    const world = new InsightsWorld(createStore());
    await world.groups([{ id: 'west', name: 'West' }]);
    await world.items([{ id: 'deck', versions: [{ version: 'v1', publishedAt: daysAgo(300) }] }]);
    const use = { item: 'deck', daysAgo: 5 };
    await world.view(
      ...people(7, { ...use, team: 'west' }),
      ...people(3, { ...use, team: 'east' }),
      ...people(2, { ...use, team: 'north' }),
    );
    await world.rate(
      ...ratings([4, 4, 5, 5, 3, 4], { ...use, team: 'west', daysAgo: 4 }),
      ...ratings([2], { ...use, team: 'south', daysAgo: 4 }),
    );
    await world.act('download', ...people(4, use));
    await world.act('completion', ...people(2, use));
    const page = await world.page('deck');
    assert.deepEqual([page.downloads.value, page.shares.value, page.completions.value], [4, 0, 2]);
    assert.equal(page.activeMsPerView.value, 12_000);
    assert.deepEqual([page.afterUse.numerator, page.afterUse.denominator], [6, 7]);
    assert.deepEqual(
      page.teams.map(({ team, name, viewers }) => [team, name, viewers.value]),
      [
        ['west', 'West', 7],
        [null, null, 5],
      ],
    );
    assert.equal(
      page.viewsOverTime.reduce((sum, { value }) => sum + (value ?? 0), 0),
      12,
    );
  });

  test('of each version tell its own use, and its people where that tells about nobody else', async () => {
    const world = new InsightsWorld(createStore());
    await world.items([
      {
        id: 'deck',
        versions: [
          { version: 'v1', publishedAt: daysAgo(300) },
          { version: 'v2', publishedAt: daysAgo(30) },
          { version: 'v3', publishedAt: daysAgo(2) },
        ],
      },
    ]);
    const others = Array.from({ length: 9 }, (_, index) => ({ who: `other-${index}`, item: 'deck' }));
    await world.view(
      ...people(8, { item: 'deck', version: 'v1', daysAgo: 60 }),
      ...others.map((use) => ({ ...use, version: 'v2', daysAgo: 20, activeMs: 20_000 })),
      { who: 'person-0', item: 'deck', version: 'v1', daysAgo: 59 },
    );
    await world.act('download', ...others.slice(0, 3).map((use) => ({ ...use, version: 'v2', daysAgo: 19 })));
    const told = (await world.page('deck')).versionUse;
    assert.deepEqual(
      told.map(({ version, views, viewers, activeMsPerView, downloads, shares }) => [
        version,
        views.value,
        viewers.value,
        activeMsPerView.value,
        downloads.value,
        shares.value,
      ]),
      [
        ['v1', 9, 8, 12_000, 0, 0],
        ['v2', 9, 9, 20_000, 3, 0],
        ['v3', 0, null, null, 0, 0],
      ],
    );
    assert.deepEqual([told[2]?.viewers.state, told[2]?.activeMsPerView.state], ['none', 'none']);
    const year = (await world.page('deck', '?period=last-365-days')).versionUse;
    assert.deepEqual(
      year.map(({ views, viewers }) => [views.value, viewers.state]),
      [
        [9, 'hidden'],
        [9, 'hidden'],
        [0, 'none'],
      ],
    );
    // Three of the first ones look at the second version too: how many did both would be a figure about three.
    await world.view(...people(3, { item: 'deck', version: 'v2', daysAgo: 10 }));
    const both = (await world.page('deck')).versionUse;
    assert.deepEqual(
      both.map(({ viewers }) => viewers.value ?? viewers.state),
      ['hidden', 12, 'none'],
    );
  });
});
