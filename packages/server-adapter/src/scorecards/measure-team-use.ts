import type { MeasureId } from '@collateral/sdk/contract';
import { readGroups } from '../insights/source.js';
import { showableParts } from '../privacy/suppression.js';
import type { Share } from '../statistics/wilson.js';
import { hiddenEstimate, type Estimate } from './estimate.js';
import type { MeasuredPeriod } from './measured-period.js';
import { readRequired, readTeamUse } from './read-team-use.js';
import type { ScorecardSource } from './scorecard-source.js';
import { groupedEstimate } from './share-estimate.js';
import { requiredUse, type PeopleShares } from './team-use.js';

/** The measures of those who use collateral. */
export type UsingMeasure = Extract<MeasureId, `T${string}`>;

/** What is counted of each team, and how many people are behind it. */
type TeamParts = ReadonlyMap<string | null, { readonly shares: PeopleShares; readonly people: number }>;

/** The period in which figures of single teams are told: two that overlap would give away what lies between them. */
const teamPeriod = 'last-90-days';

/**
 * Measures what the people of teams do with collateral.
 *
 * A team's figure is hidden when fewer people than the minimum contributed, and so is the next smallest team's while all that is
 * hidden is about fewer (docs/privacy.md). The organisation's is hidden when fewer contributed in all.
 */
export async function measureUse(
  source: ScorecardSource,
  period: MeasuredPeriod,
): Promise<(team: string | null) => Readonly<Record<UsingMeasure, Estimate>>> {
  const { figures } = source;
  const [use, required, groups] = await Promise.all([
    readTeamUse(figures, period),
    readRequired(figures),
    readGroups(figures),
  ]);
  const { minimumGroup } = figures.policy;
  const sharesOfPeople = (groups: readonly Share[]): { readonly shares: PeopleShares; readonly people: number } => ({
    shares: { groups, excluded: [] },
    people: groups.length,
  });
  const parts: Readonly<Record<UsingMeasure, TeamParts>> = {
    T1: mapValues(use.participation, sharesOfPeople),
    T2: mapValues(use.constructive, sharesOfPeople),
    T3: new Map(
      [...required].map(([group, items]) => [
        group,
        { shares: requiredUse(items, period), people: groups.get(group)?.size ?? 0 },
      ]),
    ),
  };
  return (team) => ({
    T1: estimate(parts.T1, team, period, minimumGroup),
    T2: estimate(parts.T2, team, period, minimumGroup),
    T3: estimate(parts.T3, team, period, minimumGroup),
  });
}

function estimate(parts: TeamParts, team: string | null, { window, span }: MeasuredPeriod, minimum: number): Estimate {
  const hidden = hiddenEstimate('wilson-clustered', window);
  if (team === null) {
    const all = [...parts.values()];
    const people = all.reduce((sum, one) => sum + one.people, 0);
    if (people > 0 && people < minimum) return hidden;
    return groupedEstimate(
      all.flatMap(({ shares }) => shares.groups),
      window,
      excludedOf(all.map(({ shares }) => shares)),
    );
  }
  const own = parts.get(team);
  if (own === undefined || own.people === 0) return groupedEstimate([], window);
  // No team has the empty id, so it can stand for the people without one.
  const sizes = [...parts].map(([key, { people }]) => ({ key: key ?? '', people }));
  if (span.period !== teamPeriod || !showableParts(sizes, minimum).has(team)) return hidden;
  return groupedEstimate(own.shares.groups, window, own.shares.excluded);
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
