import type { CountChanges } from './count-changes.js';
import { countShapes, type CountTableName, type CountTableShape } from './count-shapes.js';
import type { SqliteConnection } from './sqlite-connection.js';

/** Writes what a batch changes in the tables of counts of a SQLite file. A row where all sums are 0 does not exist. */
export function writeCounts(connection: SqliteConnection, tenant: number, changes: CountChanges): void {
  for (const [name, rows] of changes.tables()) {
    const { upsert, deleteEmpty } = statements[name];
    for (const { key, sums } of rows) {
      connection.prepare(upsert).run(tenant, ...key, ...sums);
      if (sums.some((sum) => sum < 0)) connection.prepare(deleteEmpty).run(tenant, ...key);
    }
  }
}

// Made once: the connection keeps a prepared statement for each text.
const statements = Object.fromEntries(
  Object.entries(countShapes).map(([name, shape]) => [name, statementsOf(shape)]),
) as Readonly<Record<CountTableName, ReturnType<typeof statementsOf>>>;

function statementsOf({ name, keys, sums }: CountTableShape): {
  readonly upsert: string;
  readonly deleteEmpty: string;
} {
  const columns = ['tenant', ...keys, ...sums];
  return {
    upsert: `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
      ON CONFLICT DO UPDATE SET ${sums.map((sum) => `${sum} = ${sum} + excluded.${sum}`).join(', ')}`,
    deleteEmpty: `DELETE FROM ${name} WHERE tenant = ? AND ${keys.map((key) => `${key} = ?`).join(' AND ')}
      AND ${sums.map((sum) => `${sum} = 0`).join(' AND ')}`,
  };
}
