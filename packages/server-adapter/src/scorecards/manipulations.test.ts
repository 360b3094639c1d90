import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { evenPrior } from '../statistics/dirichlet.js';
import { answeredInTime } from './answered-in-time.js';
import { anns, at, isAnns, item, quarter, suggested } from './cases.fixture.js';
import type { Estimate } from './estimate.js';
import { firstResponses } from './first-responses.js';
import { liftEstimate } from './lift-estimate.js';
import { medianEstimate } from './median-estimate.js';
import { promises } from './promises.js';
import { ratingOnTarget, type RatedItem } from './rating-on-target.js';
import { resolutions } from './resolutions.js';
import { shareEstimate } from './share-estimate.js';
import { staleItems } from './stale-items.js';
import type { CaseMove, SuggestionCase } from './suggestion-case.js';
import { usageRate } from './usage-rate.js';
import { versionLifts } from './version-lifts.js';

const own = { period: quarter, isOwn: isAnns };
const rules = { ...own, graceDays: 30 };
const prior = evenPrior(5, 5);

/** What an estimate says, as a number that is larger when it is better; nothing to say is no improvement on anything. */
const goodness = ({ estimated }: Estimate, better: 'higher' | 'lower'): number =>
  estimated === null ? -Infinity : better === 'higher' ? estimated.point : -estimated.point;

const measures: Readonly<Record<string, (cases: readonly SuggestionCase[]) => number>> = {
  P4: (cases) => goodness(medianEstimate(firstResponses(cases, own), quarter.window), 'lower'),
  P5: (cases) => goodness(shareEstimate(answeredInTime(cases, { ...own, answerDays: 14 }), quarter.window), 'higher'),
  P6: (cases) => goodness(shareEstimate(resolutions(cases, own), quarter.window), 'higher'),
  P12: (cases) => goodness(shareEstimate(promises(cases, own), quarter.window), 'higher'),
};

const dayOf = (day: number): string => new Date(Date.parse('2026-03-01') + day * 86_400_000).toISOString();

/** A suggestion that is replied to, accepted, moved in time, shipped, declined or reopened; or nothing of it. */
const cases: fc.Arbitrary<readonly SuggestionCase[]> = fc.array(
  fc
    .record({
      created: fc.integer({ min: 0, max: 110 }),
      gaps: fc.array(fc.integer({ min: 1, max: 25 }), { maxLength: 4 }),
      replyAfter: fc.option(fc.integer({ min: 0, max: 40 })),
      ends: fc.constantFrom('shipped', 'declined', 'reopened', 'open'),
      promised: fc.integer({ min: 0, max: 40 }),
    })
    .map(({ created, gaps, replyAfter, ends, promised }) => {
      const life = ends === 'declined' ? ['declined'] : ['accepted', 'shipped', 'accepted'];
      const steps = life.slice(0, ends === 'reopened' ? 3 : ends === 'open' ? 1 : 2).slice(0, gaps.length);
      let day = created;
      const moves = steps.map((to, index): CaseMove => {
        day += gaps[index] ?? 1;
        return {
          at: dayOf(day),
          from: index === 0 ? 'new' : (steps[index - 1] as CaseMove['from']),
          to: to as CaseMove['to'],
          dueAt: to === 'accepted' ? dayOf(day + promised).slice(0, 10) : null,
          duplicateOf: null,
        };
      });
      return suggested('05-01', {
        createdAt: dayOf(created),
        repliedAt: replyAfter === null ? [] : [dayOf(created + replyAfter)],
        moves,
      });
    }),
  { minLength: 1, maxLength: 12 },
);
const chosen = fc.infiniteStream(fc.boolean());

/** Asserts of every measure of suggestions that a manipulation does not make it better. */
function resists(
  ids: readonly string[],
  manipulate: (cases: readonly SuggestionCase[], pick: () => boolean) => readonly (readonly SuggestionCase[])[],
): void {
  fc.assert(
    fc.property(cases, chosen, (all, picks) => {
      const pick = (): boolean => picks.next().value === true;
      const [honest = all, manipulated = all] = manipulate(all, pick);
      for (const id of ids) {
        const [before, after] = [measures[id]!(honest), measures[id]!(manipulated)];
        assert.ok(after <= before + 1e-9, `${id} went from ${before} to ${after}`);
      }
    }),
    { numRuns: 300, seed: 42 },
  );
}

describe('no measure gets better', () => {
  test('P4, P5, P6 and P12 by leaving hard cases open', () => {
    resists(['P4', 'P5', 'P6'], (all, pick) => [
      all,
      all.map((one) => (pick() ? { ...one, repliedAt: [], moves: [] } : one)),
    ]);
    resists(['P12'], (all, pick) => [
      all, // Reopening makes a new promise, which whoever never ships is never asked for.
      all.map((one) => (pick() && one.moves.length < 3 ? { ...one, moves: one.moves.slice(0, 1) } : one)),
    ]);
  });

  test('P4, P5 and P6 by merging what is open, instead of declining it with a reason', () => {
    resists(['P4', 'P5', 'P6'], (all, pick) => {
      const root = all[0]!;
      const answerWith = (to: 'declined' | 'duplicate'): readonly SuggestionCase[] => {
        let number = 0;
        return all.map((one) => {
          number += 1;
          const isOpen = one !== root && one.moves.length === 0;
          if (!isOpen || !picked.has(number)) return one;
          const duplicateOf = to === 'duplicate' ? root.suggestionId : null;
          return { ...one, moves: [{ at: at('06-20'), from: 'new', to, dueAt: null, duplicateOf }] };
        });
      };
      const picked = new Set(all.flatMap((_, index) => (pick() ? [index + 1] : [])));
      return [answerWith('declined'), answerWith('duplicate')];
    });
  });

  test('P6 by merging what is open into what is open', () => {
    resists(['P6'], (all, pick) => {
      const open = all.map((one) => ({ ...one, moves: [] }));
      const root = { ...open[0]!, moves: [] };
      const move = {
        at: at('06-01'),
        from: 'new',
        to: 'duplicate',
        dueAt: null,
        duplicateOf: root.suggestionId,
      } as const;
      const done = suggested('05-01', { moves: [{ ...move, to: 'declined', duplicateOf: null }] });
      const rest = open.slice(1);
      return [
        [done, root, ...rest],
        [done, root, ...rest.map((one) => (pick() ? { ...one, moves: [move] } : one))],
      ];
    });
  });

  test('P12 by moving what was promised to a later day', () => {
    resists(['P12'], (all, pick) => [
      all,
      all.map((one) => {
        const [first, ...rest] = one.moves;
        if (first?.to !== 'accepted' || !pick()) return one;
        const later: CaseMove = { ...first, from: 'accepted', dueAt: '2026-06-29' };
        return { ...one, moves: [first, later, ...rest] };
      }),
    ]);
  });

  const counts = fc.array(fc.nat(8), { minLength: 5, maxLength: 5 });
  const rated: fc.Arbitrary<readonly RatedItem[]> = fc
    .array(fc.tuple(counts, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 8 })
    .map((all) =>
      all.map(([distribution, isStale, isUsed], index) => ({
        ...item(`${isUsed ? 'used' : 'idle'}-${index}`, { reviewBy: isStale ? '2026-06-01' : '2027-01-01' }),
        prior,
        ratings: [{ version: 'v1', distribution }],
      })),
    );
  const views = new Map(Array.from({ length: 8 }, (_, index) => [`used-${index}`, 1]));
  const limits = { targetRating: 3.5, minimumRatings: 5 };
  const itemMeasures: Readonly<Record<string, (items: readonly RatedItem[]) => number>> = {
    P1: (items) => goodness(shareEstimate(usageRate(items, views, rules), quarter.window), 'higher'),
    P3: (items) => goodness(shareEstimate(ratingOnTarget(items, limits, rules), quarter.window), 'higher'),
    P8: (items) => goodness(shareEstimate(staleItems(items, rules), quarter.window), 'lower'),
  };
  const unmoved = (ids: readonly string[], change: (one: RatedItem) => RatedItem): void => {
    fc.assert(
      fc.property(rated, chosen, (all, picks) => {
        const changed = all.map((one) => (picks.next().value ? change(one) : one));
        for (const id of ids) {
          const [before, after] = [itemMeasures[id]!(all), itemMeasures[id]!(changed)];
          assert.ok(after <= before, `${id} went from ${before} to ${after}`);
        }
      }),
      { numRuns: 300, seed: 42 },
    );
  };

  test('P1 and P3 by retiring what is low rated or unused in the period', () => {
    unmoved(['P1', 'P3'], (one) => ({ ...one, retiredOn: '2026-06-20' }));
  });

  test('P3 by putting a new version in place of a low-rated one', () => {
    unmoved(['P3'], (one) => ({
      ...one,
      version: 'v2',
      ratings: [...one.ratings, { version: 'v2', distribution: null }],
    }));
    unmoved(['P3'], (one) => ({
      ...one,
      version: 'v2',
      ratings: [...one.ratings, { version: 'v2', distribution: [0, 0, 0, 0, 4] }],
    }));
  });

  test('P1, P3 and P8 by giving items away just before the end', () => {
    const nobody = { producer: null, team: null, from: at('06-15') };
    unmoved(['P1', 'P3', 'P8'], (one) => ({ ...one, owners: [...anns, nobody] }));
  });

  test('P7 by publishing one improvement as two versions', () => {
    fc.assert(
      fc.property(counts, counts, (before, half) => {
        const sum = (some: readonly number[]): number => some.reduce((one, other) => one + other, 0);
        fc.pre(sum(before) >= 5 && sum(half) >= 5);
        const version = {
          ...item('deck'),
          version: 'v2',
          publishedAt: at('05-01'),
          hasLateRatings: false,
          isFirst: false,
          prior,
        };
        const lift = (...all: readonly (readonly [readonly number[], readonly number[]])[]): number =>
          goodness(
            liftEstimate(
              versionLifts(
                all.map(([old, after]) => ({ ...version, before: old, after })),
                own,
              ),
              quarter.window,
            ),
            'higher',
          );
        const whole = half.map((count) => 2 * count);
        const once = lift([before, whole]);
        // An improvement. Below the middle the prior pulls the thinner halves up, by less than a tenth of a point.
        const middle = half.reduce((one, count, index) => one + count * (index - 2), 0);
        fc.pre(once > 0 && middle >= 0);
        assert.ok(lift([before, half], [half, half]) <= once + 1e-9);
      }),
      { numRuns: 500, seed: 42 },
    );
  });
});
