import { qualifiedViewMs } from '../store/folded-view.js';
import type { ItemSpans } from './item-spans.js';
import type { SqliteConnection } from './sqlite-connection.js';

/** Writes the first and last days of items. The views must have been written. */
export function writeSpans(connection: SqliteConnection, tenant: number, spans: ItemSpans): void {
  for (const item of spans.shrunk) {
    connection.prepare('DELETE FROM item_span WHERE tenant = ? AND item = ?').run(tenant, item);
    connection
      .prepare(
        `INSERT INTO item_span (tenant, item, first_day, last_day)
         SELECT ?1, ?2, min(day), max(day) FROM view
         WHERE tenant = ?1 AND item = ?2 AND excluded = 0 AND active_ms >= ${qualifiedViewMs} HAVING count(*) > 0`,
      )
      .run(tenant, item);
  }
  for (const [item, { first, last }] of spans.added)
    connection
      .prepare(
        `INSERT INTO item_span (tenant, item, first_day, last_day) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET first_day = min(first_day, ?3), last_day = max(last_day, ?4)
         WHERE ?3 < first_day OR ?4 > last_day`,
      )
      .run(tenant, item, first, last);
}
