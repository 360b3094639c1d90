import { countViews, qualifiedViewMs, type CountableView } from '../store/folded-view.js';
import type { CountChanges } from './count-changes.js';
import type { Code } from './count-codes.js';
import { laterDay, type ItemSpans } from './item-spans.js';

/** A view as it stands in its row. */
interface CodedView extends CountableView {
  readonly version: Code;
  readonly team: Code;
  readonly day: Code;
  readonly excluded: Code;
}

/** Everything one person did with one item that counts: views by `viewId`, ratings by version. */
export interface PairState {
  readonly views: ReadonlyMap<string, CodedView>;
  readonly ratings: ReadonlyMap<Code, { readonly value: number | null }>;
}

/** The state of a pair nobody has heard of. */
export const noPair: PairState = Object.freeze({ views: new Map(), ratings: new Map() });

/**
 * Counts what a pair of a person and an item comes to, in the tables that answer questions about use.
 *
 * Every number in them is a sum over pairs. So a pair that changes is taken out as it was and put in as it is, and only the
 * difference is written: the order in which facts come makes no difference.
 */
export function changePair(
  changes: CountChanges,
  spans: ItemSpans,
  pair: { readonly item: Code; readonly actor: Code },
  { before, after }: { readonly before: PairState; readonly after: PairState },
): void {
  const was = countPair(changes, pair, before, -1);
  const is = countPair(changes, pair, after, 1);
  spans.change(pair.item, was, is);
}

/** Gives when the first qualified view began; undefined without one. */
export function usedFrom<Time extends Code>(
  views: Iterable<{ readonly activeMs: number; readonly effectiveAt: Time }>,
): Time | undefined {
  let first: Time | undefined;
  for (const { activeMs, effectiveAt } of views) {
    if (activeMs >= qualifiedViewMs && (first === undefined || effectiveAt < first)) first = effectiveAt;
  }
  return first;
}

/** Adds one state of a pair with a sign, and gives the days on which the item was used as far as it counts. */
function countPair(
  changes: CountChanges,
  { actor, item }: { readonly item: Code; readonly actor: Code },
  { views, ratings }: PairState,
  sign: 1 | -1,
): ReadonlySet<Code> {
  const rated = isRated(ratings) ? sign : 0;
  const used = new Map<Code, Set<Code>>();
  const lastOfTeams = new Map<string, { readonly excluded: Code; readonly team: Code; day: Code }>();
  for (const { at, views: count, activeMs } of countViews(views.values()).values()) {
    const { day, version, team, excluded } = at;
    const sums = [sign * count, sign * activeMs];
    changes.add('viewerDay', [day, item, actor, version, team, excluded], sums);
    changes.add('personDay', [excluded, day, team, actor], sums);
    changes.add('itemDay', [excluded, day, item], sums);
    if (count === 0) continue;
    used.set(excluded, (used.get(excluded) ?? new Set()).add(day));
    const last = lastOfTeams.get(`${excluded}\n${team}`);
    if (last === undefined) lastOfTeams.set(`${excluded}\n${team}`, { excluded, team, day });
    else last.day = laterDay(last.day, day);
  }
  for (const [excluded, days] of used) {
    for (const day of days) changes.add('dayPairs', [excluded, day], [sign, rated]);
    changes.add('itemLast', [excluded, [...days].reduce(laterDay), item], [sign, rated]);
  }
  for (const { excluded, team, day } of lastOfTeams.values())
    changes.add('teamLast', [excluded, day, team], [sign, rated]);
  // Nobody is excluded under 0 in SQLite and '' in PostgreSQL.
  return used.get(0) ?? used.get('') ?? new Set();
}

function isRated(ratings: PairState['ratings']): boolean {
  for (const { value } of ratings.values()) if (value !== null) return true;
  return false;
}
