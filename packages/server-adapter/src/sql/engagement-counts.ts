import type { Fact } from '../store/fact.js';
import { engagedOn, isRatedInTime, ratedOn } from '../store/is-engaged.js';
import type { CountChanges } from './count-changes.js';
import type { Code, CountCodes } from './count-codes.js';

/** Who really used an item and rated it, of one person and one item. */
export interface Engagement {
  /** Days of real use in ascending order, by the code of the team. */
  readonly days: ReadonlyMap<Code, readonly string[]>;
  readonly firstRatedOn: string | null;
}

/** Nothing used and nothing rated. */
export const noEngagement: Engagement = Object.freeze({ days: new Map(), firstRatedOn: null });

/** Tells whether a fact says something of real use or of a first rating. */
export function isAboutEngagement(fact: Fact): fact is Fact & { readonly collateralId: string } {
  return engagedOn(fact) !== null || ratedOn(fact) !== null;
}

/** Folds facts of one pair in. What changes nothing gives the same object. */
export function foldEngagement(
  before: Engagement,
  facts: readonly Fact[],
  codes: Pick<CountCodes, 'name'>,
): Engagement {
  let { firstRatedOn } = before;
  const days = new Map(before.days);
  for (const fact of facts) {
    const [used, rated] = [engagedOn(fact), ratedOn(fact)];
    if (rated !== null && (firstRatedOn === null || rated < firstRatedOn)) firstRatedOn = rated;
    if (used === null) continue;
    const team = codes.name('team', fact.team);
    const known = days.get(team) ?? [];
    if (!known.includes(used)) days.set(team, [...known, used].toSorted());
  }
  const isSame =
    firstRatedOn === before.firstRatedOn && [...days].every(([team, all]) => before.days.get(team) === all);
  return isSame ? before : { days, firstRatedOn };
}

/** Makes one person's state out of several. */
export function uniteEngagements(parts: Iterable<Engagement>): Engagement {
  const days = new Map<Code, readonly string[]>();
  let firstRatedOn: string | null = null;
  for (const part of parts) {
    for (const [team, all] of part.days) days.set(team, [...new Set([...(days.get(team) ?? []), ...all])].toSorted());
    const rated = part.firstRatedOn;
    if (rated !== null && (firstRatedOn === null || rated < firstRatedOn)) firstRatedOn = rated;
  }
  return { days, firstRatedOn };
}

/** Gives the days of one state that another does not have. */
export function newDays(before: Engagement, after: Engagement): readonly (readonly [team: Code, day: string])[] {
  return [...after.days].flatMap(([team, all]) => {
    const known = before.days.get(team) ?? [];
    return all.filter((day) => !known.includes(day)).map((day) => [team, day] as const);
  });
}

/**
 * Counts what changes with a pair, in the table that answers how much people of a window used and rated.
 *
 * A row is kept apart by the day of use and the day of the use before it, of the same person, team and item. So the first use in a
 * window is where the day is in it and the one before is not, and nobody has to be counted once over many days.
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
  { days, firstRatedOn }: Engagement,
  sign: 1 | -1,
): void {
  for (const [team, all] of days) {
    changes.add('participant', [team, actor], [sign * all.length]);
    let usedBefore = codes.noDay;
    for (const day of all) {
      const rated = isRatedInTime(day, firstRatedOn) ? sign : 0;
      changes.add('participationDay', [team, actor, codes.day(day), usedBefore], [sign, rated]);
      usedBefore = codes.day(day);
    }
  }
}
