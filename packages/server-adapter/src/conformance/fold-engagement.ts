import type { FirstEngagedQuery, LowRatersQuery, ParticipationQuery } from '../store/engagement-query.js';
import type { FirstEngagedRow, LowRatersRow, ParticipationRow } from '../store/engagement-row.js';
import type { Fact } from '../store/fact.js';
import { partsOf } from './fold-parts.js';
import { liveRatings } from './fold-people.js';

const personOf = ({ actorId, team }: Fact): unknown => [actorId, team];

/** Counts what each person really used, and rated in time. */
export function participationRows(facts: readonly Fact[], query: ParticipationQuery): readonly ParticipationRow[] {
  const used = facts.filter(isRealUse).filter(({ day }) => day >= query.from && day < query.to);
  return partsOf(used, personOf).map((own) => {
    const items = partsOf(own, ({ collateralId }) => collateralId);
    return {
      type: 'participation',
      actorId: own[0].actorId,
      team: own[0].team,
      pairs: items.length,
      rated: items.filter((uses) => uses.some((use) => isRatedBeside(facts, use))).length,
    };
  });
}

/** Counts low ratings of each person, and those that say why. */
export function lowRaterRows(facts: readonly Fact[], query: LowRatersQuery): readonly LowRatersRow[] {
  const low = liveRatings(facts)
    .filter(({ excluded, detail }) => excluded === null && Number(detail['value']) <= query.atMost)
    .filter(({ day }) => day >= query.from && day < query.to);
  return partsOf(low, personOf).map((own) => ({
    type: 'low-raters',
    actorId: own[0].actorId,
    team: own[0].team,
    ratings: own.length,
    explained: own.filter(({ detail: { comment = '', reasons = [], commented } }) => {
      return comment !== '' || (reasons as readonly string[]).length > 0 || commented === true;
    }).length,
  }));
}

/** Counts people by the day on which they first really used an item. */
export function firstEngagedRows(facts: readonly Fact[], query: FirstEngagedQuery): readonly FirstEngagedRow[] {
  const used = facts
    .filter(isRealUse)
    .filter(({ collateralId }) => query.collateralIds.includes(collateralId ?? ''))
    .filter(({ team }) => query.teams === undefined || (team !== null && query.teams.includes(team)))
    .map((fact) => (query.teams === undefined ? fact : { ...fact, team: null }));
  const began = partsOf(used, (fact) => [fact.collateralId, personOf(fact)]).map((uses) => ({
    collateralId: uses[0].collateralId ?? '',
    team: uses[0].team,
    day: firstDayOf(uses),
  }));
  return partsOf(began, (one) => one).map((people) => ({
    type: 'first-engaged',
    ...people[0],
    people: people.length,
  }));
}

function isRealUse({ type, excluded, collateralId, detail }: Fact): boolean {
  if (excluded !== null || collateralId === null) return false;
  if (type === 'view') return Number(detail['activeMs']) >= 10_000 || Number(detail['progress']) >= 0.5;
  return type === 'completion' || (type === 'usage' && detail['action'] === 'download');
}

function isRatedBeside(facts: readonly Fact[], { actorId, collateralId, day }: Fact): boolean {
  const [first, last] = [daysAfter(day, -30), daysAfter(day, 30)];
  return facts.some(
    (fact) =>
      fact.type === 'rating' &&
      fact.excluded === null &&
      fact.actorId === actorId &&
      fact.collateralId === collateralId &&
      fact.day >= first &&
      fact.day <= last,
  );
}

function firstDayOf(uses: readonly Fact[]): string {
  return uses.map(({ day }) => day).sort()[0] ?? '';
}

function daysAfter(day: string, count: number): string {
  const date = new Date(`${day}T12:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}
