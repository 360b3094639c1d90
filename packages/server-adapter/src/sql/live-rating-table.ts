import type { Fact } from '../store/fact.js';
import { isLater } from '../store/fact-order.js';
import { isAboutRating, ratingValue } from '../store/live-rating.js';
import { exclusionNumber } from './fact-row.js';
import type { Names } from './names.js';
import { packInstant, unpackId } from './packed-values.js';
import type { SqliteConnection } from './sqlite-connection.js';

/** The latest rating or withdrawal of each person, item and version. A withdrawal has no value. */
export class LiveRatingTable {
  readonly #connection: SqliteConnection;
  readonly #tenant: number;
  readonly #names: Names;

  constructor(connection: SqliteConnection, tenant: number, names: Names) {
    this.#connection = connection;
    this.#tenant = tenant;
    this.#names = names;
  }

  /** Takes one fact in, whatever its type. */
  add(sequence: number, fact: Fact): void {
    if (!isAboutRating(fact)) return;
    const rating = ratingValue(fact);
    const effectiveAt = Number(packInstant(fact.effectiveAt));
    const key = [
      this.#tenant,
      this.#names.number('item', fact.collateralId),
      this.#names.number('version', fact.version),
      this.#names.number('actor', fact.actorId),
    ] as const;
    if (!this.#isLatest(key, { effectiveAt, id: fact.id })) return;
    this.#connection
      .prepare(
        `INSERT OR REPLACE INTO live_rating (tenant, item, version, actor, sequence, effective_at, team, excluded, scale, value)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        ...key,
        sequence,
        effectiveAt,
        this.#names.number('team', fact.team),
        exclusionNumber(fact.excluded),
        this.#names.number('scale', rating?.scaleId ?? null),
        rating?.value ?? null,
      );
  }

  /** Removes what one person said about one item. */
  remove({ actor, item }: { readonly actor: number; readonly item: number }): void {
    this.#connection
      .prepare('DELETE FROM live_rating WHERE tenant = ? AND item = ? AND actor = ?')
      .run(this.#tenant, item, actor);
  }

  #isLatest(key: readonly number[], moment: { readonly effectiveAt: number; readonly id: string }): boolean {
    const known = this.#connection
      .prepare(
        `SELECT live_rating.effective_at, fact.id FROM live_rating JOIN fact USING (tenant, sequence)
         WHERE live_rating.tenant = ? AND live_rating.item = ? AND live_rating.version = ? AND live_rating.actor = ?`,
      )
      .get(...key);
    if (known === undefined) return true;
    return isLater(moment, { effectiveAt: Number(known['effective_at']), id: unpackId(known['id']) });
  }
}
