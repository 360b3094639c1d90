import type { SQLOutputValue } from 'node:sqlite';
import type { Fact } from '../store/fact.js';
import { isLater } from '../store/fact-order.js';
import { ratingValue } from '../store/live-rating.js';
import { saysWhy } from '../store/says-why.js';
import type { ActorItem } from './actor-item.js';
import { exclusionNumber } from './fact-row.js';
import type { Names } from './names.js';
import { packDay, packInstant, unpackId } from './packed-values.js';
import type { SqliteConnection } from './sqlite-connection.js';

/** The latest rating or withdrawal of one person, item and version. A withdrawal has no value. */
export interface RatingRow {
  readonly sequence: number;
  readonly effectiveAt: number;
  readonly day: number | string;
  readonly team: number;
  readonly excluded: number;
  readonly scale: number;
  readonly value: number | null;
  readonly afterUse: boolean;
  readonly saysWhy: boolean;
}

/** What one person said about one item, by version. */
export type RatingRows = ReadonlyMap<number, RatingRow>;

/** The live ratings of a tenant. */
export class LiveRatingTable {
  readonly #connection: SqliteConnection;
  readonly #tenant: number;
  readonly #names: Names;

  constructor(connection: SqliteConnection, tenant: number, names: Names) {
    this.#connection = connection;
    this.#tenant = tenant;
    this.#names = names;
  }

  /** Reads what a person said about an item. */
  rowsOf({ actor, item }: ActorItem): RatingRows {
    const rows = this.#connection
      .prepare(
        'SELECT version, sequence, effective_at, day, team, excluded, scale, value, after_use, says_why FROM live_rating WHERE tenant = ? AND item = ? AND actor = ?',
      )
      .all(this.#tenant, item, actor);
    return new Map(rows.map((row) => [Number(row['version']), ratingRow(row)]));
  }

  /**
   * Gives the ratings of a pair with facts folded in. One that stays as it was is the same object.
   *
   * @param usedFrom - when the first qualified view of the pair began, in milliseconds; infinite without one.
   */
  fold(rows: RatingRows, facts: readonly (readonly [fact: Fact, sequence: number])[], usedFrom: number): RatingRows {
    const folded = new Map(rows);
    for (const [fact, sequence] of facts) {
      const version = this.#names.number('version', fact.version);
      const known = folded.get(version);
      const row = this.#rowOf(fact, sequence);
      if (known === undefined || this.#isLater(fact, row, known)) folded.set(version, row);
    }
    for (const [version, row] of folded) {
      const afterUse = row.effectiveAt >= usedFrom;
      if (row.afterUse !== afterUse) folded.set(version, { ...row, afterUse });
    }
    return folded;
  }

  /** Writes the ratings of a pair that are not as they were. */
  write({ actor, item }: ActorItem, before: RatingRows, after: RatingRows): void {
    for (const [version, row] of after) {
      if (before.get(version) === row) continue;
      const { sequence, effectiveAt, day, team, excluded, scale, value, afterUse, saysWhy: why } = row;
      this.#connection
        .prepare(
          `INSERT OR REPLACE INTO live_rating (tenant, item, actor, version, sequence, effective_at, day, team, excluded, scale, value, after_use, says_why)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          this.#tenant,
          item,
          actor,
          version,
          sequence,
          effectiveAt,
          day,
          team,
          excluded,
          scale,
          value,
          Number(afterUse),
          Number(why),
        );
    }
  }

  /** Removes what one person said about one item. */
  remove({ actor, item }: ActorItem): void {
    this.#connection
      .prepare('DELETE FROM live_rating WHERE tenant = ? AND item = ? AND actor = ?')
      .run(this.#tenant, item, actor);
  }

  #rowOf(fact: Fact, sequence: number): RatingRow {
    const rating = ratingValue(fact);
    return {
      sequence,
      effectiveAt: Number(packInstant(fact.effectiveAt)),
      day: packDay(fact.day),
      team: this.#names.number('team', fact.team),
      excluded: exclusionNumber(fact.excluded),
      scale: this.#names.number('scale', rating?.scaleId ?? null),
      value: rating?.value ?? null,
      afterUse: false,
      saysWhy: rating !== null && saysWhy(fact),
    };
  }

  #isLater({ id }: Fact, { effectiveAt }: RatingRow, known: RatingRow): boolean {
    // The id of the known one is looked up for two facts of one millisecond only.
    if (effectiveAt !== known.effectiveAt) return effectiveAt > known.effectiveAt;
    const row = this.#connection
      .prepare('SELECT id FROM fact WHERE tenant = ? AND sequence = ?')
      .get(this.#tenant, known.sequence);
    return isLater({ effectiveAt, id }, { effectiveAt, id: unpackId(row?.['id']) });
  }
}

function ratingRow(row: Readonly<Record<string, SQLOutputValue>>): RatingRow {
  const { day, value } = row;
  return {
    sequence: Number(row['sequence']),
    effectiveAt: Number(row['effective_at']),
    day: typeof day === 'number' ? day : String(day),
    team: Number(row['team']),
    excluded: Number(row['excluded']),
    scale: Number(row['scale']),
    value: value === null ? null : Number(value),
    afterUse: row['after_use'] === 1,
    saysWhy: row['says_why'] === 1,
  };
}
