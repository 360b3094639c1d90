import type { Item } from '@collateral/sdk/contract';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMemoryStore } from '../store/memory-store.js';
import { ScorecardWorld } from './scorecard-world.fixture.js';

// A second implementation of what is measured by ratings, review dates and owners (P3, P7, P8, P9, P10), written from docs/metrics.md
// and docs/scorecards.md. Days are counted from the 1st of January 2026; it is day 190.
const dayMs = 86_400_000;
const begin = Date.parse('2026-01-01T09:00:00.000Z');
const today = 190;
/** Periods with their first and last day. */
const periods = [
  ['2026-Q2', 90, 180],
  ['2026-02..2026-05', 31, 150],
  ['2026-05..2026-06', 120, 180],
] as const;
const target = 3.5;

interface PlannedItem {
  /** Days on which its versions come out, in ascending order. */
  readonly versions: readonly number[];
  readonly reviewBy: number | null;
  readonly retiredOn: number | null;
  /** Who has it from which day on; null is nobody. */
  readonly owners: readonly { readonly since: number; readonly who: string | null }[];
  /** Some people rate a version on one day. */
  readonly bursts: readonly { readonly day: number; readonly version: number; readonly values: readonly number[] }[];
  readonly declines: readonly number[];
}

// Five people or more at a time, so that nothing is about too few and every number is shown.
const burst = fc.record({
  day: fc.integer({ min: 2, max: 188 }),
  version: fc.nat(2),
  values: fc.array(fc.constantFrom(1, 2, 2, 3, 4, 5, 5), { minLength: 5, maxLength: 9 }),
});
const plans: fc.Arbitrary<readonly PlannedItem[]> = fc.array(
  fc
    .record({
      later: fc.array(fc.integer({ min: 30, max: 185 }), { maxLength: 2 }),
      reviewBy: fc.option(fc.integer({ min: 60, max: 250 })),
      retiredOn: fc.option(fc.integer({ min: 80, max: 189 }), { freq: 4 }),
      changes: fc.array(
        fc.record({ since: fc.integer({ min: 20, max: 185 }), who: fc.constantFrom('ann', 'bob', null) }),
        {
          maxLength: 2,
        },
      ),
      bursts: fc.array(burst, { minLength: 1, maxLength: 6 }),
      declines: fc.array(fc.integer({ min: 10, max: 180 }), { maxLength: 2 }),
    })
    .map(({ later, changes, bursts, ...rest }) => {
      const versions = [1, ...new Set(later)].toSorted((one, other) => one - other);
      const known = bursts.map((one) => ({ ...one, version: one.version % versions.length }));
      return {
        ...rest,
        versions,
        owners: [{ since: 0, who: 'ann' }, ...changes.toSorted((one, other) => one.since - other.since)],
        // Nobody rates what is not out.
        bursts: known.filter(({ day, version }) => day > versions[version]!),
      };
    }),
  { minLength: 2, maxLength: 4 },
);

const dateOf = (day: number): string => new Date(begin + day * dayMs).toISOString().slice(0, 10);
const monthOf = (day: number): string => dateOf(day).slice(0, 7);
const dayOf = (date: string): number => Math.round((Date.parse(date) - Date.parse('2026-01-01')) / dayMs);

function catalogued(plan: PlannedItem, index: number, day: number): { readonly id: string } & Partial<Item> {
  const { who } = plan.owners.findLast(({ since }) => since <= day)!;
  return {
    id: `item-${index}`,
    title: `Item ${index}`,
    kind: 'deck',
    ...(who !== null && { producer: { id: who, name: who } }),
    versions: plan.versions
      .filter((published) => published <= day)
      .map((published, version) => ({ version: `v${version + 1}`, publishedAt: `${dateOf(published)}T00:00:00.000Z` })),
    ...(plan.reviewBy !== null && { reviewBy: dateOf(plan.reviewBy) }),
    ...(plan.retiredOn !== null && plan.retiredOn <= day && { retiredAt: `${dateOf(plan.retiredOn)}T00:00:00.000Z` }),
  };
}

async function live(all: readonly PlannedItem[]): Promise<ScorecardWorld> {
  const world = new ScorecardWorld(createMemoryStore(), { targetRating: target });
  let person = 0;
  for (let day = 0; day <= today; day += 1) {
    world.world.clock = begin + day * dayMs - 9 * 3_600_000;
    for (const [index, plan] of all.entries()) {
      const { versions, owners, retiredOn, bursts, declines } = plan;
      const isNews =
        day === 0 || versions.includes(day) || retiredOn === day || owners.some(({ since }) => since === day);
      if (isNews) await world.items(catalogued(plan, index, day));
      world.world.clock += 3_600_000;
      for (const one of bursts.filter((each) => each.day === day))
        for (const value of one.values) {
          person += 1;
          await world.rate(`p${person}`, 'west', `item-${index}`, value, { version: `v${one.version + 1}` });
        }
      if (!declines.includes(day)) continue;
      const suggestion = await world.suggest('w1', `item-${index}`);
      await world.move('boss', suggestion, { to: 'declined' });
    }
  }
  return world;
}

function countsOf(plan: PlannedItem, version: number, isAsked: (day: number) => boolean): readonly number[] {
  const counts = [0, 0, 0, 0, 0];
  for (const one of plan.bursts)
    if (one.version === version && isAsked(one.day)) for (const value of one.values) counts[value - 1]! += 1;
  return counts;
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

/** Mean and variance with one imagined rating for each point. */
function score(counts: readonly number[]): { readonly mean: number; readonly variance: number } {
  const all = counts.map((count) => count + 1);
  const total = sum(all);
  const mean = sum(all.map((count, index) => count * (index + 1))) / total;
  const squares = sum(all.map((count, index) => count * (index + 1) ** 2)) / total;
  return { mean, variance: (squares - mean ** 2) / (total + 1) };
}

/** Φ by adding up slices of the bell curve. */
function chanceBelow(z: number): number {
  const [slices, from] = [20_000, -9];
  const width = (Math.min(9, Math.max(from, z)) - from) / slices;
  let area = 0;
  for (let slice = 0; slice < slices; slice += 1) area += Math.exp(-((from + (slice + 0.5) * width) ** 2) / 2) * width;
  return area / Math.sqrt(2 * Math.PI);
}

/** A share, or of P7 how many versions and their lift. */
type Counted = readonly [hits: number, of: number];

function recount(
  all: readonly PlannedItem[],
  who: string | null,
  [firstDay, endDay]: readonly [number, number],
): Readonly<Record<string, Counted>> {
  const counts: Record<string, [number, number]> = { P3: [0, 0], P8: [0, 0], P9: [0, 0], P10: [0, 0] };
  const count = (id: string, isHit: boolean): void => {
    counts[id]![1] += 1;
    if (isHit) counts[id]![0] += 1;
  };
  let [lifts, weights, versionsJudged] = [0, 0, 0];
  for (const plan of all) {
    const { versions, retiredOn, reviewBy } = plan;
    const ownerOn = (day: number): string | null => plan.owners.findLast(({ since }) => since <= day)!.who;
    const isOwn = (day: number): boolean => who === null || ownerOn(day) === who;
    const until = (day: number): boolean => monthOf(day) <= monthOf(endDay);
    // Whoever had it on the day with which the last 30 begin: of a quarter until June the 1st of June.
    const settled = endDay - 29;
    if (isOwn(settled)) {
      const rated = versions.findLastIndex(
        (published, version) => published <= endDay && sum(countsOf(plan, version, until)) >= 5,
      );
      if ((retiredOn === null || retiredOn >= firstDay) && rated >= 0) {
        const { mean, variance } = score(countsOf(plan, rated, until));
        count('P3', chanceBelow((mean - target) / Math.sqrt(variance)) >= 0.8);
      }
      if (retiredOn === null || retiredOn > endDay) {
        if (reviewBy !== null) count('P8', reviewBy < endDay);
        count('P9', ownerOn(settled) === null);
      }
    }
    for (const [version, published] of versions.entries()) {
      const judgedOn = published + 30;
      if (version > 0 && judgedOn >= firstDay && judgedOn <= endDay && isOwn(published)) {
        const [before, after] = [version - 1, version].map((one) => countsOf(plan, one, until));
        const rated = plan.bursts.filter((one) => one.version === version - 1 && until(one.day));
        const count = (all: typeof rated): number => sum(all.map(({ values }) => values.length));
        const isLate = count(rated.filter(({ day }) => day >= published)) > count(rated) / 5;
        const weight = Math.min(sum(before!), sum(after!));
        if (weight >= 5 && !isLate) {
          lifts += weight * (score(after!).mean - score(before!).mean);
          weights += weight;
          versionsJudged += 1;
        }
      }
      const alert = alertOf(plan, version);
      if (alert === null) continue;
      const due = alert + 45;
      if (due < firstDay || due > endDay || !isOwn(due)) continue;
      const answers = [
        ...versions.slice(version + 1),
        // A suggestion is about the version that is out.
        ...plan.declines.filter((day) => versions.findLastIndex((one) => one <= day) === version),
      ];
      count(
        'P10',
        answers.some((day) => monthOf(day) >= monthOf(alert) && day <= due),
      );
    }
  }
  return { ...counts, P7: [weights === 0 ? 0 : lifts / weights, versionsJudged] };
}

/** The last day of the first month by whose end it was clear that a version is below the target. */
function alertOf(plan: PlannedItem, version: number): number | null {
  const months = [
    ...new Set(plan.bursts.filter((one) => one.version === version).map(({ day }) => monthOf(day))),
  ].toSorted();
  const clear = months.find((month) => {
    const { mean, variance } = score(countsOf(plan, version, (day) => monthOf(day) <= month));
    return mean + 1.959964 * Math.sqrt(variance) < target;
  });
  if (clear === undefined) return null;
  const next = plan.versions[version + 1];
  if (next !== undefined && monthOf(next) < clear) return null;
  const [year, month] = clear.split('-').map(Number);
  return dayOf(new Date(Date.UTC(year!, month, 0)).toISOString().slice(0, 10));
}

describe('a quarter, and any months, of ratings, owners and review dates', () => {
  test('has the numbers a second implementation counts', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (all) => {
        const world = await live(all);
        world.world.clock = begin + today * dayMs;
        for (const who of [null, 'ann', 'bob']) {
          if (who !== null && !all.some(({ owners }) => owners.some((one) => one.who === who))) continue;
          const subject = who === null ? '' : `&subject=producer&id=${who}`;
          for (const [period, first, last] of periods) {
            const { measures } = await world.scorecard(`?period=${period}${subject}`);
            for (const [id, [hits, of]] of Object.entries(recount(all, who, [first, last]))) {
              const measure = measures.find((one) => one.id === id);
              if (id === 'P9' && who !== null) {
                assert.equal(measure, undefined);
                continue;
              }
              const { metric } = measure!;
              assert.equal(metric.n, of, `n of ${id} of ${who ?? 'all'}, ${period}`);
              const got = id === 'P7' ? (metric.value ?? 0).toFixed(9) : String(metric.numerator ?? 0);
              assert.equal(got, id === 'P7' ? hits.toFixed(9) : String(hits), `${id} of ${who ?? 'all'}, ${period}`);
            }
          }
        }
      }),
      { numRuns: Number(process.env['SCORECARD_RUNS'] ?? 15), seed: 5 },
    );
  });
});
