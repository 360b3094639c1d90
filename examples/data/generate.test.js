// The made-up company is the same for everybody, and its figures are those of docs/metrics.md.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseEvent } from '@collateral/sdk/contract';
import { generate } from './generate.js';

const until = '2026-11-20T23:59:59.999Z';
const company = generate({ size: 'S', until, days: 120 });
const figures = count(company);

describe('the made-up company', () => {
  test('is the same for the same seed, whatever came before', () => {
    const [first, second] = [1, 2].map(() => JSON.stringify(wholeDay(generate({ size: 'S', until, days: 3 }), 2)));
    assert.equal(first, second);
    const longer = generate({ size: 'S', until, days: 9 });
    assert.equal(JSON.stringify(wholeDay(longer, 8)), first, 'a day depends on how many came before it');
    const { items, people, groups } = generate({ size: 'S', until, days: 3 });
    assert.deepEqual({ items, people, groups }, { items: longer.items, people: longer.people, groups: longer.groups });
  });

  test('is another one for another seed', () => {
    const other = generate({ size: 'S', seed: 2, until, days: 1 });
    assert.notDeepEqual(other.items[0], company.items[0]);
  });

  for (const [size, people, items, owners] of /** @type {const} */ ([
    ['S', 120, 400, 11],
    ['M', 1_500, 3_500, 83],
  ]))
    test(`of size ${size} has ${people} people, ${items} items with titles of their own and ${owners} owners left`, () => {
      const made = generate({ size, until, days: 1 });
      assert.equal(made.people.length, people);
      assert.equal(new Set(made.items.map(({ id }) => id)).size, items);
      assert.equal(new Set(made.items.map(({ title }) => title)).size, items);
      assert.equal(new Set(made.items.flatMap(({ producer }) => producer?.id ?? [])).size, owners);
    });

  test('has teams of 3 to 40 people, some of them below the minimum', () => {
    const shared = /^(all-sales|sales-(emea|americas|apac))$/;
    const teams = new Set(company.people.map(({ team }) => team));
    const sizes = company.groups.filter(({ id }) => teams.has(id) && !shared.test(id)).map(({ size }) => size);
    assert.ok(Math.min(...sizes) >= 3 && Math.max(...sizes) <= 40);
    assert.ok(sizes.some((size) => size < 5) && sizes.some((size) => size > 15));
  });

  test('has about three of ten items past their review date', () => {
    const dated = company.items.flatMap(({ reviewBy }) => reviewBy ?? []);
    assertNear(dated.filter((day) => day < until.slice(0, 10)).length / dated.length, 0.3, 0.06);
  });

  test('refuses options it can make nothing of', () => {
    assert.throws(
      () => generate({ size: /** @type {'S'} */ ('XL'), until, days: 1 }),
      /size must be S, M or L, got XL/,
    );
    assert.throws(() => generate({ size: 'S', until: 'soon', days: 1 }), /until must be a time, got soon/);
    assert.throws(() => generate({ size: 'S', until, days: 0 }), /days must be a whole number of at least 1, got 0/);
  });
});

describe('what its people do', () => {
  test('are events the contract takes, of every kind there is here', () => {
    const types = new Set();
    for (const event of wholeDay(company, 118).flatMap(({ events }) => events)) {
      assert.deepEqual(parseEvent(event), { event });
      types.add(event.type === 'usage' ? event.action : event.type);
    }
    for (const type of ['view', 'download', 'share', 'present', 'search', 'completion', 'rating'])
      assert.ok(types.has(type), `there is no ${type}`);
  });

  test('is about 432 views and 17 ratings a day', () => {
    assertNear(figures.views / 120, 432, 0.1 * 432);
    assertNear(figures.ratings.length / 120, 17, 0.1 * 17);
  });

  test('is about 1 080 events a day', () => assertNear(figures.events / 120, 1_080, 0.1 * 1_080));

  test('leaves about 45 % of items unopened and gives the top tenth about 72 % of views', () => {
    const perItem = company.items.map(({ id }) => figures.viewsOf.get(id) ?? 0).sort((a, b) => b - a);
    const all = perItem.reduce((sum, views) => sum + views, 0);
    assertNear(perItem.filter((views) => views === 0).length / 400, 0.45, 0.02);
    assertNear(perItem.slice(0, 40).reduce((sum, views) => sum + views, 0) / all, 0.72, 0.05);
  });

  test('peaks on weekdays, from 8 to 10 and from 13 to 15 by the clock on the wall', () => {
    const { byHour, byWeekday } = figures;
    const all = byHour.reduce((sum, views) => sum + views, 0);
    const peak = [8, 9, 13, 14].reduce((sum, hour) => sum + (byHour[hour] ?? 0), 0);
    assert.ok(peak / all > 0.4, `${peak / all} of the views are in the peaks`);
    assert.ok(
      (byHour[11] ?? 0) < (byHour[9] ?? 0) && (byHour[11] ?? 0) < (byHour[13] ?? 0),
      'there is no lull at noon',
    );
    const weekend = (byWeekday[0] ?? 0) + (byWeekday[6] ?? 0);
    assert.ok(weekend / all < 0.04, `${weekend / all} of the views are at weekends`);
  });

  test('comes late in 5 %, twice in 3 % and from a program in 2 % of cases', () => {
    assertNear(figures.late / figures.events, 0.05, 0.01);
    assertNear(figures.twice / figures.events, 0.03, 0.01);
    assertNear(figures.automatic / figures.events, 0.02, 0.01);
  });

  test('never comes from the future, and clocks are wrong by seconds', () => {
    for (const { receivedAt } of wholeDay(company, 119)) assert.ok(receivedAt <= until);
    const skews = [...figures.skews.values()].sort((a, b) => a - b);
    assert.ok(Math.abs(skews[Math.floor(skews.length / 2)] ?? NaN) < 10_000);
    assert.ok((skews[Math.floor(skews.length * 0.9)] ?? NaN) < 60_000);
  });

  test('includes clocks that are hours off once there are enough people', () => {
    const skews = count(generate({ size: 'M', until, days: 2, everyCheckpoint: false })).skews.values();
    const wrong = [...skews].filter((skew) => Math.abs(skew) > 3_600_000).length;
    assert.ok(wrong >= 2 && wrong <= 20, `${wrong} clocks are hours off`);
  });

  test('comes with reasons and varied comments where the rating is low', () => {
    const low = figures.ratings.filter(({ value }) => value <= 2);
    assertNear(low.filter(({ reasons }) => reasons).length / low.length, 0.75, 0.1);
    const comments = figures.ratings.flatMap(({ comment }) => comment ?? []);
    assert.ok(new Set(comments).size > 0.7 * comments.length, `${new Set(comments).size} of ${comments.length} differ`);
    assert.ok(comments.every((comment) => !/[{}]|undefined/.test(comment)));
  });

  test('finds nothing in some searches', () => assertNear(figures.emptySearches / figures.searches, 0.15, 0.05));

  test('is the same in every figure when only the last checkpoint of a view is kept', () => {
    const short = count(generate({ size: 'S', until, days: 20, everyCheckpoint: false }));
    const long = count(generate({ size: 'S', until, days: 20 }));
    assert.ok(short.events < 0.75 * long.events);
    assert.deepEqual([...short.viewsOf].sort(), [...long.viewsOf].sort());
  });
});

/** @param {ReturnType<typeof generate>} made @param {number} index */
function wholeDay(made, index) {
  const found = [...made.days()][index];
  assert.ok(found);
  return [...found.batches];
}

/** Counts every event once. @param {ReturnType<typeof generate>} made */
function count({ days, people }) {
  const offsets = new Map(people.map(({ id, utcOffsetHours }) => [id, utcOffsetHours]));
  const seen = new Set();
  /** @type {Map<string, {activeMs: number, collateralId: string, begunAt: number}>} */
  const views = new Map();
  const result = {
    events: 0,
    late: 0,
    twice: 0,
    automatic: 0,
    searches: 0,
    emptySearches: 0,
    /** @type {import('@collateral/sdk/contract').RatingEvent[]} */ ratings: [],
    /** @type {Map<string, number>} */ skews: new Map(),
    /** @type {Map<string, number>} */ viewsOf: new Map(),
    /** @type {number[]} */ byHour: Array.from({ length: 24 }, () => 0),
    /** @type {number[]} */ byWeekday: Array.from({ length: 7 }, () => 0),
    views: 0,
  };
  for (const { actorId, events, sentAt, receivedAt } of [...days()].flatMap(({ batches }) => [...batches])) {
    const skew = Date.parse(sentAt) - Date.parse(receivedAt);
    result.skews.set(actorId, skew);
    const last = Math.max(...events.map(({ occurredAt }) => Date.parse(occurredAt)));
    for (const event of events) {
      if (seen.has(event.id)) {
        result.twice += 1;
        continue;
      }
      seen.add(event.id);
      result.events += 1;
      if (Date.parse(receivedAt) + skew - last > 55_000) result.late += 1;
      if (event.context?.automation) result.automatic += 1;
      else if (event.type === 'rating') result.ratings.push(event);
      else if (event.type === 'usage' && event.action === 'search') {
        result.searches += 1;
        if (event.results === 0) result.emptySearches += 1;
      } else if (event.type === 'view') {
        const { activeMs, collateralId } = event;
        const known = views.get(event.viewId);
        const begunAt = Date.parse(event.occurredAt) - skew - event.visibleMs + (offsets.get(actorId) ?? 0) * 3_600_000;
        if ((known?.activeMs ?? -1) < activeMs) views.set(event.viewId, { activeMs, collateralId, begunAt });
      }
    }
  }
  for (const { activeMs, collateralId, begunAt } of views.values()) {
    result.views += 1;
    if (activeMs >= 3_000) result.viewsOf.set(collateralId, (result.viewsOf.get(collateralId) ?? 0) + 1);
    const begun = new Date(begunAt);
    result.byHour[begun.getUTCHours()] = (result.byHour[begun.getUTCHours()] ?? 0) + 1;
    result.byWeekday[begun.getUTCDay()] = (result.byWeekday[begun.getUTCDay()] ?? 0) + 1;
  }
  return result;
}

/** @param {number} got @param {number} expected @param {number} tolerance */
function assertNear(got, expected, tolerance) {
  assert.ok(Math.abs(got - expected) <= tolerance, `${got} is not ${expected} ± ${tolerance}`);
}
