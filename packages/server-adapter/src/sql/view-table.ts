import type { SQLOutputValue } from 'node:sqlite';
import { isLater } from '../store/fact-order.js';
import { qualifiedViewMs, type CountableView, type FoldedView } from '../store/folded-view.js';
import type { ActorItem } from './actor-item.js';
import { exclusionNumber } from './fact-row.js';
import type { Names } from './names.js';
import { packDay, packId, packInstant, unpackId } from './packed-values.js';
import type { SqliteConnection } from './sqlite-connection.js';

/** A view as it stands in its row. */
export interface ViewRow extends CountableView {
  readonly sequence: number;
  readonly effectiveAt: number;
  readonly version: number;
  readonly team: number;
  readonly day: number | string;
  readonly excluded: number;
}

/** The views of one person and one item by `viewId`. */
export type ViewRows = ReadonlyMap<string, ViewRow>;

/** Some views of a pair. */
export interface TouchedViews {
  readonly rows: ViewRows;
  /** When the first qualified view of all began, in milliseconds; infinite without one. */
  readonly usedFrom: number;
}

/** The folded views of a tenant. */
export class ViewTable {
  readonly #connection: SqliteConnection;
  readonly #tenant: number;
  readonly #names: Names;

  constructor(connection: SqliteConnection, tenant: number, names: Names) {
    this.#connection = connection;
    this.#tenant = tenant;
    this.#names = names;
  }

  /** Reads the views of a pair. */
  rowsOf({ actor, item }: ActorItem): ViewRows {
    const rows = this.#connection
      .prepare(
        'SELECT view_id, first_sequence, effective_at, day, slot, version, team, excluded, active_ms FROM view WHERE tenant = ? AND item = ? AND actor = ?',
      )
      .all(this.#tenant, item, actor);
    return new Map(rows.map((row) => [unpackId(row['view_id']), viewRow(row)]));
  }

  /**
   * Reads the views of a pair that count when checkpoints come in: those on the days they touch, and those on the last days of the
   * pair. Years of other views stay where they are: what they count as does not change.
   *
   * Null when a view moves to another place: the last day of the old one may then be any.
   */
  rowsTouchedBy(
    pair: ActorItem,
    views: readonly (readonly [view: FoldedView, sequence: number])[],
  ): TouchedViews | null {
    const { actor, item } = pair;
    const ofPair = 'tenant = ? AND item = ? AND actor = ?';
    for (const [view] of views) {
      const known = this.#connection
        .prepare(`SELECT day, team, excluded FROM view WHERE ${ofPair} AND view_id = ?`)
        .get(this.#tenant, item, actor, packId(view.viewId));
      if (known !== undefined && !this.#isPlaceOf(known, view)) return null;
    }
    const last = this.#connection
      .prepare(
        `SELECT max(day) AS day, min(effective_at) AS used_from FROM view
         WHERE ${ofPair} AND active_ms >= ${qualifiedViewMs} GROUP BY excluded, team`,
      )
      .all(this.#tenant, item, actor);
    const days = new Set<unknown>([...views.map(([{ day }]) => packDay(day)), ...last.map(({ day }) => day)]);
    const rows = this.#connection
      .prepare(
        `SELECT view_id, first_sequence, effective_at, day, slot, version, team, excluded, active_ms FROM view
         WHERE ${ofPair} AND day IN (SELECT value FROM json_each(?))`,
      )
      .all(this.#tenant, item, actor, JSON.stringify([...days]));
    const usedFrom = last.reduce((first, row) => Math.min(first, Number(row['used_from'])), Number.POSITIVE_INFINITY);
    return { rows: new Map(rows.map((row) => [unpackId(row['view_id']), viewRow(row)])), usedFrom };
  }

  /** Gives the views of a pair with checkpoints folded in. A view that stays as it was is the same object. */
  fold(rows: ViewRows, views: readonly (readonly [view: FoldedView, sequence: number])[]): ViewRows {
    const folded = new Map(rows);
    for (const [view, sequence] of views) {
      const known = folded.get(view.viewId);
      folded.set(view.viewId, known === undefined ? this.#rowOf(view, sequence) : this.#join(known, view, sequence));
    }
    return folded;
  }

  /** Writes the views of a pair that are not as they were. */
  write({ actor, item }: ActorItem, before: ViewRows, after: ViewRows): void {
    const changed = [...after].filter(([viewId, row]) => before.get(viewId) !== row);
    changed.sort(([one], [other]) => (one < other ? -1 : 1));
    for (const [viewId, { sequence, effectiveAt, day, slot, version, team, excluded, activeMs }] of changed) {
      this.#connection
        .prepare(
          `INSERT OR REPLACE INTO view (tenant, item, actor, view_id, first_sequence, effective_at, day, slot, version, team, excluded, active_ms)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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

  /** Deletes the views of a pair. */
  remove({ actor, item }: ActorItem): void {
    this.#connection
      .prepare('DELETE FROM view WHERE tenant = ? AND item = ? AND actor = ?')
      .run(this.#tenant, item, actor);
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

  #isPlaceOf(row: Readonly<Record<string, SQLOutputValue>>, { day, team, excluded }: FoldedView): boolean {
    return (
      row['day'] === packDay(day) &&
      row['team'] === this.#names.number('team', team) &&
      row['excluded'] === exclusionNumber(excluded)
    );
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

  #idAt(sequence: number): string {
    const row = this.#connection
      .prepare('SELECT id FROM fact WHERE tenant = ? AND sequence = ?')
      .get(this.#tenant, sequence);
    return unpackId(row?.['id']);
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
