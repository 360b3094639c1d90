import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Fact } from '../store/fact.js';
import { isLater } from '../store/fact-order.js';
import { countViews, viewOf, type CountableView, type FoldedView } from '../store/folded-view.js';
import { getOrMake } from '../store/get-or-make.js';
import { exclusionNumber } from './fact-row.js';
import { LiveRatingTable } from './live-rating-table.js';
import type { Names } from './names.js';
import { packDay, packId, packInstant, unpackId } from './packed-values.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { UsageChanges } from './usage-changes.js';

/** A fact with its place in the log. */
export interface NumberedFact {
  readonly sequence: number;
  readonly fact: Fact;
}

/** One person and one item, as numbers. */
export interface ActorItem {
  readonly actor: number;
  readonly item: number;
}

/** A view as it stands in its row. */
interface ViewRow extends CountableView {
  readonly sequence: number;
  readonly effectiveAt: number;
  readonly version: number;
  readonly team: number;
  readonly day: number | string;
  readonly excluded: number;
}

/**
 * Keeps the counts of one tenant equal to a fold of its log, inside the transaction that changes the log.
 *
 * The views of one person and one item are counted anew, before and after a change; only the difference goes to the day's row. So
 * the order in which checkpoints come makes no difference, and a view that turns out to have begun on another day moves there.
 */
export class SqliteCounts {
  readonly #connection: SqliteConnection;
  readonly #tenant: number;
  readonly #names: Names;
  readonly #ratings: LiveRatingTable;

  constructor(connection: SqliteConnection, tenant: number, names: Names) {
    this.#connection = connection;
    this.#tenant = tenant;
    this.#names = names;
    this.#ratings = new LiveRatingTable(connection, tenant, names);
  }

  /** Counts facts that are new in the log. */
  add(facts: readonly NumberedFact[]): void {
    const viewsOfPairs = new Map<string, { readonly pair: ActorItem; readonly views: [FoldedView, number][] }>();
    for (const { sequence, fact } of facts) {
      this.#ratings.add(sequence, fact);
      const view = viewOf(fact);
      if (view === null) continue;
      const pair = this.#pairOf(fact);
      getOrMake(viewsOfPairs, `${pair.actor} ${pair.item}`, () => ({ pair, views: [] })).views.push([view, sequence]);
    }
    const changes = new UsageChanges();
    for (const { pair, views } of viewsOfPairs.values()) this.#addViews(pair, views, changes);
    changes.write(this.#connection, this.#tenant);
  }

  /** Takes all counts of some people and items back. */
  remove(pairs: readonly ActorItem[]): void {
    const changes = new UsageChanges();
    for (const pair of pairs) {
      changes.count(pair.item, countViews(this.#viewsOf(pair).values()), -1);
      this.#connection
        .prepare('DELETE FROM view WHERE tenant = ? AND item = ? AND actor = ?')
        .run(this.#tenant, pair.item, pair.actor);
      this.#ratings.remove(pair);
    }
    changes.write(this.#connection, this.#tenant);
  }

  #addViews(pair: ActorItem, views: readonly [FoldedView, number][], changes: UsageChanges): void {
    const rows = this.#viewsBeside(pair, views);
    changes.count(pair.item, countViews(rows.values()), -1);
    const changed = new Set<string>();
    for (const [view, sequence] of views) {
      const known = rows.get(view.viewId);
      const joined = known === undefined ? this.#rowOf(view, sequence) : this.#join(known, view, sequence);
      if (joined === known) continue;
      rows.set(view.viewId, joined);
      changed.add(view.viewId);
    }
    changes.count(pair.item, countViews(rows.values()), 1);
    for (const viewId of [...changed].sort()) this.#write(pair, viewId, rows.get(viewId));
  }

  #join(known: ViewRow, view: FoldedView, sequence: number): ViewRow {
    const row = this.#rowOf(view, sequence);
    const activeMs = Math.max(known.activeMs, row.activeMs);
    const idOf = (place: number): string => this.#idAt(place);
    const began = {
      effectiveAt: known.effectiveAt,
      // Looked up for two checkpoints of one millisecond only.
      get id() {
        return idOf(known.sequence);
      },
    };
    if (isLater(began, { effectiveAt: row.effectiveAt, id: view.id })) return { ...row, activeMs };
    return activeMs === known.activeMs ? known : { ...known, activeMs };
  }

  #rowOf(view: FoldedView, sequence: number): ViewRow {
    return {
      sequence,
      effectiveAt: Number(packInstant(view.effectiveAt)),
      day: packDay(view.day),
      slot: view.slot,
      version: this.#names.number('version', view.version),
      team: this.#names.number('team', view.team),
      excluded: exclusionNumber(view.excluded),
      activeMs: view.activeMs,
    };
  }

  #pairOf({ actorId, collateralId }: Fact): ActorItem {
    return { actor: this.#names.number('actor', actorId), item: this.#names.number('item', collateralId) };
  }

  #viewsOf(pair: ActorItem): Map<string, ViewRow> {
    return this.#select(pair, '');
  }

  /**
   * The views a change can have to do with: views are counted by day, so those of the days it touches. Somebody who opened an item
   * every day for years would else be counted anew from the first day on with every view.
   */
  #viewsBeside(pair: ActorItem, views: readonly [FoldedView, number][]): Map<string, ViewRow> {
    const days = new Set(views.map(([{ day }]) => packDay(day)));
    for (const [{ viewId }] of views)
      for (const { day } of this.#select(pair, 'AND view_id = ?', packId(viewId)).values()) days.add(day);
    return this.#select(pair, 'AND day IN (SELECT value FROM json_each(?))', JSON.stringify([...days]));
  }

  #select(
    { actor, item }: ActorItem,
    condition: string,
    ...parameters: readonly SQLInputValue[]
  ): Map<string, ViewRow> {
    const rows = this.#connection
      .prepare(
        `SELECT view_id, first_sequence, effective_at, day, slot, version, team, excluded, active_ms FROM view WHERE tenant = ? AND item = ? AND actor = ? ${condition}`,
      )
      .all(this.#tenant, item, actor, ...parameters);
    return new Map(rows.map((row) => [unpackId(row['view_id']), viewRow(row)]));
  }

  #idAt(sequence: number): string {
    const row = this.#connection
      .prepare('SELECT id FROM fact WHERE tenant = ? AND sequence = ?')
      .get(this.#tenant, sequence);
    return unpackId(row?.['id']);
  }

  #write({ actor, item }: ActorItem, viewId: string, row: ViewRow | undefined): void {
    if (row === undefined) return;
    const { sequence, effectiveAt, day, slot, version, team, excluded, activeMs } = row;
    this.#connection
      .prepare(
        `INSERT INTO view (tenant, item, actor, view_id, first_sequence, effective_at, day, slot, version, team, excluded, active_ms)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET first_sequence = excluded.first_sequence, effective_at = excluded.effective_at,
           day = excluded.day, slot = excluded.slot, version = excluded.version, team = excluded.team,
           excluded = excluded.excluded, active_ms = excluded.active_ms`,
      )
      .run(
        this.#tenant,
        item,
        actor,
        packId(viewId),
        sequence,
        effectiveAt,
        day,
        slot,
        version,
        team,
        excluded,
        activeMs,
      );
  }
}

function viewRow(row: Readonly<Record<string, SQLOutputValue>>): ViewRow {
  const day = row['day'];
  return {
    sequence: Number(row['first_sequence']),
    effectiveAt: Number(row['effective_at']),
    day: typeof day === 'number' ? day : String(day),
    slot: Number(row['slot']),
    version: Number(row['version']),
    team: Number(row['team']),
    excluded: Number(row['excluded']),
    activeMs: Number(row['active_ms']),
  };
}
