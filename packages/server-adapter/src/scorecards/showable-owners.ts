import { getOrMake } from '../store/get-or-make.js';
import type { MeasuredPeriod } from './measured-period.js';
import type { CataloguedItem } from './read-items.js';

/**
 * Fewest producers behind what is told of a team where single ones have no scorecards. Of two, each could take their own figures from
 * those of both.
 */
export const fewestProducers = 3;

/** What is done before a period and counts in it: a low rating is followed up within so many days, the longest of all. */
const lagMs = 45 * 86_400_000;

/** The producers of a team in a period. */
interface TeamProducers {
  /** Those who had an item of it at any time, or shortly before. */
  readonly any: ReadonlySet<string>;
  /** Those who had one all the time: they are in every part of the period that can be worked out from two figures. */
  readonly steady: ReadonlySet<string>;
}

/**
 * Chooses the teams of which may be told how those who make its collateral do: enough producers, and enough in what the organisation
 * has beyond the teams that are shown. A team that nobody's items are in hides nobody.
 */
export function showableOwners(items: readonly CataloguedItem[], period: MeasuredPeriod): ReadonlySet<string> {
  const teams = producersByTeam(items, period);
  const isEnough = ({ any, steady }: TeamProducers): boolean => any.size === 0 || steady.size >= fewestProducers;
  // The smallest first; of equal ones always the same.
  const sorted = [...teams].toSorted(
    ([one, own], [other, others]) => own.steady.size - others.steady.size || ((one ?? '') < (other ?? '') ? -1 : 1),
  );
  const shown = new Set<string>();
  const hidden = { any: new Set<string>(), steady: new Set<string>() };
  for (const [team, own] of sorted) {
    // What is in no team is told of the organisation alone.
    if (team !== null && isEnough(own)) shown.add(team);
    else hide(own);
  }
  for (const [team, own] of sorted)
    if (team !== null && shown.has(team) && own.any.size > 0 && !isEnough(hidden)) {
      shown.delete(team);
      hide(own);
    }
  return shown;

  function hide({ any, steady }: TeamProducers): void {
    for (const producer of any) hidden.any.add(producer);
    for (const producer of steady) hidden.steady.add(producer);
  }
}

function producersByTeam(
  items: readonly CataloguedItem[],
  { start, asOf }: MeasuredPeriod,
): ReadonlyMap<string | null, TeamProducers> {
  const now = Date.parse(asOf);
  const teams = new Map<string | null, Map<string, Stretch[]>>();
  for (const { item, owners, versions } of items) {
    const published = Date.parse(versions[0]?.publishedAt ?? '');
    const retired = Date.parse(item.retiredAt ?? '');
    for (const [index, { producer, team, from }] of owners.entries()) {
      const producers = getOrMake(teams, team, () => new Map<string, Stretch[]>());
      const begin = Math.max(Date.parse(from), Number.isNaN(published) ? -Infinity : published);
      const next = owners[index + 1];
      const handedOn = next === undefined ? Infinity : Date.parse(next.from);
      const end = Math.min(handedOn, Number.isNaN(retired) ? Infinity : retired);
      if (producer !== null && begin < now && end > start - lagMs)
        getOrMake(producers, producer.id, (): Stretch[] => []).push([begin, end]);
    }
  }
  return new Map(
    [...teams].map(([team, producers]) => {
      const steady = [...producers].filter(([, stretches]) => covers(stretches, [start, now])).map(([id]) => id);
      return [team, { any: new Set(producers.keys()), steady: new Set(steady) }];
    }),
  );
}

type Stretch = readonly [begin: number, end: number];

function covers(stretches: readonly Stretch[], [begin, end]: Stretch): boolean {
  let until = begin;
  for (const one of stretches.toSorted(([first], [second]) => first - second))
    if (one[0] <= until) until = Math.max(until, one[1]);
  return until >= end;
}
