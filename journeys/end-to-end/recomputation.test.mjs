// Every figure of the insights routes, counted again by another program out of the same raw requests. Written from docs/metrics.md
// and the comments of the contract; it shares no code with the server.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { recompute } from './recompute-facts.mjs';
import { extraItems, extraRequests } from './recompute-extras.mjs';
import { commonest, filters, peopleFromTeam, readCsv, viewsFromTeam } from './recompute-filters.mjs';
import { recomputeItemPage } from './recompute-item-page.mjs';
import { share } from './recompute-figures.mjs';
import { priorsOfKinds, recomputeItems } from './recompute-items.mjs';
import { recomputeOverview } from './recompute-overview.mjs';
import { startWorld } from './recompute-world.mjs';

const timeZone = 'Europe/Berlin';

describe('figures counted again from the raw events', { timeout: 180_000 }, () => {
  /** @type {Awaited<ReturnType<typeof startWorld>>} */ let server;
  /** @type {import('./recompute-items.mjs').World} */ let world;

  before(async () => {
    const extra = extraRequests();
    server = await startWorld({ until: '2026-11-20T21:30:00.000Z', days: 120, timeZone, extra, extraItems });
    const { requests, items, groups } = server;
    world = { history: recompute(requests, items, timeZone), items, groups, today: '2026-11-20' };
  });
  after(() => server?.close());

  /** @param {string} period @param {string} [more] */
  async function everyItem(period, more = '') {
    const items = [];
    let frame;
    for (let cursor = ''; ;) {
      frame = await server.ask(`items?limit=150&period=${period}${more}${cursor && `&cursor=${cursor}`}`);
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
    const people = peopleFromTeam(world.history, team, window);
    const everybody = await everyItem('last-90-days');
    const ratingOf = new Map(everybody.items.map(({ collateralId, rating }) => [collateralId, rating]));
    let told = 0;
    for (const { collateralId, viewers, responseRate, rating } of items) {
      // A team's ratings are told to nobody: what stands beside its use is everybody's.
      assert.deepEqual(rating, ratingOf.get(collateralId), collateralId);
      if (viewers.state !== 'ok') continue;
      const own = people.get(collateralId) ?? { people: 0, raters: 0 };
      assertSame(
        { viewers, responseRate },
        { viewers: { value: own.people }, responseRate: share(own.raters, own.people) },
      );
      told += 1;
    }
    assert.ok(told > 0, 'nobody of the team is shown');
  });

  for (const period of ['last-90-days', '2026-09'])
    it(`are the same with ratings after use only, ${period}`, async () => {
      const { items, window, previousWindow } = await everyItem(period, '&afterUse=true');
      const rows = recomputeItems(world, window, previousWindow, true);
      const byId = new Map(items.map((item) => [item.collateralId, item]));
      assertSame(
        rows.map(({ item }) => byId.get(item.id)),
        rows.map(({ figures }) => figures),
      );
      const all = recomputeItems(world, window, previousWindow);
      const isOk = (/** @type {typeof rows[number]} */ { figures }) => figures.rating.state === 'ok';
      const differ = rows.filter((row, index) => isOk(row) && row.figures.rating.n !== all[index]?.figures.rating.n);
      const hiddenOnes = rows.filter(({ figures }) => figures.rating.state === 'hidden');
      assert.ok(differ.length > 0 && hiddenOnes.length > 0, `${differ.length} told apart, ${hiddenOnes.length} hidden`);
      const csv = readCsv(await server.askText(`items.csv?period=${period}&afterUse=true`));
      for (const { id = '', ratings } of csv) assert.equal(ratings, `${byId.get(id).rating.n ?? ''}`, id);

      const overview = await server.ask(`overview?period=${period}&afterUse=true`);
      const rowsBefore = recomputeItems(world, previousWindow, previousWindow, true);
      const expected = recomputeOverview(world, window, previousWindow, rows, rowsBefore);
      const { rating, ...headlines } = expected.headlines;
      assertSame(Object.fromEntries(overview.headlines.map((/** @type {any} */ headline) => [headline.id, headline])), {
        ...headlines,
        rating: { ...rating, change: null, trend: [] },
      });
      assertSame(overview.quality, expected.quality);
      for (const { id, total, items: listed } of overview.lists)
        assert.deepEqual(
          { id, total, ids: listed.map((/** @type {any} */ item) => item.collateralId) },
          { id, ...expected.lists[/** @type {keyof typeof expected.lists} */ (id)] },
        );
      const { points } = await server.ask(`quadrant?period=${period}&afterUse=true`);
      const scored = rows.filter((row) => row.isLive && isOk(row));
      assert.equal(points.length, scored.length);
      const quadrants = new Map(scored.map(({ item, figures }) => [item.id, figures]));
      for (const { collateralId, rating: score, quadrant } of points)
        assertSame({ rating: score, quadrant }, pick(quadrants.get(collateralId)), collateralId);
    });

  it('are the same for items of a version, and on pages asked for one', async () => {
    const { items, window, previousWindow } = await everyItem('last-90-days');
    const versions = items.flatMap(({ version }) => (version === null ? [] : [version]));
    const [version = ''] = [...new Set(versions)].sort((one, other) => times(versions, one) - times(versions, other));
    const listed = (await everyItem('last-90-days', `&version=${encodeURIComponent(version)}`)).items;
    const rows = recomputeItems(world, window, previousWindow).filter(({ figures }) => figures.version === version);
    assert.ok(rows.length > 0 && rows.length < items.length, `${rows.length} items have ${version}`);
    const byId = new Map(listed.map((item) => [item.collateralId, item]));
    assert.equal(listed.length, rows.length);
    assertSame(
      rows.map(({ item }) => byId.get(item.id)),
      rows.map(({ figures }) => figures),
    );
    const priorOfKind = priorsOfKinds(world);
    const several = world.items.filter(
      ({ id, versions: own = [] }) => own.length > 1 && items.some(({ collateralId }) => collateralId === id),
    );
    assert.ok(several.length > 0, 'no item has two versions');
    const rated = (/** @type {{ id: string }} */ { id }) =>
      world.history.ratings.filter((rating) => rating.item === id).length;
    let told = 0;
    for (const item of several.toSorted((one, other) => rated(other) - rated(one)).slice(0, 3)) {
      const expected = recomputeItemPage(world, window, item, priorOfKind);
      for (const { version: asked } of item.versions ?? []) {
        const { all, afterUse, told: apart, activeMs } = expected.ofVersion(asked);
        const page = await server.ask(`items/${item.id}?version=${encodeURIComponent(asked)}`);
        const narrowed = await server.ask(`items/${item.id}?afterUse=true&version=${encodeURIComponent(asked)}`);
        const about = `${item.id} ${asked}`;
        assertSame(page, { item: { version: asked, rating: all }, afterUse }, about);
        const { rating, distribution } = apart;
        assertSame(narrowed, { item: { version: asked, rating, distribution }, afterUse }, about);
        const own = narrowed.versions.find((/** @type {any} */ one) => one.version === asked);
        assertSame(own, { rating, distribution }, about);
        if (rating.state === 'ok') told += 1;
        const use = page.versionUse.find((/** @type {any} */ one) => one.version === asked);
        if (use.activeMsPerView.state === 'ok')
          assert.equal(use.activeMsPerView.value, Math.round(activeMs / use.views.value), about);
      }
    }
    assert.ok(told > 0, 'no version is told after use');
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

/** What a point of the square says of an item besides its use. @param {any} figures */
function pick({ rating, quadrant }) {
  return { rating, quadrant };
}

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
