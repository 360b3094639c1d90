import fc from 'fast-check';
import { createMemoryStore } from '../store/memory-store.js';
import { ScorecardWorld } from './scorecard-world.fixture.js';

// What people did is counted again here, and every figure that is told is kept with the people behind it: so an attacker can be played
// who adds and subtracts figures. Days are counted from the 1st of January 2026; everybody asks on the 10th of July, day 190.
const dayMs = 86_400_000;
const begin = Date.parse('2026-01-01T09:00:00.000Z');
const today = 190;
export const minimum = 5;
export const teams: readonly string[] = ['a', 'b', 'c', 'd'];
const items = ['deck', 'sheet', 'guide'] as const;
export const periods: readonly string[] = [
  'last-30-days',
  'last-90-days',
  'last-365-days',
  '2026-Q1',
  '2026-Q2',
  '2026-05',
  '2026-06',
  '2026-W20',
  // Any months in a row overlap with any others.
  '2026-04..2026-05',
  '2026-04..2026-06',
  '2026-05..2026-07',
  '2025-08..2026-07',
];
/** Days of months that overlap: what they would tell, were it told. */
export const overlapping: readonly (readonly [number, number])[] = [
  [90, 151],
  [90, 181],
  [120, 181],
  [59, 181],
];
/** Days of the last 90, today not over, and of the 90 before. */
export const windows: Readonly<Record<'now' | 'before', readonly [number, number]>> = {
  now: [101, 190],
  before: [11, 101],
};

interface Act {
  readonly day: number;
  readonly person: number;
  readonly team: string;
  readonly item: string;
  readonly value: number;
  readonly says: boolean;
}

export interface Population {
  readonly acts: readonly Act[];
  readonly sizes: readonly number[];
  /** Groups of teams, which may overlap. */
  readonly unions: readonly (readonly string[])[];
  /** Which groups each of three modules is required of. */
  readonly required: readonly (readonly string[])[];
}

// Most people stay in one team, and some teams are small.
const act: fc.Arbitrary<Act> = fc
  .record({
    day: fc.integer({ min: 12, max: 189 }),
    person: fc.integer({ min: 0, max: 24 }),
    moved: fc.integer({ min: 0, max: 9 }),
    item: fc.constantFrom(...items),
    value: fc.integer({ min: 0, max: 4 }),
    says: fc.boolean(),
  })
  .map(({ person, moved, ...rest }) => ({ ...rest, person, team: teamOf(moved === 0 ? person + 9 : person) }));
export const populations: fc.Arbitrary<Population> = fc.record({
  acts: fc.array(act, { minLength: 20, maxLength: 90 }).map((all) => all.toSorted((one, other) => one.day - other.day)),
  sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
  unions: fc.array(fc.subarray([...teams], { minLength: 1 }), { maxLength: 3 }),
  required: fc.array(fc.subarray([...teams], { minLength: 1 }), { minLength: 3, maxLength: 3 }),
});

function teamOf(person: number): string {
  return person < 9 ? 'a' : person < 17 ? 'b' : person < 21 ? 'c' : 'd';
}

/** Lives it through the handler: a value of 0 is real use, others are ratings. */
export async function live({ acts, sizes, unions, required }: Population): Promise<ScorecardWorld> {
  const world = new ScorecardWorld(createMemoryStore(), { minimumGroup: minimum });
  world.world.clock = begin;
  await world.groups(
    ...teams.map((id, index) => ({ id, name: id.toUpperCase(), size: sizes[index] })),
    ...unions.map((own, index) => ({ id: unionName(index), name: `Union ${index}`, teams: own })),
  );
  await world.items(
    ...items.map((id) => ({ id })),
    ...required.map((requiredFor, index) => ({ id: `module-${index}`, requiredFor })),
  );
  for (const [index, { day, person, team, item, value, says }] of acts.entries()) {
    world.world.clock = begin + day * dayMs + index * 1_000;
    if (value === 0) await world.view(`p${person}`, team, item);
    else await world.rate(`p${person}`, team, item, value, says ? { reasons: ['outdated'] } : {});
    if (value === 0 && says) await world.view(`p${person}`, team, 'module-0');
  }
  world.world.clock = begin + today * dayMs;
  return world;
}

/** The id of a group of teams. */
export function unionName(index: number): string {
  return `union-${index}`;
}

/** What somebody contributed to a figure, by a name no other contribution has: whose it is, and whether it is in the numerator. */
export type Atoms = ReadonlyMap<string, { readonly person: string; readonly isHit: boolean }>;

/** Counts T1 and T2 of a window again; of some teams, or of all. */
export function recount(
  { acts }: Population,
  measure: 'T1' | 'T2',
  [from, to]: readonly [number, number],
  among: readonly string[] | null,
): Atoms {
  // Whoever really used something and had something to say opened a module as well.
  const all = acts.flatMap((one) => (one.value === 0 && one.says ? [one, { ...one, item: 'module-0' }] : [one]));
  const atoms = new Map<string, { person: string; isHit: boolean }>();
  for (const one of all) {
    if (among !== null && !among.includes(one.team)) continue;
    const person = `p${one.person}`;
    const same = all.filter((other) => other.person === one.person && other.item === one.item);
    if (measure === 'T1' && one.value === 0 && one.day + 30 >= from && one.day + 30 < to) {
      const name = `${person} ${one.team} ${one.item}`;
      const uses = same.filter(({ value, team: where, day }) => value === 0 && where === one.team && day + 30 >= from);
      const first = Math.min(...uses.map(({ day }) => day));
      const ratings = same.filter(({ value }) => value > 0);
      const due = uses.filter(({ day }) => day + 30 < to);
      const isHit = due.some((use) => ratings.some(({ day }) => Math.abs(day - use.day) <= 30));
      atoms.set(`${name} ${first}`, { person, isHit });
    }
    if (
      measure === 'T2' &&
      one === same.findLast(({ value }) => value > 0) &&
      one.value <= 2 &&
      one.day >= from &&
      one.day < to
    )
      atoms.set(`${person} ${one.item}`, { person, isHit: one.says });
  }
  return atoms;
}

/** Only the first module is ever used: by how many of the groups it is required of, and no more than there are. */
export function usersOfModule({ acts, sizes, required: [requiredFor = []] }: Population, group: string | null): number {
  const users = teams.map((team, index) => {
    if (!requiredFor.includes(team) || (group !== null && group !== team)) return 0;
    const used = acts.filter((one) => one.team === team && one.value === 0 && one.says);
    return Math.min(sizes[index] ?? 0, new Set(used.map(({ person }) => person)).size);
  });
  return users.reduce((sum, one) => sum + one, 0);
}
