import type { Item, ScorecardEvidence } from '@collateral/sdk/contract';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createReport } from '../scorecards/create-report.js';
import { createMemoryStore } from '../store/memory-store.js';
import { ScorecardWorld } from './scorecard-world.fixture.js';

// Where the policy has scorecards for teams only, an attacker who holds every list behind the figures of the organisation and of all
// teams, every marker and the catalogue adds up what belongs to each producer.
const makers = ['ann', 'bob', 'cy'] as const;
const measures = ['P1', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P12'] as const;
const readers = ['boss', 'lead', 'admin', 'auditor', 'crm', 'both', 'ann'] as const;
/** Who is told how single producers do: producers of themselves. */
const own: Readonly<Record<string, readonly string[]>> = { both: ['ann'], ann: ['ann'] };
const q2 = 'period=2026-Q2';

interface Plan {
  readonly owner: (typeof makers)[number] | null;
  readonly next: (typeof makers)[number] | null;
  readonly team: string;
  readonly ideas: number;
  readonly answered: boolean;
  readonly values: readonly number[];
}

const plans: fc.Arbitrary<readonly Plan[]> = fc.array(
  fc.record({
    owner: fc.constantFrom(...makers, null),
    next: fc.option(fc.constantFrom(...makers), { freq: 3 }),
    team: fc.constantFrom('blue', 'red'),
    ideas: fc.integer({ min: 0, max: 3 }),
    answered: fc.boolean(),
    values: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 7 }),
  }),
  { minLength: 2, maxLength: 6 },
);

const catalogued = (
  { team }: Plan,
  index: number,
  who: string | null,
  versions: number,
): { readonly id: string } & Partial<Item> => ({
  id: `item-${index}`,
  team,
  reviewBy: '2026-05-01',
  ...(who !== null && { producer: { id: who, name: who } }),
  versions: ['2026-01-05', '2026-04-20'].slice(0, versions).map((day, version) => ({
    version: `v${version + 1}`,
    publishedAt: `${day}T00:00:00.000Z`,
  })),
});

async function live(all: readonly Plan[], producerScorecards: 'team' | 'individual'): Promise<ScorecardWorld> {
  const world = new ScorecardWorld(createMemoryStore(), { producerScorecards }).on('02-01');
  await world.items(...all.map((plan, index) => catalogued(plan, index, plan.owner, 1)));
  let person = 0;
  const rateAll = async (index: number, values: readonly number[], version: string): Promise<void> => {
    for (const value of values) await world.rate(`p${(person += 1)}`, 'west', `item-${index}`, value, { version });
  };
  for (const [index, { values }] of all.entries()) await rateAll(index, values, 'v1');
  world.on('04-20', 12);
  await world.items(...all.map((plan, index) => catalogued(plan, index, plan.owner, 2)));
  for (const [index, { ideas, answered, values }] of all.entries()) {
    await rateAll(index, values.toReversed(), 'v2');
    for (let idea = 0; idea < ideas; idea += 1) {
      const id = await world.suggest('w1', `item-${index}`);
      if (answered) await world.move('boss', id, { to: 'declined' });
    }
  }
  world.on('06-10');
  for (const [index, plan] of all.entries())
    if (plan.next !== null) await world.items(catalogued(plan, index, plan.next, 2));
  return world.on('07-10');
}

const subjects = ['?', '?subject=team&id=blue&', '?subject=team&id=red&'] as const;

describe('where single producers have no scorecards', () => {
  test('no list behind a figure and no marker tells anything of one, to whoever reads it', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (all) => {
        const [world, open] = [await live(all, 'team'), await live(all, 'individual')];
        const teams = new Set(all.map(({ team }) => team));
        const asked = subjects.filter((subject) => subject === '?' || teams.has(subject.slice(17).replace('&', '')));
        for (const as of readers) {
          const mayKnow = (collateralId: string | null): boolean => {
            const plan = collateralId === null ? undefined : all[Number(collateralId.slice(5))];
            const had = plan ? [plan.owner, plan.next ?? plan.owner] : [];
            return had.every((who) => who === null || own[as]?.includes(who) === true);
          };
          for (const subject of asked) {
            if (as === 'lead' || ((as === 'ann' || as === 'both') && subject.includes('red'))) continue;
            const card = await world.scorecard(`${subject}${q2}`, as);
            for (const { collateralId, lift } of card.versions)
              assert.ok(mayKnow(collateralId) || lift.state === 'hidden', `${as}: the lift of ${collateralId}`);
            for (const measure of measures) {
              const query = `${subject}${q2}&measure=${measure}&limit=200`;
              const list: ScorecardEvidence = await world.evidence(query, as);
              for (const { collateralId } of list.entries)
                assert.ok(mayKnow(collateralId), `${as} reads of ${collateralId} behind ${measure}`);
              if (card.measures.find(({ id }) => id === measure)?.metric.state === 'hidden') {
                assert.deepEqual([list.total, list.withheld ?? 0], [0, 0], `${as}: ${query}`);
                continue;
              }
              const whole = await open.evidence(query);
              assert.equal(list.total + (list.withheld ?? 0), whole.total, `${as}: ${query}`);
              const kept = whole.entries.filter(({ collateralId }) => mayKnow(collateralId));
              assert.equal(list.total, kept.length, 'what is about nobody else is listed');
            }
          }
        }
      }),
      { numRuns: Number(process.env['SCORECARD_RUNS'] ?? 4), seed: 9 },
    );
  });

  test('a report of their team says when versions came out, and not how each was rated', async () => {
    const plan = {
      owner: 'ann',
      next: null,
      team: 'blue',
      ideas: 0,
      answered: false,
      values: [1, 1, 2, 4, 5, 5],
    } as const;
    const world = await live([plan, { ...plan, owner: 'bob' }], 'team');
    const report = (producerScorecards: 'team' | 'individual'): ReturnType<typeof createReport> =>
      createReport(world.world.store, {
        subject: 'team',
        id: 'blue',
        period: '2026-Q2',
        now: () => world.world.clock,
        policy: { producerScorecards },
      });
    assert.match((await report('individual')).text, /The item-0, v2 of .*: rated/);
    assert.doesNotMatch((await report('team')).text, /: rated/);
  });
});
