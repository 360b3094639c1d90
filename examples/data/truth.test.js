// What docs/metrics.md computes from the made-up ratings finds the truth they were made from.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { generate } from './generate.js';

const until = '2026-11-20T23:59:59.999Z';
const company = generate({ size: 'M', until, days: 40, everyCheckpoint: false });
const rated = liveRatings(company);

describe('the truth behind the made-up ratings', () => {
  test('lies in the interval of the mean for about 95 % of the items with 5 ratings, with the prior of their kind', () => {
    const kinds = new Map(company.items.map(({ id, kind }) => [id, kind]));
    const priors = new Map(
      [...Map.groupBy(rated, ({ collateralId }) => kinds.get(collateralId))].map(([kind, ofKind]) => [
        kind,
        priorOf(ofKind.map(({ values }) => values)),
      ]),
    );
    const enough = rated.filter(({ values }) => values.length >= 5);
    const inside = enough.filter(({ collateralId, version, values }) => {
      const [low, high] = intervalOf(values, priors.get(kinds.get(collateralId)) ?? []);
      const mean = company.truth.meanOf(collateralId, version);
      return low <= mean && mean <= high;
    });
    assert.ok(enough.length > 200, `only ${enough.length} items have 5 ratings`);
    assertNear(inside.length / enough.length, 0.95, 0.03);
  });

  test('lifts three of five new versions by up to 0.4 points and the others by nothing', () => {
    const { items, truth } = company;
    const lifts = items.flatMap(({ id, versions }) =>
      versions
        .slice(1)
        .map(
          ({ version }, index) => truth.qualityOf(id, version) - truth.qualityOf(id, versions[index]?.version ?? ''),
        ),
    );
    assertNear(lifts.filter((lift) => lift > 0).length / lifts.length, 0.6, 0.05);
    assert.ok(lifts.every((lift) => lift > -1e-9 && lift < 0.4 + 1e-9));
  });

  test('is not told of items and versions there are none of', () => {
    assert.throws(() => company.truth.meanOf('deck-0', 'v1'), /no version v1 of deck-0/);
  });
});

/**
 * Values of the live rating of each person who is not the owner, by item and version.
 *
 * @param {ReturnType<typeof generate>} made
 */
function liveRatings({ days, items }) {
  const catalogue = new Map(items.map((item) => [item.id, item]));
  /** @type {Map<string, { at: string, value: number | null, collateralId: string, version: string }>} */
  const live = new Map();
  for (const { actorId, producerIds, events } of [...days()].flatMap(({ batches }) => [...batches]))
    for (const event of events) {
      if (event.type !== 'rating' && event.type !== 'rating-withdrawal') continue;
      const { collateralId, version = '', occurredAt: at } = event;
      const owner = catalogue.get(collateralId)?.producer?.id;
      if (owner !== undefined && producerIds.includes(owner)) continue;
      const key = `${actorId} ${collateralId} ${version}`;
      if ((live.get(key)?.at ?? '') > at) continue;
      live.set(key, { at, collateralId, version, value: event.type === 'rating' ? event.value : null });
    }
  const byVersion = Map.groupBy(live.values(), ({ collateralId, version }) => `${collateralId} ${version}`);
  const versions = [...byVersion.values()].map((ratings) => ({
    collateralId: ratings[0]?.collateralId ?? '',
    version: ratings[0]?.version ?? '',
    values: ratings.flatMap(({ value }) => value ?? []),
  }));
  return versions.filter(({ values }) => values.length > 0);
}

/**
 * "Mean with interval" of docs/metrics.md: the shares of all ratings of the kind, as strong as empirical Bayes finds them.
 *
 * @param {readonly (readonly number[])[]} items
 */
function priorOf(items) {
  if (items.filter((values) => values.length >= 3).length < 20) return [1, 1, 1, 1, 1];
  const all = items.flat();
  const mean = average(all);
  const within = sum(items.map((values) => sum(values.map((value) => (value - average(values)) ** 2))));
  const between = sum(items.map((values) => values.length * (average(values) - mean) ** 2));
  const meanSquareWithin = within / (all.length - items.length);
  const typical = (all.length - sum(items.map(({ length }) => length ** 2)) / all.length) / (items.length - 1);
  const variance = (between / (items.length - 1) - meanSquareWithin) / typical;
  const strength = variance > 0 ? Math.min(20, Math.max(2, meanSquareWithin / variance)) : 20;
  return [1, 2, 3, 4, 5].map((point) => (strength * all.filter((value) => value === point).length) / all.length);
}

/** @param {readonly number[]} values @param {readonly number[]} prior */
function intervalOf(values, prior) {
  const weights = prior.map((weight, index) => weight + values.filter((value) => value === index + 1).length);
  const total = sum(weights);
  const mean = sum(weights.map((weight, index) => ((index + 1) * weight) / total));
  const squares = sum(weights.map((weight, index) => ((index + 1) ** 2 * weight) / total));
  const halfWidth = 1.959964 * Math.sqrt((squares - mean ** 2) / (total + 1));
  return /** @type {const} */ ([mean - halfWidth, mean + halfWidth]);
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** @param {readonly number[]} numbers */
function average(numbers) {
  return sum(numbers) / numbers.length;
}

/** @param {number} got @param {number} expected @param {number} tolerance */
function assertNear(got, expected, tolerance) {
  assert.ok(Math.abs(got - expected) <= tolerance, `${got} is not ${expected} ± ${tolerance}`);
}
