import type { InsightsItem } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { problem } from '../handler.fixture.js';
import { createMemoryStore } from '../store/memory-store.js';
import { InsightsWorld, people } from './insights-world.fixture.js';

describe('the insights routes', () => {
  const refusals: readonly [query: string, about: RegExp][] = [
    ['?period=last-7-days', /last-90-days/],
    ['?teams=west', /no parameter "teams"/],
    ['?kind=deck&kind=video', /given once/],
    ['?kind=', /kind must be/],
    ['?sort=popularity', /sort must be one of views/],
    ['?state=good', /state must be one of used/],
    ['?afterUse=false', /afterUse must be true or left out/],
    ['?afterUse=1', /afterUse must be true/],
    ['?limit=0', /limit must be/],
    ['?limit=201', /limit must be/],
    ['?cursor=%F0%9F', /cursor must be/],
    ['?cursor=bm8', /cursor must be/],
    ['?team=west&period=last-30-days', /period must be last-90-days/],
    [`?search=${'x'.repeat(201)}`, /search must be/],
  ];
  for (const [query, about] of refusals) {
    test(`refuse ${query.slice(0, 40)} and say what to do`, async () => {
      const { world } = new InsightsWorld(createMemoryStore());
      const { status, code, detail } = await problem(await world.call(`/v1/insights/items${query}`, { as: 'boss' }));
      assert.deepEqual([status, code], [400, 'invalid-query']);
      assert.match(detail, about);
    });
  }

  test('refuse the cursor of another order', async () => {
    const world = new InsightsWorld(createMemoryStore());
    await world.items([{ id: 'a' }, { id: 'b' }]);
    const { nextCursor } = await world.list('?limit=1&sort=title');
    const { code } = await problem(
      await world.world.call(`/v1/insights/items?limit=1&cursor=${nextCursor}`, { as: 'boss' }),
    );
    assert.equal(code, 'invalid-query');
  });

  test('answer 304 to who already has the figures, and not after something changed', async () => {
    const world = new InsightsWorld(createMemoryStore());
    await world.items([{ id: 'a' }]);
    const first = await world.world.call('/v1/insights/overview', { as: 'boss' });
    const tag = first.headers.get('etag') ?? '';
    assert.match(tag, /^"[0-9a-f]{32}"$/);
    assert.equal(first.headers.get('cache-control'), 'private, no-cache');
    world.world.clock += 60_000;
    const ask = (): Promise<Response> =>
      world.world.call('/v1/insights/overview', { as: 'boss', headers: { 'if-none-match': `W/"x", ${tag}` } });
    const again = await ask();
    assert.deepEqual([again.status, await again.text()], [304, '']);
    await world.view({ who: 'ana', item: 'a', daysAgo: 1 });
    assert.equal((await ask()).status, 200);
  });

  test('change, tag and figures, when something late arrives for a month that is over', async () => {
    const world = new InsightsWorld(createMemoryStore());
    await world.items([{ id: 'a' }]);
    await world.view(...people(6, { item: 'a', daysAgo: 40 }));
    const query = '/v1/insights/items/a?period=last-90-days';
    const ask = (tag = ''): Promise<Response> =>
      world.world.call(query, { as: 'boss', headers: { 'if-none-match': tag } });
    const first = await ask();
    const tag = first.headers.get('etag') ?? '';
    assert.equal((await ask(tag)).status, 304);
    const before = (await first.json()) as InsightsItem;
    await world.view({ who: 'late', item: 'a', daysAgo: 70 });
    world.world.clock += 60_000;
    const second = await ask(tag);
    assert.equal(second.status, 200);
    assert.notEqual(second.headers.get('etag'), tag);
    const after = (await second.json()) as InsightsItem;
    assert.deepEqual([before.item.views.metric.value, after.item.views.metric.value], [6, 7]);
  });

  test('give the numbers of the screen as CSV, all items, formulas disarmed', async () => {
    const world = new InsightsWorld(createMemoryStore());
    await world.items(
      Array.from({ length: 450 }, (_, index) => ({
        id: `item-${index}`,
        title: index === 7 ? '=1+1, "quoted"' : `Title ${index}`,
      })),
    );
    await world.view(...people(6, { item: 'item-7', daysAgo: 3 }), { who: 'person-0', item: 'item-8', daysAgo: 2 });
    const reply = await world.world.call('/v1/insights/items.csv', { as: 'boss' });
    assert.match(reply.headers.get('content-disposition') ?? '', /collateral-items\.csv/);
    const lines = (await reply.text()).split('\r\n');
    assert.equal(lines.length, 452);
    assert.match(lines[0] ?? '', /^id,title,kind,producer,version,use,quadrant,views,/);
    assert.match(lines[1] ?? '', /^item-7,"'=1\+1, ""quoted""",deck,,,used,,6,none,6,none,none,/);
    assert.match(lines[2] ?? '', /^item-8,Title 8,deck,,,used,,1,none,hidden,/);
  });

  test('count days in the time zone of the policy', async () => {
    const world = new InsightsWorld(createMemoryStore(), { timeZone: 'Pacific/Auckland' });
    const { window } = await world.overview('?period=last-30-days');
    // It is already 22:00 there, and the month before had the change to winter time.
    assert.deepEqual(window, {
      period: 'last-30-days',
      firstDay: '2026-04-05',
      lastDay: '2026-05-04',
      timeZone: 'Pacific/Auckland',
    });
    const { metric } = (await world.overview('?period=2026-04')).headlines[1] ?? {};
    assert.deepEqual(metric?.window, { from: '2026-03-31T11:00:00.000Z', to: '2026-04-30T12:00:00.000Z' });
  });
});
