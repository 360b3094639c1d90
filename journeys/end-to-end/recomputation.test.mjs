// Every figure of the insights routes, counted again by another program out of the same raw requests. Written from docs/metrics.md
// and the comments of the contract; it shares no code with the server.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { recompute } from './recompute-facts.mjs';
import { commonest, filters, readCsv, viewsFromTeam } from './recompute-filters.mjs';
import { recomputeItemPage } from './recompute-item-page.mjs';
import { priorsOfKinds, recomputeItems } from './recompute-items.mjs';
import { recomputeOverview } from './recompute-overview.mjs';
import { startWorld } from './recompute-world.mjs';

const timeZone = 'Europe/Berlin';

describe('figures counted again from the raw events', { timeout: 180_000 }, () => {
  /** @type {Awaited<ReturnType<typeof startWorld>>} */ let server;
  /** @type {import('./recompute-items.mjs').World} */ let world;

  before(async () => {
    server = await startWorld({ until: '2026-11-20T21:30:00.000Z', days: 120, timeZone });
    const { requests, items, groups } = server;
    world = { history: recompute(requests, items, timeZone), items, groups, today: '2026-11-20' };
  });
  after(() => server?.close());

  /** @param {string} period */
  async function everyItem(period) {
    const items = [];
    let frame;
    for (let cursor = ''; ;) {
      frame = await server.ask(`items?limit=150&period=${period}${cursor && `&cursor=${cursor}`}`);
      items.push(...frame.items);
      if (frame.nextCursor === undefined) break;
      cursor = frame.nextCursor;
    }
    return { items, window: frame.window, previousWindow: frame.previousWindow, total: frame.total };
  }

  for (const period of ['last-90-days', 'last-30-days', '2026-09', '2026-Q3', '2026-W40'])
    it(`are the same for every item, ${period}`, async () => {
      const { items, window, previousWindow, total } = await everyItem(period);
      const expected = recomputeItems(world, window, previousWindow);
      assert.equal(total, expected.length);
      assert.equal(items.length, expected.length);
      const byId = new Map(items.map((item) => [item.collateralId, item]));
      assertSame(
        expected.map(({ item }) => byId.get(item.id)),
        expected.map(({ figures }) => figures),
      );
      for (const { item, views } of expected)
        assert.equal(
          byId
            .get(item.id)
            .viewsTrend.reduce((/** @type {number} */ sum, /** @type {number} */ count) => sum + count, 0),
          views.length,
        );
    });

  for (const period of ['last-90-days', 'last-30-days', '2026-09'])
    it(`are the same on the overview, ${period}`, async () => {
      const { headlines, lists, quality, ...overview } = await server.ask(`overview?period=${period}`);
      const { window, previousWindow } = overview;
      const rows = recomputeItems(world, window, previousWindow);
      const rowsBefore = recomputeItems(world, previousWindow, previousWindow);
      const expected = recomputeOverview(world, window, previousWindow, rows, rowsBefore);
      const { concentration, stale, orphaned } = expected;
      assertSame(
        Object.fromEntries(headlines.map((/** @type {any} */ headline) => [headline.id, headline])),
        expected.headlines,
      );
      assertSame(
        { quality, concentration: overview.concentration, stale: overview.stale, orphaned: overview.orphaned },
        { quality: expected.quality, concentration, stale, orphaned },
      );
      for (const { id, total, items } of lists)
        assert.deepEqual(
          { id, total, ids: items.map((/** @type {any} */ item) => item.collateralId) },
          { id, ...expected.lists[/** @type {keyof typeof expected.lists} */ (id)] },
        );
    });

  for (const [name, valueOf] of filters)
    it(`are the same for the items of a ${name}, on the screen and as CSV`, async () => {
      const value = commonest(world.items, valueOf);
      const filter = `period=last-90-days&${name}=${encodeURIComponent(value)}`;
      const { items, total, window, previousWindow } = await server.ask(`items?limit=150&${filter}`);
      const expected = recomputeItems(world, window, previousWindow).filter(({ item }) =>
        valueOf(item).includes(value),
      );
      assert.ok(expected.length > 0 && expected.length < world.items.length, `${expected.length} items`);
      assert.equal(total, expected.length);
      const byId = new Map(expected.map(({ item, figures }) => [item.id, figures]));
      assertSame(
        items,
        items.map((/** @type {any} */ { collateralId }) => byId.get(collateralId)),
      );
      const rows = readCsv(await server.askText(`items.csv?${filter}`));
      assert.deepEqual(rows.map(({ id }) => id).sort(), [...byId.keys()].sort());
      for (const { id = '', views, rating, 'last used on': lastUsedOn } of rows) {
        const figures = byId.get(id);
        assert.deepEqual([views, lastUsedOn], [`${figures?.views.metric.value}`, figures?.lastUsedOn ?? '']);
        const { state, value: score } = figures?.rating ?? {};
        if (state !== 'ok') assert.equal(rating, state);
        else assert.ok(Math.abs(Number(rating) - Number(score)) < 1e-9, `${id}: ${rating} is not ${score}`);
      }
    });

  it('are the same for what one team used', async () => {
    const teams = world.history.views.flatMap(({ team }) => (team === null ? [] : [team]));
    const [team = ''] = [...new Set(teams)].sort((one, other) => times(teams, other) - times(teams, one));
    const { items, window } = await server.ask(
      `items?limit=150&period=last-90-days&sort=-views&team=${encodeURIComponent(team)}`,
    );
    const expected = viewsFromTeam(world.history.views, team, window);
    const shown = items.filter((/** @type {any} */ { views }) => views.metric.state === 'ok');
    assert.ok(shown.length > 0, 'no item of the team is shown');
    for (const { collateralId, views } of shown)
      assert.equal(views.metric.value, expected.get(collateralId) ?? 0, collateralId);
  });

  it('are the same in the square of use against rating', async () => {
    const { points, early, window, previousWindow } = await server.ask('quadrant');
    const rows = recomputeItems(world, window, previousWindow).filter(({ isLive }) => isLive);
    const isScored = (/** @type {typeof rows[number]} */ { figures }) => figures.rating.state === 'ok';
    for (const [got, expected] of [
      [points, rows.filter(isScored)],
      [early, rows.filter((row) => !isScored(row))],
    ]) {
      const byId = new Map(expected.map((/** @type {typeof rows[number]} */ row) => [row.item.id, row]));
      assert.equal(got.length, byId.size);
      for (const point of got) {
        const { title, kind, rating, usePercentile, quadrant } = byId.get(point.collateralId)?.figures ?? {};
        assertSame(point, {
          title,
          kind,
          rating,
          usePercentile,
          quadrant,
          views: byId.get(point.collateralId)?.views.length,
        });
      }
    }
  });

  it('are the same on the pages of items, from the most used to those nobody opened', async () => {
    const { items, window } = await everyItem('last-90-days');
    const priorOfKind = priorsOfKinds(world);
    for (const { collateralId } of items.filter((_, index) => index < 20 || index % 12 === 0)) {
      const item = world.items.find(({ id }) => id === collateralId);
      assert.ok(item);
      const page = await server.ask(`items/${collateralId}`);
      const expected = recomputeItemPage(world, window, item, priorOfKind);
      assertSame(page, expected.figures, collateralId);
      for (const { firstDay, lastDay, value } of page.viewsOverTime)
        assert.equal(value, expected.viewsOf(firstDay, lastDay), `${collateralId} from ${firstDay}`);
      for (const { firstDay, lastDay, state, value, n, interval } of page.ratingOverTime)
        if (state !== 'hidden')
          assertSame(
            { value, n, interval, state },
            expected.ratingOf(firstDay, lastDay),
            `${collateralId} in ${firstDay}`,
          );
      for (const { version, viewers } of page.versionUse) {
        if (viewers.state !== 'ok') continue;
        const { people, others } = expected.usersOf(version);
        assert.equal(viewers.value, people, `people of ${collateralId} ${version}`);
        assert.ok(people >= 5 && (others === 0 || others >= 5), `${version} leaves ${others} others`);
      }
      for (const { team, viewers, views } of page.teams) {
        if (team === null) continue;
        const own = expected.teamsOf.get(team) ?? [];
        assert.deepEqual([viewers.value, views.value], [new Set(own.map(({ actor }) => actor)).size, own.length]);
        assert.ok(viewers.value >= 5, `${team} of ${viewers.value} is shown`);
      }
    }
  });
});

/** How often a value is in a list. @param {readonly string[]} values @param {string} value */
function times(values, value) {
  return values.filter((each) => each === value).length;
}

/**
 * Compares what was expected, field by field: whole numbers and words exactly, others to 1e-9. Lists every difference.
 *
 * @param {unknown} got
 * @param {unknown} expected
 * @param {string} [about]
 */
function assertSame(got, expected, about = '') {
  /** @type {string[]} */
  const differences = [];
  compare(about, got, expected);
  assert.deepEqual(differences.slice(0, 40), [], `${differences.length} figures differ`);

  /** @param {string} path @param {any} one @param {any} other */
  function compare(path, one, other) {
    if (typeof other === 'object' && other !== null) {
      if (Array.isArray(other) && one?.length !== other.length)
        differences.push(`${path}: the server has ${one?.length} entries, counted again ${other.length}`);
      else
        for (const key of Object.keys(other))
          compare(`${path}.${other[key]?.collateralId ?? key}`, one?.[key], other[key]);
      return;
    }
    const isNear = typeof one === 'number' && !Number.isInteger(other) && Math.abs(one - other) <= 1e-9;
    if (!isNear && one !== other) differences.push(`${path}: the server says ${one}, counted again ${other}`);
  }
}
