import type { MeasureId } from '@collateral/sdk/contract';
import { readGroups } from '../insights/source.js';
import { isSafeRest } from '../privacy/suppression.js';
import { hiddenEstimate, type Estimate } from './estimate.js';
import { dayBehind, type MeasuredPeriod } from './measured-period.js';
import type { Outcome } from './outcome.js';
import { readRequired, readTeamUse, type PersonShare } from './read-team-use.js';
import type { ScorecardSource } from './scorecard-source.js';
import { groupedEstimate } from './share-estimate.js';
import { showableGroups, showableTeams, showableUnions } from './showable-teams.js';
import { joinOutcomes, requiredUse, type PeopleShares } from './team-use.js';

/** The measures of those who use collateral. */
export type UsingMeasure = Extract<MeasureId, `T${string}`>;

/** A measure of those who use collateral, with the list behind it where there is one. */
export interface MeasuredUse {
  readonly estimate: Estimate;
  readonly outcomes: readonly Outcome[];
}

/** What is counted of each team, which of them may be shown, and whether all together may. */
interface TeamParts {
  readonly teams: ReadonlyMap<string | null, PeopleShares>;
  /** Groups of teams: what they did is no part of the whole beside that of their teams. */
  readonly groups: ReadonlyMap<string, PeopleShares>;
  readonly shown: ReadonlySet<string | null>;
  readonly isWholeShown: boolean;
  /** Nothing is told of the period, not even whether anything was done. */
  readonly isSilent: boolean;
}

/** The period in which figures about what people did are told: two that overlap would give away what lies between them. */
const toldPeriod = 'last-90-days';

/**
 * Measures what the people of teams do with collateral.
 *
 * A team's figure is hidden when fewer people than the minimum contributed, and so is the next smallest team's while all that is
 * hidden is about fewer (docs/privacy.md). The organisation's is hidden when fewer contributed in all.
 */
export async function measureUse(
  source: ScorecardSource,
  period: MeasuredPeriod,
): Promise<(team: string | null) => Readonly<Record<UsingMeasure, MeasuredUse>>> {
  const { figures } = source;
  const [use, required, groups] = await Promise.all([
    readTeamUse(figures, period),
    readRequired(figures),
    readGroups(figures),
  ]);
  const { minimumGroup } = figures.policy;
  const teamsOfGroups = new Map(
    [...groups.values()].flatMap(({ id, teams }) =>
      teams.length > 0 ? [[id, [...new Set([id, ...teams])]] as const] : [],
    ),
  );
  const isTold = period.span.period === toldPeriod;
  const ofPeople = (teams: ReadonlyMap<string | null, readonly PersonShare[]>): TeamParts => {
    const { shown, people } = showableTeams(teams, minimumGroup);
    const unions = showableUnions(teamsOfGroups, teams, shown, minimumGroup);
    return {
      teams: mapValues(teams, sharesOf),
      groups: mapValues(teamsOfGroups, (own) => sharesOf(addUpPeople(own.flatMap((team) => teams.get(team) ?? [])))),
      shown: isTold ? new Set([...shown, ...unions]) : new Set(),
      isWholeShown: isTold && isSafeRest(people, minimumGroup),
      isSilent: !isTold,
    };
  };
  // Every person of a group is in its figure, whether they used anything or not.
  const sizes = [...required.keys()].map((id) => ({
    id,
    people: groups.get(id)?.size ?? 0,
    teams: groups.get(id)?.teams ?? [],
  }));
  const parts: Readonly<Record<UsingMeasure, TeamParts>> = {
    T1: ofPeople(use.participation),
    T2: ofPeople(use.constructive),
    T3: {
      teams: mapValues(required, (items) => requiredUse(items, period, dayBehind(period))),
      groups: new Map(),
      shown: isTold ? showableGroups(sizes, minimumGroup) : new Set(),
      isWholeShown: isSafeRest(
        sizes.reduce((sum, { people }) => sum + people, 0),
        minimumGroup,
      ),
      isSilent: false,
    },
  };
  return (team) => ({
    T1: measure(parts.T1, team, period),
    T2: measure(parts.T2, team, period),
    T3: measure(parts.T3, team, period),
  });
}

function measure(
  { teams, groups: unions, shown, isWholeShown, isSilent }: TeamParts,
  team: string | null,
  { window }: MeasuredPeriod,
): MeasuredUse {
  if (isSilent) return { estimate: hiddenEstimate(method, window), outcomes: [] };
  if (team === null) {
    const all = [...teams.values()];
    const groups = all.flatMap((one) => one.groups);
    if (groups.length > 0 && !isWholeShown) return { estimate: hiddenEstimate(method, window), outcomes: [] };
    // Beside the lists of the teams that are shown, one of all would tell about the others.
    const isListed = [...teams].every(([key, one]) => shown.has(key) || one.groups.length === 0);
    const outcomes = isListed ? joinOutcomes(all.flatMap((one) => one.outcomes)) : [];
    return { estimate: groupedEstimate(groups, window, excludedOf(all)), outcomes };
  }
  const own = unions.get(team) ?? teams.get(team);
  if (own === undefined || (own.groups.length === 0 && own.outcomes.length === 0))
    return { estimate: groupedEstimate([], window), outcomes: [] };
  if (!shown.has(team)) return { estimate: hiddenEstimate(method, window), outcomes: [] };
  return { estimate: groupedEstimate(own.groups, window, own.excluded), outcomes: own.outcomes };
}

const method = 'wilson-clustered';

function sharesOf(groups: readonly PersonShare[]): PeopleShares {
  return { groups, excluded: [], outcomes: [] };
}

// Somebody who changed between two teams of a group is one person of it.
function addUpPeople(shares: readonly PersonShare[]): readonly PersonShare[] {
  const people = new Map<number, PersonShare>();
  for (const { person, numerator, denominator } of shares) {
    const known = people.get(person);
    const sum = {
      numerator: numerator + (known?.numerator ?? 0),
      denominator: denominator + (known?.denominator ?? 0),
    };
    people.set(person, { person, ...sum });
  }
  return [...people.values()];
}

function excludedOf(all: readonly PeopleShares[]): PeopleShares['excluded'] {
  const counts = new Map<string, number>();
  for (const { excluded } of all)
    for (const { reason, count } of excluded) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts].map(([reason, count]) => ({ reason, count }));
}

function mapValues<Key, Value, Made>(
  map: ReadonlyMap<Key, Value>,
  make: (value: Value) => Made,
): ReadonlyMap<Key, Made> {
  return new Map([...map].map(([key, value]) => [key, make(value)]));
}
