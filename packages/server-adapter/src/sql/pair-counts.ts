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
  const days = changingDays(before, after);
  const was = countPair(changes, pair, onDays(before, days), -1);
  const is = countPair(changes, pair, onDays(after, days), 1);
  spans.change(pair.item, was, is);
}

/**
 * Gives the days on which a pair may count differently, or null for all of them. On the other days it is taken out and put in the
 * same, so years of views need not be counted for one more.
 *
 * These are the days of the views that changed, and the last ones: a team's and an item's last day is told by them.
 */
function changingDays(before: PairState, after: PairState): ReadonlySet<Code> | null {
  if (isRated(before.ratings) !== isRated(after.ratings)) return null;
  const days = new Set<Code>();
  for (const [viewId, view] of after.views) {
    const known = before.views.get(viewId);
    if (known === view) continue;
    days.add(view.day);
    if (known !== undefined) days.add(known.day);
  }
  for (const [viewId, { day }] of before.views) if (!after.views.has(viewId)) days.add(day);
  for (const { views } of [before, after]) for (const day of lastDays(views.values())) days.add(day);
  return days;
}

function lastDays(views: Iterable<CodedView>): Iterable<Code> {
  const last = new Map<Code, Map<Code, Code>>();
  for (const { excluded, team, day, activeMs } of views) {
    if (activeMs < qualifiedViewMs) continue;
    const teams = last.get(excluded) ?? new Map<Code, Code>();
    last.set(excluded, teams);
    const known = teams.get(team);
    teams.set(team, known === undefined ? day : laterDay(known, day));
  }
  return [...last.values()].flatMap((teams) => [...teams.values()]);
}

function onDays(state: PairState, days: ReadonlySet<Code> | null): PairState {
  if (days === null) return state;
  return { ...state, views: new Map([...state.views].filter(([, { day }]) => days.has(day))) };
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
  // Nobody is excluded under 0.
  return used.get(0) ?? new Set();
}

function isRated(ratings: PairState['ratings']): boolean {
  for (const { value } of ratings.values()) if (value !== null) return true;
  return false;
}
