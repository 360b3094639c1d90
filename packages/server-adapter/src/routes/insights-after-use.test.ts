import type { InsightsItem } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryStore, problem } from '../handler.fixture.js';
import type { Store } from '../store/store.js';
import { daysAgo, InsightsWorld, people, ratings } from './insights-world.fixture.js';

const versions = [
  { version: 'v1', publishedAt: daysAgo(300) },
  { version: 'v2', publishedAt: daysAgo(80) },
];

/** Eight people used the deck and think well of it, seven did not and don't; nobody else rated anything. */
async function split(store: Store): Promise<InsightsWorld> {
  const world = new InsightsWorld(store);
  await world.items([
    { id: 'deck', versions },
    { id: 'other', versions },
  ]);
  const use = { item: 'deck', version: 'v2', team: 'west', daysAgo: 20 };
  await world.view(...people(8, use), ...people(3, { ...use, item: 'other' }));
  await world.rate(...ratings([5, 5, 5, 5, 5, 4, 5, 5], { ...use, daysAgo: 19 }));
  await world.rate(...ratings([1, 1, 2, 1, 1, 2, 1], { ...use, team: 'east', daysAgo: 19 }));
  return world;
}

const counts = (page: InsightsItem): readonly unknown[] => [
  page.item.rating.state,
  page.item.rating.n,
  page.item.distribution,
];

onEveryStore('the filter "after use only"', (createStore) => {
  test('narrows scores, distributions, versions and states to ratings after use, and leaves use as it is', async () => {
    const world = await split(createStore());
    const [all, narrowed] = [await world.item('deck'), await world.item('deck', '?afterUse=true')];
    assert.deepEqual([all.rating.n, all.distribution], [15, [5, 2, 0, 1, 7]]);
    assert.deepEqual([narrowed.rating.n, narrowed.distribution], [8, [0, 0, 0, 1, 7]]);
    assert.deepEqual(narrowed.rating.excluded, [{ reason: 'without-use', count: 7 }]);
    assert.ok((narrowed.rating.value ?? 0) > (all.rating.value ?? 5));
    assert.deepEqual([all.quadrant, narrowed.quadrant], ['fix-first', 'workhorse']);
    assert.deepEqual([narrowed.views, narrowed.viewers, narrowed.reach], [all.views, all.viewers, all.reach]);
    assert.deepEqual(narrowed.responseRate, all.responseRate);
    const page = await world.page('deck', '?afterUse=true');
    assert.deepEqual(page.item.rating, narrowed.rating);
    assert.deepEqual(
      page.versions.map(({ version, distribution }) => [version, distribution]),
      [
        ['v1', null],
        ['v2', [0, 0, 0, 1, 7]],
      ],
    );
    assert.equal(page.filter.afterUse, true);
  });

  test('holds on the overview, in lists by state and order, in the quadrant and in what is exported', async () => {
    const world = await split(createStore());
    const fixFirst = async (query: string): Promise<number | undefined> =>
      (await world.overview(query)).lists.find(({ id }) => id === 'fix-first')?.total;
    assert.deepEqual([await fixFirst(''), await fixFirst('?afterUse=true')], [1, 0]);
    const [whole, narrowed] = [await world.overview(), await world.overview('?afterUse=true')];
    const ratingOf = ({ headlines }: typeof whole): unknown => headlines.find(({ id }) => id === 'rating')?.metric.n;
    assert.deepEqual([ratingOf(whole), ratingOf(narrowed)], [15, 8]);
    assert.equal(narrowed.headlines.find(({ id }) => id === 'rating')?.change, null);
    assert.deepEqual(
      narrowed.headlines.filter(({ id }) => id !== 'rating'),
      whole.headlines.filter(({ id }) => id !== 'rating'),
    );
    const ids = async (query: string): Promise<string> =>
      (await world.list(query)).items.map(({ collateralId }) => collateralId).join(' ');
    assert.deepEqual([await ids('?state=fix-first'), await ids('?state=fix-first&afterUse=true')], ['deck', '']);
    const { points } = await world.quadrant('?afterUse=true');
    assert.deepEqual(
      points.map(({ collateralId, quadrant, rating }) => [collateralId, quadrant, rating.n]),
      [['deck', 'workhorse', 8]],
    );
    const file = await world.world.call('/v1/insights/items.csv?afterUse=true&search=deck', { as: 'boss' });
    assert.match(file.headers.get('content-disposition') ?? '', /collateral-items-after-use\.csv/);
    const csv = await file.text();
    assert.match(csv, /,8,/);
    assert.doesNotMatch(csv, /,15,/);
  });

  test('is the same as without it while everybody had used the item, months included', async () => {
    const world = new InsightsWorld(createStore());
    await world.items([{ id: 'deck', versions }]);
    const use = { item: 'deck', version: 'v2', daysAgo: 20 };
    await world.view(...people(6, use));
    await world.rate(...ratings([5, 4, 5, 4, 5, 3], { ...use, daysAgo: 19 }));
    const [all, narrowed] = [await world.page('deck'), await world.page('deck', '?afterUse=true')];
    assert.deepEqual(counts(narrowed), ['ok', 6, [0, 0, 1, 2, 3]]);
    assert.deepEqual(narrowed.ratingOverTime, all.ratingOverTime);
    assert.equal(narrowed.ratingOverTime.filter(({ state }) => state === 'ok').length, 1);
  });

  test('says none where nobody had used the item, and hides a month of which only some had', async () => {
    const world = new InsightsWorld(createStore());
    await world.items([{ id: 'deck', versions }]);
    await world.rate(...ratings([5, 4, 5, 4, 5, 3], { item: 'deck', version: 'v1', daysAgo: 19 }));
    const none = await world.page('deck', '?afterUse=true&version=v1');
    assert.deepEqual(counts(none), ['none', 0, null]);
    assert.deepEqual(none.item.rating.excluded, [{ reason: 'without-use', count: 6 }]);
    const mixed = await (await split(createStore())).page('deck', '?afterUse=true');
    assert.deepEqual([...new Set(mixed.ratingOverTime.map(({ state }) => state))].toSorted(), ['hidden', 'none']);
  });

  test('hides what would tell of fewer than the minimum, on either side', async () => {
    for (const [used, unused] of [
      [11, 2],
      [2, 11],
      [4, 0],
    ] as const) {
      const world = new InsightsWorld(createStore());
      await world.items([{ id: 'deck', versions }]);
      const use = { item: 'deck', version: 'v2', team: 'west', daysAgo: 20 };
      await world.view(...people(used, use));
      await world.rate(...ratings(Array(used).fill(4), { ...use, daysAgo: 19 }));
      await world.rate(...ratings(Array(unused).fill(2), { ...use, team: 'east', daysAgo: 19 }));
      assert.deepEqual(counts(await world.page('deck', '?afterUse=true')), ['hidden', null, null], `${used} ${unused}`);
    }
  });

  test('keeps what was told until enough of both sorts came, and says how many are not shown yet', async () => {
    const world = await split(createStore());
    await world.page('deck');
    const use = { item: 'deck', version: 'v2', daysAgo: 10 };
    const more = async (who: string, used: number, unused: number): Promise<InsightsItem> => {
      await world.view(...people(used, { ...use, team: `${who}-used` }));
      await world.rate(
        ...ratings(Array(used).fill(4), { ...use, team: `${who}-used`, daysAgo: 9 }),
        ...ratings(Array(unused).fill(1), { ...use, team: `${who}-not`, daysAgo: 9 }),
      );
      await world.page('deck');
      return world.page('deck', '?afterUse=true');
    };
    const once = await more('first', 2, 1);
    assert.deepEqual(counts(once), ['ok', 8, [0, 0, 0, 1, 7]]);
    assert.deepEqual(once.item.rating.excluded, [
      { reason: 'without-use', count: 8 },
      { reason: 'not-told-apart', count: 2 },
    ]);
    assert.deepEqual(counts(await more('second', 5, 4)), ['ok', 15, [0, 0, 0, 8, 7]]);
  });

  test('tells the rating of another version of an item where one is named, and keeps items of a version in lists', async () => {
    const world = await split(createStore());
    await world.rate(...ratings([3, 3, 3, 3, 3, 3], { item: 'deck', version: 'v1', daysAgo: 40 }));
    const page = await world.page('deck', '?version=v1');
    assert.deepEqual([page.item.version, page.item.publishedAt], ['v1', versions[0]?.publishedAt]);
    assert.deepEqual([page.item.distribution, page.item.quadrant], [[0, 0, 6, 0, 0], null]);
    assert.deepEqual([page.afterUse.numerator, page.afterUse.denominator], [0, 6]);
    await world.items([{ id: 'old', versions: [{ version: '2024', publishedAt: daysAgo(400) }] }]);
    const ids = (await world.list('?version=2024')).items.map(({ collateralId }) => collateralId);
    assert.deepEqual(ids, ['old']);
    const missing = await problem(await world.world.call('/v1/insights/items/deck?version=v9', { as: 'boss' }));
    assert.deepEqual([missing.status, missing.code], [404, 'not-found']);
  });
});
