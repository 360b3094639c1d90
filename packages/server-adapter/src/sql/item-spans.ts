import { qualifiedViewMs } from '../store/folded-view.js';
import type { SqliteConnection } from './sqlite-connection.js';

type Day = number | string;

/** Keeps the first and the last day on which each item was used, as far as it counts. */
export class ItemSpans {
  readonly #added = new Map<number, Set<Day>>();
  readonly #shrunk = new Set<number>();

  /** Takes in on which days one person used an item, before and after a change. */
  change(item: number, before: ReadonlySet<Day>, after: ReadonlySet<Day>): void {
    for (const day of after) {
      if (!before.has(day)) this.#added.set(item, (this.#added.get(item) ?? new Set()).add(day));
    }
    for (const day of before) {
      if (!after.has(day)) this.#shrunk.add(item);
    }
  }

  /** Writes the days. The views themselves must have been written. */
  write(connection: SqliteConnection, tenant: number): void {
    // A day less may be the first or the last: then only the views know what is next to it.
    for (const item of this.#shrunk) {
      connection.prepare('DELETE FROM item_span WHERE tenant = ? AND item = ?').run(tenant, item);
      connection
        .prepare(
          `INSERT INTO item_span (tenant, item, first_day, last_day)
           SELECT ?1, ?2, min(day), max(day) FROM view
           WHERE tenant = ?1 AND item = ?2 AND excluded = 0 AND active_ms >= ${qualifiedViewMs} HAVING count(*) > 0`,
        )
        .run(tenant, item);
    }
    for (const [item, days] of this.#added) {
      if (this.#shrunk.has(item)) continue;
      for (const day of days)
        connection
          .prepare(
            `INSERT INTO item_span (tenant, item, first_day, last_day) VALUES (?1, ?2, ?3, ?3)
             ON CONFLICT DO UPDATE SET first_day = min(first_day, ?3), last_day = max(last_day, ?3)
             WHERE ?3 < first_day OR ?3 > last_day`,
          )
          .run(tenant, item, day);
    }
    this.#added.clear();
    this.#shrunk.clear();
  }
}
