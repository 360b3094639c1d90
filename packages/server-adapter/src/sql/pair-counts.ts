import { countViews, qualifiedViewMs } from '../store/folded-view.js';
import type { ActorItem } from './actor-item.js';
import { countShapes } from './count-shapes.js';
import { CountTable } from './count-table.js';
import { ItemSpans } from './item-spans.js';
import type { RatingRows } from './live-rating-table.js';
import type { SqliteConnection } from './sqlite-connection.js';
import type { ViewRow, ViewRows } from './view-table.js';

type Day = number | string;

/**
 * What the views of pairs come to, in the tables that answer questions about use.
 *
 * Every number in them is a sum over pairs of a person and an item. So a pair that changes is taken out as it was and put in as it
 * is, and only the difference is written: the order in which facts come makes no difference.
 */
export class PairCounts {
  readonly #viewerDays = new CountTable(countShapes.viewerDay);
  readonly #personDays = new CountTable(countShapes.personDay);
  readonly #itemDays = new CountTable(countShapes.itemDay);
  readonly #dayPairs = new CountTable(countShapes.dayPairs);
  readonly #itemLast = new CountTable(countShapes.itemLast);
  readonly #teamLast = new CountTable(countShapes.teamLast);
  readonly #spans = new ItemSpans();

  /** Takes a pair out as it was and puts it in as it is. */
  change(pair: ActorItem, before: PairState, after: PairState): void {
    const was = this.#count(pair, before, -1);
    const is = this.#count(pair, after, 1);
    this.#spans.change(pair.item, was, is);
  }

  /** Writes the differences. The views themselves must have been written. */
  write(connection: SqliteConnection, tenant: number): void {
    for (const table of [this.#viewerDays, this.#personDays, this.#itemDays, this.#dayPairs])
      table.write(connection, tenant);
    for (const table of [this.#itemLast, this.#teamLast]) table.write(connection, tenant);
    this.#spans.write(connection, tenant);
  }

  /** Adds one state of a pair with a sign, and gives the days on which the item was used as far as it counts. */
  #count({ actor, item }: ActorItem, { views, ratings }: PairState, sign: 1 | -1): ReadonlySet<Day> {
    if (views.size === 0) return new Set();
    const rated = isRated(ratings) ? sign : 0;
    const used = new Map<number, Set<Day>>();
    const lastOfTeams = new Map<string, { readonly excluded: number; readonly team: number; day: Day }>();
    for (const { at, views: count, activeMs } of countViews(views.values()).values()) {
      const { day, version, team, excluded } = at;
      const sums = [sign * count, sign * activeMs];
      this.#viewerDays.add([day, item, actor, version, team, excluded], sums);
      this.#personDays.add([excluded, day, team, actor], sums);
      this.#itemDays.add([excluded, day, item], sums);
      if (count === 0) continue;
      used.set(excluded, (used.get(excluded) ?? new Set()).add(day));
      const last = lastOfTeams.get(`${excluded} ${team}`);
      if (last === undefined) lastOfTeams.set(`${excluded} ${team}`, { excluded, team, day });
      else last.day = laterDay(last.day, day);
    }
    for (const [excluded, days] of used) {
      for (const day of days) this.#dayPairs.add([excluded, day], [sign, rated]);
      this.#itemLast.add([excluded, [...days].reduce(laterDay), item], [sign, rated]);
    }
    for (const { excluded, team, day } of lastOfTeams.values())
      this.#teamLast.add([excluded, day, team], [sign, rated]);
    return used.get(0) ?? new Set();
  }
}

/** Everything one person did with one item that counts. */
export interface PairState {
  readonly views: ViewRows;
  readonly ratings: RatingRows;
}

/** The state of a pair nobody has heard of. */
export const noPair: PairState = Object.freeze({ views: new Map(), ratings: new Map() });

/** Gives when the first qualified view began, in milliseconds; infinite without one. */
export function usedFrom(views: Iterable<ViewRow>): number {
  let first = Number.POSITIVE_INFINITY;
  for (const { activeMs, effectiveAt } of views) {
    if (activeMs >= qualifiedViewMs && effectiveAt < first) first = effectiveAt;
  }
  return first;
}

function isRated(ratings: RatingRows): boolean {
  for (const { value } of ratings.values()) if (value !== null) return true;
  return false;
}

// As SQLite orders them: numbers first.
function laterDay(one: Day, other: Day): Day {
  if (typeof one !== typeof other) return typeof one === 'string' ? one : other;
  return one > other ? one : other;
}
