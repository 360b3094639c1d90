import type { Fact } from '../store/fact.js';
import { engagedOn, isRatedBeside, ratedOn } from '../store/is-engaged.js';
import type { CountChanges } from './count-changes.js';
import type { Code, CountCodes } from './count-codes.js';

/** Who really used an item and rated it, of one person and one item. */
export interface Engagement {
  /** Days of real use in ascending order, by the code of the team. */
  readonly days: ReadonlyMap<Code, readonly string[]>;
  /** Days of ratings in ascending order. */
  readonly ratedOn: readonly string[];
}

/** Nothing used and nothing rated. */
export const noEngagement: Engagement = Object.freeze({ days: new Map(), ratedOn: [] });

/** Tells whether a fact says something of real use or of a rating. */
export function isAboutEngagement(fact: Fact): fact is Fact & { readonly collateralId: string } {
  return engagedOn(fact) !== null || ratedOn(fact) !== null;
}

/** Folds facts of one pair in. What changes nothing gives the same object. */
export function foldEngagement(
  before: Engagement,
  facts: readonly Fact[],
  codes: Pick<CountCodes, 'name'>,
): Engagement {
  let { ratedOn: ratings } = before;
  const days = new Map(before.days);
  for (const fact of facts) {
    const [used, rated] = [engagedOn(fact), ratedOn(fact)];
    if (rated !== null && !ratings.includes(rated)) ratings = [...ratings, rated].toSorted();
    if (used === null) continue;
    const team = codes.name('team', fact.team);
    const known = days.get(team) ?? [];
    if (!known.includes(used)) days.set(team, [...known, used].toSorted());
  }
  const isSame = ratings === before.ratedOn && [...days].every(([team, all]) => before.days.get(team) === all);
  return isSame ? before : { days, ratedOn: ratings };
}

/** Makes one person's state out of several. */
export function uniteEngagements(parts: Iterable<Engagement>): Engagement {
  const days = new Map<Code, readonly string[]>();
  const ratings = new Set<string>();
  for (const part of parts) {
    for (const [team, all] of part.days) days.set(team, [...new Set([...(days.get(team) ?? []), ...all])].toSorted());
    for (const day of part.ratedOn) ratings.add(day);
  }
  return { days, ratedOn: [...ratings].toSorted() };
}

/** Gives the days of real use of one state that another does not have. */
export function newDays(before: Engagement, after: Engagement): readonly (readonly [team: Code, day: string])[] {
  return [...after.days].flatMap(([team, all]) => {
    const known = before.days.get(team) ?? [];
    return all.filter((day) => !known.includes(day)).map((day) => [team, day] as const);
  });
}

/** Gives the days of ratings of one state that another does not have. */
export function newRatingDays({ ratedOn: known }: Engagement, { ratedOn }: Engagement): readonly string[] {
  return ratedOn.filter((day) => !known.includes(day));
}

/**
 * Counts what changes with a pair, in the table that answers how much people of a window used and rated.
 *
 * A row is kept apart by the day of use and the day of the use before it, of the same person, team and item. So the first use in a
 * window is where the day is in it and the one before is not, and nobody has to be counted once over many days. Uses that were rated
 * are counted the same way, beside the ones before them that were rated: each has a chain of its own in the same rows.
 */
export function changeEngagement(
  changes: CountChanges,
  codes: Pick<CountCodes, 'day' | 'noDay'>,
  actor: Code,
  { before, after }: { readonly before: Engagement; readonly after: Engagement },
): void {
  countEngagement(changes, codes, actor, before, -1);
  countEngagement(changes, codes, actor, after, 1);
}

function countEngagement(
  changes: CountChanges,
  codes: Pick<CountCodes, 'day' | 'noDay'>,
  actor: Code,
  { days, ratedOn }: Engagement,
  sign: 1 | -1,
): void {
  const chain = (team: Code, all: readonly string[], sums: readonly [pairs: number, rated: number]): void => {
    let before = codes.noDay;
    for (const day of all) {
      changes.add('participationDay', [team, actor, codes.day(day), before], sums);
      before = codes.day(day);
    }
  };
  for (const [team, all] of days) {
    changes.add('participant', [team, actor], [sign * all.length]);
    chain(team, all, [sign, 0]);
    const rated = ratedOn.length === 0 ? [] : all.filter((day) => isRatedBeside(day, ratedOn));
    chain(team, rated, [0, sign]);
  }
}
