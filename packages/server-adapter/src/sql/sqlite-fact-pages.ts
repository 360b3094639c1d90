import { factColumns, factOfRow } from './fact-row.js';
import type { SqliteConnection } from './sqlite-connection.js';
import type { NumberedFact } from './sqlite-counts.js';
import type { TenantState } from './tenants.js';

const factsPerPage = 2_000;

/** Reads facts of a tenant that meet a condition, some at a time and in the order of the log. Facts may change in between. */
export function* factPages(
  connection: SqliteConnection,
  { number, names }: TenantState,
  condition: string,
  ...parameters: readonly (number | string)[]
): Iterable<readonly NumberedFact[]> {
  const statement = connection.prepare(
    `SELECT sequence, ${factColumns} FROM fact WHERE tenant = ? AND sequence > ? AND ${condition} ORDER BY sequence LIMIT ${factsPerPage}`,
  );
  for (let last = 0; ;) {
    const rows = statement.all(number, last, ...parameters);
    if (rows.length === 0) return;
    yield rows.map((row) => ({ sequence: Number(row['sequence']), fact: factOfRow(row, names) }));
    last = Number(rows.at(-1)?.['sequence']);
  }
}
