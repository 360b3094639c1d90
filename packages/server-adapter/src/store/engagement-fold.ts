import type { FirstEngagedQuery, LowRatersQuery, ParticipationQuery } from './engagement-query.js';
import type { FirstEngagedRow, LowRatersRow, ParticipationRow } from './engagement-row.js';
import type { Fact } from './fact.js';
import { getOrMake } from './get-or-make.js';
import { engagedOn, isRatedBeside, ratedOn } from './is-engaged.js';
import { ratingValue } from './live-rating.js';
import { saysWhy } from './says-why.js';

/** A row while it is counted. */
type Counted<Row> = { -readonly [Field in keyof Row]: Row[Field] };

interface Pair {
  readonly collateralId: string;
  readonly actorId: string;
  /** Days of real use, by team. */
  readonly days: Map<string | null, Set<string>>;
  /** Days of ratings. */
  readonly ratedOn: Set<string>;
}

/** Folds facts into who really used what, and who rated it. */
export class EngagementFold {
  readonly #pairs = new Map<string, Pair>();

  /** Takes one fact in. Facts that say nothing of it change nothing. */
  add(fact: Fact): void {
    const { collateralId, actorId, team } = fact;
    const [used, rated] = [engagedOn(fact), ratedOn(fact)];
    if (collateralId === null || (used === null && rated === null)) return;
    const key = JSON.stringify([collateralId, actorId]);
    const make = (): Pair => ({ collateralId, actorId, days: new Map(), ratedOn: new Set() });
    const pair = getOrMake(this.#pairs, key, make);
    if (used !== null) getOrMake(pair.days, team, () => new Set<string>()).add(used);
    if (rated !== null) pair.ratedOn.add(rated);
  }

  /** Counts what each person used and rated. */
  participation({ from, to }: ParticipationQuery): readonly ParticipationRow[] {
    const rows = new Map<string, Counted<ParticipationRow>>();
    for (const { actorId, days, ratedOn } of this.#pairs.values())
      for (const [team, all] of days) {
        const used = [...all].filter((day) => day >= from && day < to);
        if (used.length === 0) continue;
        const make = (): Counted<ParticipationRow> => ({ type: 'participation', actorId, team, pairs: 0, rated: 0 });
        const row = getOrMake(rows, JSON.stringify([actorId, team]), make);
        row.pairs += 1;
        if (used.some((day) => isRatedBeside(day, ratedOn))) row.rated += 1;
      }
    return [...rows.values()];
  }

  /** Counts people by the first day of their use. */
  firstEngaged({ collateralIds, teams }: FirstEngagedQuery): readonly FirstEngagedRow[] {
    const asked = new Set(collateralIds);
    const rows = new Map<string, Counted<FirstEngagedRow>>();
    for (const { collateralId, days } of this.#pairs.values())
      for (const [team, all] of asked.has(collateralId) ? daysBy(days, teams) : []) {
        const [day = ''] = [...all].toSorted();
        const make = (): Counted<FirstEngagedRow> => ({ type: 'first-engaged', collateralId, team, day, people: 0 });
        getOrMake(rows, JSON.stringify([collateralId, team, day]), make).people += 1;
      }
    return [...rows.values()];
  }
}

/** Gives the days of each team, or those of several as the days of one. */
function daysBy(
  days: Pair['days'],
  teams: FirstEngagedQuery['teams'],
): Iterable<readonly [string | null, Iterable<string>]> {
  if (teams === undefined) return days;
  const together = new Set(teams.flatMap((team) => [...(days.get(team) ?? [])]));
  return together.size === 0 ? [] : [[null, together]];
}

/** Counts low ratings among live ones, and those that say why. */
export function lowRaterRows(live: Iterable<Fact>, { atMost, from, to }: LowRatersQuery): readonly LowRatersRow[] {
  const rows = new Map<string, Counted<LowRatersRow>>();
  for (const fact of live) {
    const { actorId, team, day, excluded } = fact;
    const rating = ratingValue(fact);
    if (rating === null || rating.value > atMost || excluded !== null || day < from || day >= to) continue;
    const make = (): Counted<LowRatersRow> => ({ type: 'low-raters', actorId, team, ratings: 0, explained: 0 });
    const row = getOrMake(rows, JSON.stringify([actorId, team]), make);
    row.ratings += 1;
    if (saysWhy(fact)) row.explained += 1;
  }
  return [...rows.values()];
}
