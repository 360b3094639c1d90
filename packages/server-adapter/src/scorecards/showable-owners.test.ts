import type { Item } from '@collateral/sdk/contract';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMemoryStore } from '../store/memory-store.js';
import { ScorecardWorld } from '../routes/scorecard-world.fixture.js';
import { readScorecardPeriod } from '../insights/period.js';
import { measuredPeriod, type MeasuredPeriod } from './measured-period.js';
import type { OwnerSpan } from './owner-spans.js';
import type { CataloguedItem } from './read-items.js';
import { fewestProducers, showableOwners } from './showable-owners.js';

// An attacker has every figure of the organisation and of the teams that are shown, of months that overlap as they like, and adds and
// subtracts up to three. Months are those of 2026.
const months = ['01', '02', '03', '04', '05', '06'];
const periods: readonly MeasuredPeriod[] = [
  ...months.map((month) => `2026-${month}`),
  '2026-Q1',
  '2026-Q2',
  '2026-01..2026-02',
  '2026-02..2026-05',
  '2026-01..2026-06',
].map((period) => measuredPeriod(readScorecardPeriod(period, '2026-07-10'), 'UTC', Date.parse('2026-07-10')));

interface Stint {
  readonly who: number;
  readonly team: number;
  readonly first: number;
  readonly length: number;
}

const stints: fc.Arbitrary<readonly Stint[]> = fc.array(
  fc.record({
    who: fc.nat(7),
    team: fc.nat(2),
    first: fc.nat(5),
    // Most stay for good.
    length: fc.constantFrom(1, 2, 3, 12, 12, 12, 12),
  }),
  { minLength: 3, maxLength: 14 },
);

/** One item for each stint: it comes out with it and is retired behind it. */
function itemsOf(all: readonly Stint[]): readonly CataloguedItem[] {
  return all.map(({ who, team, first, length }, index): CataloguedItem => {
    const monthOf = (month: number): string => new Date(Date.UTC(2026, month)).toISOString();
    const owner: OwnerSpan = {
      producer: { id: `p${who}`, name: '' },
      team: `t${team}`,
      from: '1970-01-01T00:00:00.000Z',
    };
    const versions = [{ version: 'v1', publishedAt: monthOf(first) }];
    const item: Item = { id: `${index}`, title: '', kind: 'deck', versions, retiredAt: monthOf(first + length) };
    return { item, owners: [owner], versions };
  });
}

/** Who is in a figure, once for each team and month. */
interface Told {
  readonly name: string;
  readonly atoms: ReadonlyMap<string, string>;
}

function figureOf(all: readonly Stint[], team: number | null, { span }: MeasuredPeriod): Told {
  const atoms = new Map<string, string>();
  for (const one of all)
    for (const [index, month] of months.entries())
      if (`2026-${month}` >= span.firstDay.slice(0, 7) && `2026-${month}` <= span.lastDay.slice(0, 7))
        if (index >= one.first && index < one.first + one.length && (team === null || team === one.team))
          atoms.set(`${one.who} ${one.team} ${month}`, `p${one.who}`);
  return { name: `${team === null ? 'all' : `t${team}`} ${span.period}`, atoms };
}

/** Gives a sum of up to three figures that is about too few producers; null when there is none. */
function leakIn(told: readonly Told[]): string | null {
  const check = (parts: readonly (readonly [Told, number])[]): string | null => {
    const sums = new Map<string, number>();
    for (const [{ atoms }, sign] of parts)
      for (const atom of atoms.keys()) sums.set(atom, (sums.get(atom) ?? 0) + sign);
    const people = new Set<string>();
    for (const [{ atoms }] of parts) for (const [atom, who] of atoms) if (sums.get(atom) !== 0) people.add(who);
    const sum = parts.map(([{ name }, sign]) => `${sign > 0 ? '+' : '-'} ${name}`).join(' ');
    return people.size > 0 && people.size < fewestProducers ? `${sum} is about ${[...people].join(', ')}` : null;
  };
  for (const [first, one] of told.entries())
    for (const [second, two] of told.entries())
      for (const sign of second > first ? [1, -1] : []) {
        const found = check([
          [one, 1],
          [two, sign],
        ]);
        if (found !== null) return found;
        for (const three of told.slice(second + 1))
          for (const last of [1, -1]) {
            const leak = check([
              [one, 1],
              [two, sign],
              [three, last],
            ]);
            if (leak !== null) return leak;
          }
      }
  return null;
}

/** Figures of the organisation are left out where it is itself too few: it is told of whatever it is. */
function toldOf(all: readonly Stint[], isShown: (team: string, period: MeasuredPeriod) => boolean): readonly Told[] {
  return periods.flatMap((period) =>
    [null, 0, 1, 2]
      .filter((team) => team === null || isShown(`t${team}`, period))
      .map((team) => figureOf(all, team, period)),
  );
}

/** With enough producers all the time, so that what is left of the organisation is a matter of its teams. */
function withOthers(all: readonly Stint[]): readonly Stint[] {
  return [...all, ...[20, 21, 22].map((who) => ({ who, team: 2, first: 0, length: 12 }))];
}

const runs = { numRuns: Number(process.env['SCORECARD_RUNS'] ?? 15), seed: 4 };

describe('teams of few producers', () => {
  test('are told of by no sum of three figures', () => {
    fc.assert(
      fc.property(stints, (some) => {
        const all = withOthers(some);
        const items = itemsOf(all);
        const shown = new Map(periods.map((period) => [period, showableOwners(items, period)]));
        assert.equal(leakIn(toldOf(all, (team, period) => shown.get(period)?.has(team) === true)), null);
      }),
      { ...runs, endOnFailure: true },
    );
  });

  test('would be, were all teams shown, or all that have enough of them at some time of a period', () => {
    const samples = fc.sample(stints, runs).map(withOthers);
    const leaks = (isShown: (all: readonly Stint[], team: string, period: MeasuredPeriod) => boolean): number =>
      samples.filter((all) => leakIn(toldOf(all, (team, period) => isShown(all, team, period))) !== null).length;
    assert.ok(leaks(() => true) > 5);
    const hasEnough = (all: readonly Stint[], team: string, period: MeasuredPeriod): boolean =>
      new Set(figureOf(all, Number(team.slice(1)), period).atoms.values()).size >= fewestProducers;
    assert.ok(leaks(hasEnough) > 5);
  });

  test('have hidden measures where single producers have no scorecards, and shown ones where they have', async () => {
    for (const [makers, policy, expected] of [
      [['ann'], 'team', 'hidden'],
      [['ann', 'bob'], 'team', 'hidden'],
      [['ann', 'bob', 'cy'], 'team', 'ok'],
      [['ann'], 'individual', 'ok'],
    ] as const) {
      const world = new ScorecardWorld(createMemoryStore(), { producerScorecards: policy }).on('01-05');
      await world.groups({ id: 'blue', name: 'Blue', size: 9 });
      await world.items(
        ...makers.map((id) => ({ id: `deck-${id}`, team: 'blue', producer: { id, name: id }, reviewBy: '2026-05-01' })),
        { id: 'orphan', team: 'blue' },
      );
      const idea = await world.on('04-02').suggest('w1', 'deck-ann');
      await world.move('ann', idea, { to: 'accepted', assignee: 'ann', dueAt: '2026-05-10' });
      const query = '?subject=team&id=blue&period=2026-04..2026-06';
      const card = await world.on('07-10').scorecard(query);
      const told = `${makers.length} producers, ${policy}`;
      for (const { id, metric, previous, trend, change, verdict } of card.measures) {
        if (id === 'P9') assert.equal(metric.numerator, 1, 'what nobody owns is no producer’s');
        if (!['P1', 'P4', 'P8', 'P12'].includes(id)) continue;
        assert.equal(metric.state, expected, `${id}: ${told}`);
        const { entries } = await world.evidence(`${query}&measure=${id}`);
        if (expected === 'ok') continue;
        assert.deepEqual(
          [metric.value, metric.n, metric.numerator, change, verdict],
          [null, null, undefined, null, 'no-target'],
        );
        assert.equal(previous?.state ?? 'hidden', 'hidden');
        assert.ok(trend.every(({ value, n }) => value === null && (n === null || n === 0)));
        assert.deepEqual(entries, [], told);
      }
      assert.equal(card.commitments === null, expected === 'hidden', told);
      const { subjects } = await world.comparison('?subject=team&period=2026-04..2026-06');
      const compared = subjects.find(({ subject }) => subject.id === 'blue')?.measures;
      assert.deepEqual(compared?.find(({ id }) => id === 'P8')?.metric.state, expected);
    }
  });
});
