import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryStore } from '../handler.fixture.js';
import { daysAgo, InsightsWorld, people } from './insights-world.fixture.js';
import { ScorecardWorld } from './scorecard-world.fixture.js';

const ann = { id: 'ann', name: 'Ann' };

onEveryStore('figures of use of a company that has just begun', (createStore) => {
  test('are compared with nothing: days that nobody counted are not days without use', async () => {
    const world = new InsightsWorld(createStore());
    await world.items([{ id: 'deck', versions: [{ version: 'v1', publishedAt: daysAgo(400) }] }]);
    await world.view(...people(6, { item: 'deck', daysAgo: 20 }), ...people(6, { item: 'deck', daysAgo: 2 }));
    const firstDay = daysAgo(20).slice(0, 10);
    const { headlines, countedSince } = await world.overview();
    assert.equal(countedSince, firstDay);
    assert.deepEqual(
      headlines.map(({ id, metric, previous, change }) => [id, metric.value, previous, change]),
      [
        ['items-used', 1, null, null],
        ['views', 12, null, null],
        ['viewers', 6, null, null],
        ['rating', null, null, null],
        ['response-rate', 0, null, null],
      ],
    );
    const { views, viewsTrend } = await world.item('deck');
    assert.deepEqual([views.metric.value, views.previous, views.change], [12, null, null]);
    const page = await world.page('deck');
    for (const trend of [headlines[1]?.trend ?? [], page.viewsOverTime]) {
      const [known, unknown] = [
        trend.filter((point) => point.lastDay >= firstDay),
        trend.filter((point) => point.lastDay < firstDay),
      ];
      assert.ok(known.length > 0 && unknown.length > 0);
      for (const { value, state } of unknown) assert.deepEqual([value, state], [null, 'none']);
      for (const { value, state } of known) assert.deepEqual([typeof value, state], ['number', 'ok']);
      assert.deepEqual(
        viewsTrend,
        trend.map(({ value }) => value),
      );
    }
  });

  test('are compared as soon as every day of the period before was counted', async () => {
    const world = new InsightsWorld(createStore());
    await world.items([{ id: 'deck' }]);
    await world.view(...people(6, { item: 'deck', daysAgo: 59 }), ...people(6, { item: 'deck', daysAgo: 2 }));
    const changeOver = async (period: string): Promise<unknown> =>
      (await world.overview(`?period=${period}`)).headlines.map(({ change }) => change?.value ?? null).slice(0, 3);
    assert.deepEqual(await changeOver('last-30-days'), [0, 0, 0]);
    assert.deepEqual(await changeOver('last-90-days'), [null, null, null]);
  });

  test('say so while nothing was counted at all', async () => {
    const world = new InsightsWorld(createStore());
    await world.items([{ id: 'deck' }]);
    const overview = await world.overview();
    assert.ok(!('countedSince' in overview));
    for (const { change } of overview.headlines) assert.equal(change, null);
  });
});

onEveryStore('scorecards of a company that has just begun', (createStore) => {
  test('say of use neither that it improved from nothing, nor that a target was missed', async () => {
    const world = new ScorecardWorld(createStore()).on('01-02');
    const ids = Array.from({ length: 12 }, (_, index) => `deck-${index}`);
    await world.items(...ids.map((id) => ({ id, producer: ann })));
    const target = { measure: 'P1', subject: 'organisation', id: null, value: 0.9, owner: 'Sales', from: '2026-01-01' };
    await world.ok('PUT', '/v1/targets', 'admin', { ...target, until: null, expect: 0, reason: 'Agreed' });
    for (const id of ids.slice(0, 6)) await world.on('03-20').view('w1', 'west', id);
    for (const id of ids) await world.on('05-20').view('w1', 'west', id);
    world.on('07-03');
    const first = await world.measure('P1', '?period=2026-Q1');
    assert.deepEqual([first.metric.numerator, first.metric.denominator, first.verdict], [6, 12, 'not-enough-data']);
    const { countedSince, measures } = await world.scorecard('?period=2026-Q2');
    assert.equal(countedSince, '2026-03-20');
    const second = measures.find(({ id }) => id === 'P1');
    assert.deepEqual([second?.previous, second?.change, second?.words], [null, null, 'not-enough-data']);
    assert.deepEqual(
      second?.trend.map(({ value, state }) => [value, state]),
      [
        [null, 'none'],
        [null, 'none'],
        [null, 'none'],
        [1, 'ok'],
      ],
    );
    const compared = await world.comparison('?subject=producer&period=2026-Q2');
    const anns = compared.subjects[0]?.measures.find(({ id }) => id === 'P1');
    assert.deepEqual([compared.countedSince, anns?.previous, anns?.words], ['2026-03-20', null, 'not-enough-data']);
    const third = await world.on('10-03').measure('P1', '?period=2026-Q3');
    assert.deepEqual([third.previous?.value, third.words, third.verdict], [1, 'worse', 'missed']);
  });
});
